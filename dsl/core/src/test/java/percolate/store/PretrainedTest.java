package percolate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.Shape;
import percolate.data.download.Cache;
import percolate.data.download.FaultyServer;

/** A small program from a server on this machine, in place of the zoo's. */
class PretrainedTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private FaultyServer server;
    private Cache cache;
    private byte[] packed;

    @BeforeEach
    void serve() throws IOException {
        server = new FaultyServer();
        cache = new Cache(folder, Duration.ofMillis(400), said::add);
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            Files.copy(WeightsFileTest.FILES.resolve("trace.pt"), gzip);
        }
        packed = bytes.toByteArray();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Pretrained small(URI from) throws Exception {
        var sha1 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(packed));
        return Pretrained.of("small", from, sha1, "conv2d(2, 3)", Shape.of(1, 6, 6));
    }

    @Test
    void aNetworkIsFetchedOnceAndPredictsWithItsWeights() throws Exception {
        var small = small(server.file("/small.pt.gz", packed));
        var net = small.model(cache);
        var x = rand(4, 1, 6, 6);
        var expected =
                load(WeightsFileTest.FILES.resolve("trace.pt").toString()).predict(x);
        assertThat(net.predict(x).isClose(expected, 1e-6)).isTrue();
        assertThat(net).hasToString("sequential(input[1, 6, 6], sequential(load(\"small.pt\")))");
        assertThat(net.weights()).containsKey("script1.head.weight");
        assertThat(small.model(cache).predict(x).isClose(expected, 1e-6)).isTrue();
        assertThat(server.asked).as("kept").hasSize(1);
        assertThat(folder.resolve("models/small.pt.gz")).exists();
    }

    @Test
    void itsFeaturesServeAnotherTask() throws Exception {
        var base = small(server.file("/small.pt.gz", packed)).model(cache);
        var net = sequential(input(1, 6, 6), base.frozen(), dense(2));
        var run = net.train(dataset(rand(8, 1, 6, 6), randint(0, 2, 8)))
                .epochs(2)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.loss()).isFinite();
    }

    @Test
    void anotherFileThanWasPublishedIsNotTaken() throws Exception {
        var small = small(server.file("/small.pt.gz", new byte[packed.length]));
        assertOneSentence(() -> small.model(cache), "small.pt.gz: ", "SHA-1", "conv2d(2, 3)");
        assertThat(folder.resolve("models/small.pt.gz")).doesNotExist();
    }

    @Test
    void withoutANetworkOneSentenceSaysWhatToDo() throws Exception {
        var address = server.file("/small.pt.gz", packed);
        server.close();
        var small = small(address);
        assertOneSentence(
                () -> small.model(cache), "small.pt.gz: ", "no connection", "put the file at", "conv2d(2, 3)");
    }

    @Test
    void namesThatAreNotThereAreAnsweredWithThoseThatAre() {
        assertOneSentence(() -> pretrained("resnet19"), "pretrained: ", "\"resnet19\"", "[resnet18, resnet50]");
        assertThat(Pretrained.named("ResNet18").input()).isEqualTo(Shape.of(3, 224, 224));
    }
}
