package percolate.kernel.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.KernelClient;

class UntrustedMessageTest {
    private final RunningKernel kernel = RunningKernel.start();
    private final KernelClient client = kernel.client();
    private final Logger logger = Logger.getLogger("percolate.kernel.channels");
    private final Log log = new Log();

    UntrustedMessageTest() {
        logger.addHandler(log);
    }

    @AfterEach
    void close() {
        logger.removeHandler(log);
        kernel.close();
    }

    @Test
    void aCellSignedWithAnotherKeyIsDroppedWithALineInTheLog() {
        for (var channel : new Channel[] {Channel.SHELL, Channel.CONTROL, Channel.STDIN}) {
            client.sendSignedBy("another key", channel, "execute_request", KernelClient.cell("print stolen"));
            assertThat(log.next())
                    .isEqualTo("dropped on " + channel
                            + ": message: expected a signature made with this connection's key, got another");
            assertNothingRan();
        }
    }

    @Test
    void anInterruptAndAShutdownWithoutSignatureAreDropped() {
        for (var type : List.of("interrupt_request", "shutdown_request")) {
            send(Channel.CONTROL, "<IDS|MSG>", "", client.header(type).toString(), "{}", "{}", "{}");
            assertThat(log.next()).contains("got none");
            assertNothingRan();
        }
    }

    @Test
    void aSignatureThatIsTooShortIsDropped() {
        send(Channel.SHELL, "<IDS|MSG>", "ab", client.header("execute_request").toString(), "{}", "{}", "{}");
        assertThat(log.next()).contains("got another");
        assertNothingRan();
    }

    @Test
    void framesWithoutDelimiterOrPartsAreDropped() {
        send(Channel.SHELL, "");
        assertThat(log.next()).contains("expected the delimiter");
        send(Channel.SHELL, "nonsense", "{}");
        assertThat(log.next()).contains("expected the delimiter");
        send(Channel.SHELL, "<IDS|MSG>");
        assertThat(log.next()).contains("four parts after the delimiter, got 0 frames");
        send(Channel.CONTROL, "<IDS|MSG>", "", "{}");
        assertThat(log.next()).contains("four parts after the delimiter, got 2 frames");
        assertNothingRan();
    }

    @Test
    void tenThousandWrongSignaturesAreDroppedWithFewLinesInTheLog() {
        var content = KernelClient.cell("print stolen");
        for (var i = 0; i < 10_000; i++) {
            client.sendSignedBy("key " + i, Channel.SHELL, "execute_request", content);
        }
        assertNothingRan();
        assertThat(log.size()).isBetween(20, 30);
        assertThat(log.last()).endsWith("(10000 dropped until now)");
    }

    @Test
    void randomFramesAreDropped() {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++) {
            var frames = new ArrayList<byte[]>();
            for (var frame = 0; frame < random.nextInt(9); frame++) {
                frames.add(frame == 0 && i % 2 == 0 ? "<IDS|MSG>".getBytes(UTF_8) : bytes(random));
            }
            if (!frames.isEmpty()) {
                client.sendFrames(i % 3 == 0 ? Channel.CONTROL : Channel.SHELL, frames);
            }
        }
        assertNothingRan();
    }

    private static byte[] bytes(Random random) {
        var bytes = new byte[random.nextInt(500)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void aClientThatVanishesLeavesTheOthersTheirKernel() {
        var other = KernelClient.connect(kernel.kernel().connection());
        other.send(Channel.SHELL, "execute_request", KernelClient.cell("repeat 1000\nsleep 300"));
        other.hear(Channel.IOPUB, message -> message.type().equals("stream"));
        other.close();

        assertThat(kernel.execute("sum 1 1").result()).isEqualTo("2");
    }

    @Test
    void aCellOfAMegabyteRuns() {
        var cell = kernel.execute("print " + "x".repeat(1 << 20));

        assertThat(cell.status()).isEqualTo("ok");
        assertThat(cell.printed("stdout")).hasSize((1 << 20) + 1);
    }

    @Test
    void signedTextThatIsNoJsonIsDropped() {
        var header = client.header("execute_request").toString();
        client.sendSigned(Channel.SHELL, List.of("{\"msg_id\":", "{}", "{}", "{}"));
        assertThat(log.next()).contains("header: expected a JSON object");
        client.sendSigned(Channel.SHELL, List.of(header, "{}", "{}", "[1, 2]"));
        assertThat(log.next()).contains("content: expected a JSON object");
        client.sendSigned(Channel.SHELL, List.of(header, "null", "{}", "{}"));
        assertThat(log.next()).contains("parent_header: expected a JSON object");
        client.sendSigned(Channel.SHELL, List.of("{}", "{}", "{}", "{}"));
        assertThat(log.next()).contains("msg_id: expected a text, got no such field");
        client.sendSigned(Channel.SHELL, List.of(header, "{}", "{}", "[".repeat(200_000)));
        assertThat(log.next()).contains("dropped on SHELL");
        assertNothingRan();
    }

    @Test
    void badTypesInsideAContentAreNamedInTheReply() {
        var content = new JsonObject();
        content.addProperty("code", "sum 1");
        content.addProperty("cursor_pos", "three");

        var reply = kernel.ask("complete_request", content);

        assertThat(reply.status()).isEqualTo("error");
        assertThat(reply.reply().text("evalue"))
                .isEqualTo("complete_request: cursor_pos: expected a whole number, got \"three\"");
    }

    private void assertNothingRan() {
        var next = kernel.execute("number");
        assertThat(next.status()).isEqualTo("ok");
        assertThat(client.unread(Channel.SHELL)).isEmpty();
        assertThat(client.unread(Channel.IOPUB))
                .noneMatch(message -> message.type().equals("stream"));
        assertThat(client.unread(Channel.IOPUB))
                .noneMatch(message -> message.type().equals("execute_input"));
    }

    private void send(Channel channel, String... frames) {
        client.sendFrames(
                channel, Stream.of(frames).map(frame -> frame.getBytes(UTF_8)).toList());
    }

    private static final class Log extends Handler {
        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

        /** Waits for a line that was logged and not asked for yet. */
        String next() {
            try {
                return Optional.ofNullable(lines.poll(60, TimeUnit.SECONDS)).orElseThrow();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        int size() {
            return lines.size();
        }

        String last() {
            return lines.stream().reduce((earlier, later) -> later).orElseThrow();
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
