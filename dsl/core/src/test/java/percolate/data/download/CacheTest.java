package percolate.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Mistakes.assertOneSentence;
import static percolate.data.download.FaultyServer.head;
import static percolate.data.download.FaultyServer.part;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private static final byte[] CONTENT = content();

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private FaultyServer server;
    private Cache cache;

    private static byte[] content() {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void serve() throws IOException {
        server = new FaultyServer();
        cache = new Cache(folder, Duration.ofMillis(400), said::add);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String sum(String algorithm) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(CONTENT));
    }

    private static RemoteFile remote(URI... from) throws Exception {
        return new RemoteFile(
                "set/file.bin",
                List.of(from),
                List.of(Checksum.sha256(sum("SHA-256")), Checksum.md5(sum("MD5"))),
                "digits(), which ships with Percolate");
    }

    private Path begun() {
        return folder.resolve("set/file.bin.part");
    }

    @Test
    void aFileIsFetchedOnceAndThenTakenFromTheCache() throws Exception {
        var file = remote(server.file("/file", CONTENT));
        assertThat(cache.fetch(file)).isEqualTo(folder.resolve("set/file.bin")).hasBinaryContent(CONTENT);
        assertThat(folder.resolve("set/file.bin.sha256")).hasContent(sum("SHA-256"));
        assertThat(said).containsExactly("set/file.bin: fetching from 127.0.0.1 into " + folder);
        server.close();
        assertThat(cache.fetch(file)).hasBinaryContent(CONTENT);
        assertThat(server.asked).containsExactly("/file 0");
    }

    @Test
    void aCutConnectionIsTakenUpWhereItBroke() throws Exception {
        var first = new AtomicInteger();
        var file = remote(server.on(
                "/cut",
                (out, from) -> part(out, CONTENT, from, first.getAndIncrement() == 0 ? 100_000 : CONTENT.length)));
        assertThat(cache.fetch(file)).hasBinaryContent(CONTENT);
        assertThat(server.asked).containsExactly("/cut 0", "/cut 100000");
    }

    @Test
    void whatAnEarlierSessionLeftIsNotFetchedAgain() throws Exception {
        Files.createDirectories(begun().getParent());
        Files.write(begun(), java.util.Arrays.copyOf(CONTENT, 200_000));
        assertThat(cache.fetch(remote(server.file("/file", CONTENT)))).hasBinaryContent(CONTENT);
        assertThat(server.asked).containsExactly("/file 200000");
        assertThat(begun()).doesNotExist();
    }

    @Test
    void aServerThatKnowsNoRangesBeginsAgain() throws Exception {
        Files.createDirectories(begun().getParent());
        Files.write(begun(), new byte[1000]);
        var file = remote(server.on("/whole", (out, from) -> part(out, CONTENT, 0, CONTENT.length)));
        assertThat(cache.fetch(file)).hasBinaryContent(CONTENT);
        assertThat(server.asked).containsExactly("/whole 1000");
    }

    @Test
    void aWrongBeginningIsThrownAwayAndTheFileFetchedWhole() throws Exception {
        Files.createDirectories(begun().getParent());
        Files.write(begun(), new byte[1000]);
        assertThat(cache.fetch(remote(server.file("/file", CONTENT)))).hasBinaryContent(CONTENT);
        assertThat(server.asked).containsExactly("/file 1000", "/file 0");
    }

    @Test
    void aBeginningLongerThanTheFileIsThrownAway() throws Exception {
        Files.createDirectories(begun().getParent());
        Files.write(begun(), new byte[400_000]);
        var file = remote(server.on("/file", (out, from) -> {
            if (from > 0) {
                head(out, "416 Range Not Satisfiable", "Content-Length: 0");
            } else {
                part(out, CONTENT, 0, CONTENT.length);
            }
        }));
        assertThat(cache.fetch(file)).hasBinaryContent(CONTENT);
    }

    @Test
    void theNextAddressIsAskedWhereOneFails() throws Exception {
        var busy = server.on("/busy", (out, from) -> head(out, "503 Busy", "Content-Length: 0"));
        var gone = server.on("/gone", (out, from) -> head(out, "404 Not Found", "Content-Length: 0"));
        assertThat(cache.fetch(remote(gone, busy, server.file("/file", CONTENT))))
                .hasBinaryContent(CONTENT);
        assertThat(server.asked).containsExactly("/gone 0", "/busy 0", "/busy 0", "/busy 0", "/file 0");
    }

    @Test
    void whereNoAddressHasTheFileEachIsNamedWithItsReason() throws Exception {
        var other = server.file("/other", "something else".getBytes(StandardCharsets.US_ASCII));
        var early = server.on("/early", (out, from) -> part(out, CONTENT, from, from));
        var file = remote(
                server.on("/gone", (out, from) -> head(out, "404 Not Found", "Content-Length: 0")), other, early);
        assertOneSentence(
                () -> cache.fetch(file),
                "set/file.bin: expected to fetch it, got no whole file: 127.0.0.1: it answers 404",
                "expected SHA-256 " + sum("SHA-256"),
                "the connection broke",
                "put the file at " + folder.resolve("set/file.bin"),
                "or take digits(), which ships with Percolate");
        assertThat(folder.resolve("set/file.bin")).doesNotExist();
    }

    @Test
    void aLengthThatIsTooShortIsFoundByTheSum() throws Exception {
        var file = remote(server.on("/short", (out, from) -> {
            head(out, "200 OK", "Content-Length: 1000");
            out.write(CONTENT);
        }));
        assertOneSentence(() -> cache.fetch(file), "expected SHA-256");
    }

    @Test
    void aSilentServerIsNotWaitedFor() throws Exception {
        var release = new CountDownLatch(1);
        var file = remote(
                server.on("/silent", (out, from) -> {
                    part(out, CONTENT, from, Math.min(from + 1000, CONTENT.length));
                    out.flush();
                    wait(release);
                }),
                server.on("/dumb", (out, from) -> wait(release)));
        assertOneSentence(() -> cache.fetch(file), "it sent nothing for 0.4 s", "it does not answer");
        release.countDown();
        assertThat(server.asked).contains("/silent 2000");
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void redirectsAreFollowedButNotForeverAndNotOutOfHttps() throws Exception {
        server.file("/file", CONTENT);
        var once = server.on("/once", (out, from) -> head(out, "302 Found", "Location: /file", "Content-Length: 0"));
        assertThat(cache.fetch(remote(once))).hasBinaryContent(CONTENT);
        Files.delete(folder.resolve("set/file.bin"));
        var loop = server.on("/loop", (out, from) -> head(out, "301 Moved", "Location: /loop", "Content-Length: 0"));
        var plain = server.on(
                "/plain", (out, from) -> head(out, "302 Found", "Location: http://far.invalid/", "Content-Length: 0"));
        assertOneSentence(
                () -> cache.fetch(remote(loop, plain)),
                "it redirects more than 5 times",
                "http://far.invalid/ is not an https address");
        assertThat(server.asked).hasSize(2 + 6 + 1);
    }

    @Test
    void anAddressOfTheNetworkDoesNotLeadToThisMachine() {
        assertThatThrownBy(() -> Address.redirected(URI.create("https://far.invalid/a"), "http://localhost/x"))
                .hasMessage("far.invalid redirects to this machine");
        assertThatThrownBy(() -> Address.check(URI.create("file:///etc/passwd")))
                .hasMessageContaining("not an https");
    }

    @Test
    void withoutANetworkTheNearestShippedSetIsNamed() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var file = remote(URI.create("http://127.0.0.1:" + free + "/file"));
        assertOneSentence(
                () -> cache.fetch(file), "127.0.0.1: no connection; try again with a network", "or take digits()");
    }

    @Test
    void aCopyThatWasChangedIsFetchedAgain() throws Exception {
        var file = remote(server.file("/file", CONTENT));
        Files.write(cache.fetch(file), new byte[] {1, 2, 3});
        assertThat(cache.fetch(file)).hasBinaryContent(CONTENT);
        assertThat(said).contains("set/file.bin: its copy in " + folder + " is not as it came, so it is fetched again");
    }

    @Test
    void aFileThatSomebodyPutThereIsTakenIfItIsTheRightOne() throws Exception {
        Files.createDirectories(folder.resolve("set"));
        Files.write(folder.resolve("set/file.bin"), CONTENT);
        assertThat(cache.fetch(remote(server.file("/file", CONTENT)))).hasBinaryContent(CONTENT);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void whereNothingIsKnownOfAFileTheFirstDownloadIsRecorded() throws Exception {
        var file = RemoteFile.at("own.csv", server.file("/own.csv", CONTENT));
        assertThat(cache.fetch(file)).hasBinaryContent(CONTENT);
        assertThat(folder.resolve("own.csv.sha256")).hasContent(sum("SHA-256"));
        assertThat(cache.fetch(file)).hasBinaryContent(CONTENT);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void manyThreadsFetchAFileOnce() throws Exception {
        var file = remote(server.file("/file", CONTENT));
        var threads = new ArrayList<Thread>();
        var whole = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            var thread = new Thread(() -> {
                cache.fetch(file);
                whole.incrementAndGet();
            });
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(whole).hasValue(6);
        assertThat(server.asked).containsExactly("/file 0");
    }

    @Test
    void twoProcessesFetchAFileOnce() throws Exception {
        var file = server.file("/file", CONTENT).toString();
        var one = process(file);
        var other = process(file);
        assertThat(List.of(one.waitFor(), other.waitFor())).containsExactly(0, 0);
        assertThat(server.asked).containsExactly("/file 0");
    }

    private Process process(String address) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fetching.class.getName(),
                        folder.toString(),
                        address)
                .inheritIO()
                .start();
    }

    /** A process that fetches one file. */
    static final class Fetching {
        private Fetching() {}

        public static void main(String[] given) throws Exception {
            var file =
                    new Cache(Path.of(given[0]), Duration.ofSeconds(5), said -> {}).fetch(remote(URI.create(given[1])));
            System.exit(Files.size(file) == CONTENT.length ? 0 : 1);
        }
    }

    @Test
    void anInterruptEndsItAndLeavesWhatHasCome() throws Exception {
        var file = remote(server.on("/silent", (out, from) -> {
            part(out, CONTENT, from, 50_000);
            out.flush();
            wait(new CountDownLatch(1));
        }));
        var patient = new Cache(folder, Duration.ofSeconds(60), said::add);
        var failure = new ArrayList<Throwable>();
        var thread = new Thread(() -> patient.fetch(file));
        thread.setUncaughtExceptionHandler((t, e) -> failure.add(e));
        thread.start();
        while (!Files.exists(begun()) || Files.size(begun()) < 50_000) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        thread.join();
        assertThat(failure).singleElement().isInstanceOf(DownloadException.class);
        assertThat(failure.get(0)).hasMessageContaining("got an interrupt; the next try goes on from here");
        assertThat(begun()).hasSize(50_000);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        var blocked = Files.writeString(folder.resolve("file"), "");
        assertOneSentence(
                () -> new Cache(blocked, Duration.ofSeconds(1), said::add).fetch(remote(server.file("/f", CONTENT))),
                "expected a folder to keep it in, got " + blocked,
                "set PERCOLATE_DATA to another");
    }

    @Test
    void filesAreKeptWhereTheSystemExpectsThem() {
        var home = Path.of("/home/ada");
        assertThat(CacheFolder.find(Map.of(), "Linux", home)).isEqualTo(home.resolve(".cache/percolate/data"));
        assertThat(CacheFolder.find(Map.of("XDG_CACHE_HOME", "/x"), "Linux", home))
                .isEqualTo(Path.of("/x/percolate/data"));
        assertThat(CacheFolder.find(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library/Caches/percolate/data"));
        assertThat(CacheFolder.find(Map.of("LOCALAPPDATA", "/l"), "Windows 11", home))
                .isEqualTo(Path.of("/l/percolate/data"));
        assertThat(CacheFolder.find(Map.of("PERCOLATE_DATA", "/own"), "Linux", home))
                .isEqualTo(Path.of("/own"));
    }

    @Test
    void aProxyOfTheJvmIsAskedForOtherServers() throws Exception {
        System.setProperty("https.proxyHost", "127.0.0.1");
        System.setProperty(
                "https.proxyPort", String.valueOf(server.file("/", CONTENT).getPort()));
        try {
            assertThatThrownBy(() -> cache.fetch(remote(URI.create("https://far.invalid/file"))))
                    .hasMessageContaining("far.invalid: ");
            assertThat(server.asked).contains("far.invalid:443 0");
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    @Test
    void aChecksumHasTheDigitsOfItsAlgorithm() {
        assertOneSentence(() -> Checksum.md5("abc"), "checksum: expected 32 hexadecimal digits of MD5, got \"abc\"");
    }

    @Test
    void largeFilesTellTheirQuarters() {
        var notices = new Notices("big", said::add);
        for (long at = 0; at <= 40_000_000; at += 100_000) {
            notices.fetched(at, 40_000_000);
        }
        assertThat(said)
                .containsExactly("big: 10.0 MB of 40.0 MB", "big: 20.0 MB of 40.0 MB", "big: 30.0 MB of 40.0 MB");
        assertThat(Notices.size(900)).isEqualTo("900 bytes");
    }
}
