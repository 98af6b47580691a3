package percolate.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.Shape;

class CifarTest {
    private static final int RECORD = 1 + 3 * 32 * 32;

    @TempDir
    Path folder;

    /** Two images of the classes 3 and {@code last}, whose planes are 10, 20 and 30. */
    private static byte[] images(int last) {
        var bytes = new byte[2 * RECORD];
        for (int i = 0; i < 2; i++) {
            for (int plane = 0; plane < 3; plane++) {
                int from = i * RECORD + 1 + plane * 1024;
                Arrays.fill(bytes, from, from + 1024, (byte) (10 * (plane + 1)));
            }
        }
        bytes[0] = 3;
        bytes[RECORD] = (byte) last;
        // The last pixel of red in the first image.
        bytes[1024] = (byte) 255;
        return bytes;
    }

    private static byte[] archive(byte[] train, byte[] test) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            add(out, "readme.html", new byte[10]);
            add(out, "data_batch_1.bin", train);
            add(out, "data_batch_2.bin", train);
            add(out, "test_batch.bin", test);
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream out, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry("cifar-10-batches-bin/" + name);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("cifar-10-binary.tar.gz"), content);
    }

    @Test
    void itsBinaryVersionBecomesImagesAndLabels() throws Exception {
        var data = Online.cifar10(file(archive(images(9), images(0))));
        assertThat(data.x().shape()).isEqualTo(Shape.of(4, 3, 32, 32));
        assertThat(data.y().toLongArray()).containsExactly(3, 9, 3, 9);
        assertThat(data.x().get(0, 0, 31, 31).item()).isEqualTo(1);
        assertThat(data.x().get(1, 2, 5, 7).item()).isEqualTo(30 / 255f);
        assertThat(data.classes()).hasSize(10).startsWith("airplane").endsWith("truck");
        assertThat(data.test().y().toLongArray()).containsExactly(3, 0);
    }

    @Test
    void mistakesAreAnsweredInOneSentence() throws Exception {
        assertOneSentence(
                () -> Online.cifar10(file(archive(new byte[100], images(0)))),
                "cifar10(\"cifar-10-binary.tar.gz\"): expected files of up to 10000 images of 3073 bytes, got one of"
                        + " 100");
        assertOneSentence(
                () -> Online.cifar10(file(archive(images(10), images(0)))), "expected labels from 0 to 9, got 10");
        assertOneSentence(() -> Online.cifar10(file(new byte[100])), "expected a whole tar.gz file");
        assertOneSentence(
                () -> Online.cifar10(file(ArchiveTest.tar("a", "b"))), "expected the binary version of CIFAR-10");
    }

    @Test
    void damagedFilesAreReadOrRefused() throws Exception {
        int refused = Mutated.read(
                archive(images(9), images(0)), folder.resolve("cifar-10-binary.tar.gz"), file -> Online.cifar10(file)
                        .test());
        assertThat(refused).isBetween(Mutated.count() / 3, Mutated.count());
    }
}
