package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.KernelClient;

/**
 * Stops each kind of endless cell again and again, and prints how long that took. Five rounds in the ordinary build;
 * {@code -Dpercolate.rounds=100} for a claim about all of them.
 */
class PackagedStopTest {
    private static final int ROUNDS = Integer.getInteger("percolate.rounds", 5);

    @TempDir
    static Path folder;

    @AutoClose
    private static PackagedKernel kernel;

    private static KernelClient client;

    @BeforeAll
    static void start() throws IOException {
        kernel = PackagedKernel.start(folder);
        client = kernel.client;
        succeed("int round = 0; long x = 0; int deep(int n) { return n > 500 ? 0 : deep(n + 1) + deep(n + 1); }");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCellThatWouldNeverEndIsStoppedAndTheNextOneRuns(EndlessCell kind) {
        kind.preparation().ifPresent(PackagedStopTest::succeed);
        var took = new ArrayList<Duration>();
        for (var round = 1; round <= ROUNDS; round++) {
            succeed("round = " + round);
            took.add(stop(kind));
            assertThat(client.execute("round").result())
                    .as(kind + ": variables are intact")
                    .isEqualTo("" + round);
        }
        report(kind, took);
    }

    /** All, or those that {@code -Dpercolate.cells=EMPTY_LOOP,SCANNER} names. */
    static Stream<EndlessCell> kinds() {
        var named = System.getProperty("percolate.cells", "");
        return Stream.of(EndlessCell.values())
                .filter(kind -> named.isEmpty() || List.of(named.split(",")).contains(kind.name()));
    }

    private static Duration stop(EndlessCell kind) {
        var id = client.send(Channel.SHELL, "execute_request", KernelClient.cell(kind.code()));
        if (kind.tellsThatItRuns()) {
            client.hear(
                    Channel.IOPUB,
                    message -> message.parentId().equals(id) && message.type().equals("stream"));
        }
        var before = System.nanoTime();
        var interrupt = client.send(Channel.CONTROL, "interrupt_request", new JsonObject());
        var stopped = client.reply(Channel.SHELL, id);
        var took = Duration.ofNanos(System.nanoTime() - before);
        client.finish(Channel.CONTROL, interrupt);
        client.outputs(id);
        assertThat(stopped.text("status")).as(kind + ": " + stopped).isEqualTo("error");
        assertThat(stopped.text("ename")).as(kind + ": " + stopped).isEqualTo("Interrupted");
        return took;
    }

    private static void succeed(String code) {
        var done = client.execute(code);
        assertThat(done.status()).as(code + ": " + done.reply()).isEqualTo("ok");
    }

    private static void report(EndlessCell kind, List<Duration> took) {
        var millis = took.stream().map(Duration::toMillis).sorted().toList();
        System.out.printf(
                "%-28s %4d rounds, interrupt to end: median %4d ms, worst %4d ms%n",
                kind, millis.size(), millis.get(millis.size() / 2), millis.get(millis.size() - 1));
    }
}
