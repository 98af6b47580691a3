package percolate.kernel.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
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
            assertNothingRan();
        }
        assertThat(log.lines).hasSize(3).allMatch(line -> line.contains("expected a signature made with"));
    }

    @Test
    void anInterruptAndAShutdownWithoutSignatureAreDropped() {
        for (var type : List.of("interrupt_request", "shutdown_request")) {
            var header = client.header(type).toString().getBytes(UTF_8);
            client.sendFrames(
                    Channel.CONTROL,
                    frames("<IDS|MSG>".getBytes(UTF_8), new byte[0], header, brackets(), brackets(), brackets()));
            assertNothingRan();
        }
        assertThat(log.lines).hasSize(2).allMatch(line -> line.contains("got none"));
    }

    @Test
    void aSignatureThatIsTooShortOrNotForThisTextIsDropped() {
        client.sendFrames(
                Channel.SHELL,
                frames(
                        "<IDS|MSG>".getBytes(UTF_8),
                        "ab".getBytes(UTF_8),
                        brackets(),
                        brackets(),
                        brackets(),
                        brackets()));
        assertNothingRan();
    }

    @Test
    void framesWithoutDelimiterOrPartsAreDropped() {
        client.sendFrames(Channel.SHELL, frames(new byte[0]));
        client.sendFrames(Channel.SHELL, frames("nonsense".getBytes(UTF_8), brackets()));
        client.sendFrames(Channel.SHELL, frames("<IDS|MSG>".getBytes(UTF_8)));
        client.sendFrames(Channel.CONTROL, frames("<IDS|MSG>".getBytes(UTF_8), new byte[0], brackets()));
        assertNothingRan();
    }

    @Test
    void signedTextThatIsNoJsonIsDropped() {
        var header = client.header("execute_request").toString();
        client.sendSigned(Channel.SHELL, List.of("{\"msg_id\":", "{}", "{}", "{}"));
        client.sendSigned(Channel.SHELL, List.of(header, "{}", "{}", "[1, 2]"));
        client.sendSigned(Channel.SHELL, List.of(header, "null", "{}", "{}"));
        client.sendSigned(Channel.SHELL, List.of("{}", "{}", "{}", "{}"));
        client.sendSigned(Channel.SHELL, List.of(header, "{}", "{}", "[".repeat(200_000)));
        assertNothingRan();
        assertThat(log.lines).hasSize(5);
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

    private static byte[] brackets() {
        return "{}".getBytes(UTF_8);
    }

    private static List<byte[]> frames(byte[]... frames) {
        return List.of(frames);
    }

    private static final class Log extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

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
