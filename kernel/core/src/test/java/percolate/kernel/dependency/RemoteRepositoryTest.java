package percolate.kernel.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteRepositoryTest {
    @TempDir
    Path folder;

    private FileRepository files;
    private HttpRepository server;

    @BeforeEach
    void serve() throws IOException {
        files = new FileRepository(Files.createDirectories(folder.resolve("served")));
        server = new HttpRepository(files.folder());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Dependencies dependencies(String settings) throws IOException {
        var file = Files.writeString(folder.resolve("settings.xml"), "<settings>" + settings + "</settings>");
        return new Dependencies(List.of(), new MavenPlace(Optional.of(file), Optional.of(folder.resolve("local"))));
    }

    private static String mirror(String of, String url) {
        return "<mirrors><mirror><id>test</id><mirrorOf>" + of + "</mirrorOf><url>" + url + "</url></mirror></mirrors>";
    }

    private static List<Coordinates> one() {
        return List.of(Coordinates.parse("a:one:1"));
    }

    @Test
    void aSessionsOwnRepositoryIsAskedAndWhatItGaveIsKeptForOffline() throws Exception {
        files.with("a:one:1");
        var dependencies = dependencies(mirror("central", files.url()));
        dependencies.addRepository("mine", server.url());
        Files.move(files.folder().resolve("a"), folder.resolve("a"));
        assertThatThrownBy(() -> dependencies.add(one()))
                .hasMessageContaining("a:one:1 was not found in")
                .hasMessageContaining("mine (" + server.url());
        Files.move(folder.resolve("a"), files.folder().resolve("a"));
        assertThat(dependencies.add(one()).libraries()).containsExactly("a:one:1");
        server.asked.clear();
        var offline = dependencies("<offline>true</offline>" + mirror("*", server.url()));
        assertThat(offline.add(one()).libraries()).containsExactly("a:one:1");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aMirrorOfTheSettingsStandsInForEveryRepository() throws Exception {
        files.with("a:one:1");
        var dependencies = dependencies(mirror("*", server.url()));
        dependencies.addRepository("elsewhere", "http://unreachable.invalid/");
        assertThat(dependencies.add(one()).libraries()).containsExactly("a:one:1");
        assertThat(server.asked).contains("/a/one/1/one-1.jar");
    }

    @Test
    void aProxyOfTheSettingsIsUsed() throws Exception {
        files.with("a:one:1");
        var dependencies = dependencies("<proxies><proxy><active>true</active><protocol>http</protocol>"
                + "<host>127.0.0.1</host><port>" + server.port() + "</port></proxy></proxies>"
                + mirror("*", "http://far.invalid/"));
        assertThat(dependencies.add(one()).libraries()).containsExactly("a:one:1");
        assertThat(server.asked).contains("http://far.invalid/a/one/1/one-1.jar");
    }

    @Test
    void aProxyOfTheJvmIsUsedWhereTheSettingsNameNone() throws Exception {
        files.with("a:one:1");
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", String.valueOf(server.port()));
        try {
            var dependencies = dependencies(mirror("*", "http://far.invalid/"));
            assertThat(dependencies.add(one()).libraries()).containsExactly("a:one:1");
            assertThat(server.asked).contains("http://far.invalid/a/one/1/one-1.jar");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }

    @Test
    void aFileThatIsNotWhatItsChecksumSaysIsRefusedWhereTheSettingsAskForThat() throws Exception {
        files.with("a:one:1").withChecksum("a:one:1", "0000000000000000000000000000000000000000");
        var dependencies = dependencies(
                "<profiles><profile><id>p</id><repositories><repository><id>central</id><url>"
                        + server.url() + "</url><releases><checksumPolicy>fail</checksumPolicy></releases></repository>"
                        + "</repositories></profile></profiles><activeProfiles><activeProfile>p</activeProfile></activeProfiles>");
        assertThatThrownBy(() -> dependencies.add(one()))
                .hasMessageStartingWith("a:one:1: expected the checksum that central (" + server.url());
    }

    @Test
    void aRepositoryThatCannotBeReachedIsNamed() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var dependencies = dependencies(mirror("*", "http://127.0.0.1:" + port + "/"));
        assertThatThrownBy(() -> dependencies.add(one()))
                .hasMessageContaining("cannot reach test (http://127.0.0.1:" + port)
                .hasMessageContaining("check the network");
    }

    @Test
    void anInterruptEndsAStalledDownloadAndTheNextOneWorks() throws Exception {
        files.with("a:one:1").with("b:two:2");
        var dependencies = dependencies(mirror("*", server.url()));
        server.stalls = true;
        var waiting = new CompletableFuture<Thread>();
        var ended = CompletableFuture.supplyAsync(() -> {
            waiting.complete(Thread.currentThread());
            try {
                return String.valueOf(dependencies.add(one()));
            } catch (InterruptedException e) {
                return "interrupted";
            }
        });
        server.stalled.await();
        waiting.join().interrupt();
        assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo("interrupted");
        server.stalls = false;
        assertThat(dependencies.add(List.of(Coordinates.parse("b:two:2"))).libraries())
                .containsExactly("b:two:2");
    }
}
