package percolate.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import percolate.DType;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.DataException;
import percolate.engine.Array;

/**
 * The binary version of CIFAR-10: per image a byte for its class and 3 · 32 · 32 bytes of red, green and blue, row by row.
 *
 * @see <a href="https://www.cs.toronto.edu/~kriz/cifar.html">Krizhevsky 2009</a>
 */
final class Cifar {
    static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final int CHANNELS = 3;
    private static final int SIDE = 32;
    private static final int PIXELS = CHANNELS * SIDE * SIDE;
    private static final int IMAGES_PER_FILE = 10_000;

    private final String file;
    private final List<Tensor> images = new ArrayList<>();
    private final List<Tensor> labels = new ArrayList<>();

    private Cifar(Path file) {
        this.file = file.getFileName().toString();
    }

    /**
     * Those files of the tar.gz that are wanted.
     *
     * @return images [n, 3, 32, 32], uint8, and labels [n], int64
     * @throws DataException if it is not in this format
     */
    static List<Tensor> read(Path archive, Predicate<String> wanted) {
        var cifar = new Cifar(archive);
        try (var in = Archive.tar(archive)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var path = entry.getName();
                if (entry.isFile() && wanted.test(path.substring(path.lastIndexOf('/') + 1))) {
                    cifar.add(in);
                }
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw cifar.failure("a whole tar.gz file", "one that cannot be read (" + Words.of(e) + ")", e);
        }
        return cifar.all();
    }

    private void add(InputStream in) throws IOException {
        int most = IMAGES_PER_FILE * (PIXELS + 1);
        var bytes = in.readNBytes(most);
        if (bytes.length == 0 || bytes.length % (PIXELS + 1) != 0 || in.read() >= 0) {
            throw failure(
                    "files of up to " + IMAGES_PER_FILE + " images of " + (PIXELS + 1) + " bytes",
                    "one of " + (bytes.length < most ? String.valueOf(bytes.length) : "more") + " bytes",
                    null);
        }
        int count = bytes.length / (PIXELS + 1);
        var pixels = new byte[count * PIXELS];
        var classes = new long[count];
        for (int i = 0; i < count; i++) {
            classes[i] = bytes[i * (PIXELS + 1)];
            System.arraycopy(bytes, i * (PIXELS + 1) + 1, pixels, i * PIXELS, PIXELS);
        }
        images.add(new Tensor(Array.of(ByteBuffer.wrap(pixels), Shape.of(count, CHANNELS, SIDE, SIDE), DType.uint8)));
        labels.add(new Tensor(Array.of(classes, Shape.of(count))));
    }

    private List<Tensor> all() {
        if (images.isEmpty()) {
            throw failure(
                    "the binary version of CIFAR-10, with data_batch_1.bin to test_batch.bin", "none of these", null);
        }
        return List.of(joined(images), joined(labels));
    }

    private static Tensor joined(List<Tensor> parts) {
        return new Tensor(Array.concat(0, parts.stream().map(Tensor::array).toList()));
    }

    private DataException failure(String expected, String got, Exception cause) {
        return new DataException(
                "cifar10(\"" + file + "\"): expected " + expected + ", got " + got + "; fetch the file again", cause);
    }
}
