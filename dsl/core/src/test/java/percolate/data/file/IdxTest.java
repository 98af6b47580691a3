package percolate.data.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.float32;
import static percolate.Percolate.int64;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.Percolate;
import percolate.Shape;
import percolate.data.download.Cache;
import percolate.data.download.FaultyServer;
import percolate.data.download.RemoteFile;

class IdxTest {
    @TempDir
    Path folder;

    /** Unsigned bytes 0, 1, 2, …, of some sizes. */
    static byte[] bytes(int modulus, int... sizes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(0x0800 | sizes.length);
            int count = 1;
            for (int size : sizes) {
                out.writeInt(size);
                count *= size;
            }
            for (int i = 0; i < count; i++) {
                out.writeByte(i % modulus);
            }
        }
        return bytes.toByteArray();
    }

    static byte[] packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    @Test
    void imagesAndLabelsBecomeADataset() throws Exception {
        for (var packing : List.of(false, true)) {
            var x = bytes(256, 6, 4, 5);
            var y = bytes(3, 6);
            var data = Percolate.idx(file("x", packing ? packed(x) : x), file("y", packing ? packed(y) : y));
            assertThat(data.x().shape()).isEqualTo(Shape.of(6, 1, 4, 5));
            assertThat(data.x().dtype()).isEqualTo(float32);
            assertThat(data.x().times(255).round().flatten().toLongArray())
                    .startsWith(0, 1, 2)
                    .endsWith(118, 119);
            assertThat(data.x().max().item()).isEqualTo(119 / 255f);
            assertThat(data.y().dtype()).isEqualTo(int64);
            assertThat(data.y().toLongArray()).containsExactly(0, 1, 2, 0, 1, 2);
            assertThat(data.classes()).containsExactly("0", "1", "2");
        }
    }

    @Test
    void theOtherTypesOfElementsAreRead() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(0x0d02);
            out.writeInt(2);
            out.writeInt(1);
            out.writeFloat(-1.5f);
            out.writeFloat(2.25f);
        }
        var labels = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(labels)) {
            out.writeInt(0x0c01);
            out.writeInt(2);
            out.writeInt(0);
            out.writeInt(1);
        }
        var data = Percolate.idx(file("x", bytes.toByteArray()), file("y", labels.toByteArray()));
        assertThat(data.x().toFloatArray()).containsExactly(-1.5f, 2.25f);
        assertThat(data.y().toLongArray()).containsExactly(0, 1);
    }

    @Test
    void mistakesAreAnsweredInOneSentence() throws Exception {
        var x = file("x", bytes(256, 6, 4, 5));
        var y = file("y", bytes(3, 6));
        assertOneSentence(
                () -> Percolate.idx(y, x), "idx: expected one integer per example as its label, got [6, 4, 5]");
        assertOneSentence(
                () -> Percolate.idx(x, file("few", bytes(3, 5))),
                "expected a label for each image, got 6 images and 5");
        assertOneSentence(() -> Percolate.idx(x, folder + "/none"), "idx(\"none\"): expected a file, got none at ");
        assertOneSentence(
                () -> Percolate.idx(x, file("text", "hello there".getBytes(US_ASCII))),
                "in the format of MNIST",
                "got 0x68656c6c");
        var early = java.util.Arrays.copyOf(bytes(256, 6, 4, 5), 100);
        assertOneSentence(() -> Percolate.idx(file("early", early), y), "expected 120 bytes of elements", "got 84");
        var long1 = java.util.Arrays.copyOf(bytes(256, 6, 4, 5), 140);
        assertOneSentence(() -> Percolate.idx(file("long", long1), y), "expected 120 bytes of elements", "got more");
        var huge = bytes(256, 1, 1, 1);
        huge[4] = 0x7f;
        huge[8] = 0x7f;
        assertOneSentence(() -> Percolate.idx(file("huge", huge), y), "a file too small for them");
    }

    @Test
    void aPairIsFetchedAndItsTestPartWhenItIsAskedFor() throws Exception {
        try (var server = new FaultyServer()) {
            var train = pair(server, "train", 6);
            var test = pair(server, "t10k", 3);
            var data = train.read(new Cache(folder, Duration.ofSeconds(5), said -> {}), test);
            assertThat(server.asked).hasSize(2);
            assertThat(data.size()).isEqualTo(6);
            assertThat(data.test().size()).isEqualTo(3);
            assertThat(server.asked).hasSize(4);
            assertOneSentence(
                    () -> data.take(2).test(),
                    "test: expected data that comes with a test part",
                    "split(0.7, 0.15, 42)");
        }
    }

    private static Online.Pair pair(FaultyServer server, String name, int count) throws IOException {
        return new Online.Pair(
                remote(name + "-x", server.file("/" + name + "-x", packed(bytes(256, count, 4, 4)))),
                remote(name + "-y", server.file("/" + name + "-y", packed(bytes(3, count)))),
                List.of());
    }

    private static RemoteFile remote(String name, URI from) {
        return RemoteFile.at("own/" + name, from);
    }

    @Test
    void damagedFilesAreReadOrRefused() throws Exception {
        var y = file("y", bytes(3, 6));
        int refused = Mutated.read(bytes(256, 6, 4, 5), folder.resolve("x"), x -> Percolate.idx(x.toString(), y));
        refused +=
                Mutated.read(packed(bytes(256, 6, 4, 5)), folder.resolve("x.gz"), x -> Percolate.idx(x.toString(), y));
        assertThat(refused).isBetween(Mutated.count() / 2, 2 * Mutated.count());
    }
}
