package percolate.kernel.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.KernelClient;

/** Ten thousand messages that no front end sends, the same in each run; the kernel drops them and answers the next. */
class RandomMessageTest {
    private static final int MESSAGES = 10_000;
    private static final List<Channel> CHANNELS = List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN);
    private static final List<String> TYPES = List.of(
            "execute_request",
            "complete_request",
            "inspect_request",
            "history_request",
            "comm_open",
            "comm_msg",
            "is_complete_request",
            "kernel_info_request",
            "comm_info_request",
            "no_such_request",
            "input_reply",
            "");
    private static final List<String> JSON = List.of(
            "{}",
            "[]",
            "null",
            "1e999",
            "{\"code\":",
            "{\"code\":{\"code\":[]}}",
            "{\"code\":1,\"cursor_pos\":-5}",
            "{\"cursor_pos\":99999999999}",
            "{\"user_expressions\":[1]}",
            "\"text\"",
            "",
            "{\"a\":\"\\ud800\"}",
            "[[[[[[[[");

    private final RunningKernel kernel = RunningKernel.start();
    private final KernelClient client = kernel.client();
    private final Logger logger = Logger.getLogger("percolate.kernel");
    private final Level level = logger.getLevel();
    private final Random random = new Random(20_260_101);

    RandomMessageTest() {
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void close() {
        logger.setLevel(level);
        kernel.close();
    }

    @Test
    void wrongSignaturesAndFramesOfAnyBytesAreDropped() {
        for (var i = 0; i < MESSAGES / 2; i++) {
            var frames = new ArrayList<byte[]>();
            for (var frame = random.nextInt(9); frame >= 0; frame--) {
                frames.add(frame());
            }
            client.sendFrames(channel(), frames);
        }
        assertAnswers();
    }

    @Test
    void signedMessagesWithAnyContentGetAnErrorOrNothing() {
        for (var i = 0; i < MESSAGES / 2; i++) {
            var header = random.nextInt(10) == 0
                    ? json()
                    : client.header(TYPES.get(random.nextInt(TYPES.size()))).toString();
            client.sendSigned(channel(), List.of(header, json(), json(), json()));
        }
        assertAnswers();
    }

    private void assertAnswers() {
        assertThat(kernel.execute("sum 1 2").result()).isEqualTo("3");
        assertThat(client.ask(Channel.CONTROL, "kernel_info_request", new JsonObject())
                        .status())
                .isEqualTo("ok");
        assertThat(client.beat(new byte[] {1, 2})).containsExactly(1, 2);
    }

    private Channel channel() {
        return CHANNELS.get(random.nextInt(CHANNELS.size()));
    }

    private String json() {
        return JSON.get(random.nextInt(JSON.size()));
    }

    /** The delimiter, JSON of the wrong kind, or noise. */
    private byte[] frame() {
        return switch (random.nextInt(4)) {
            case 0 -> "<IDS|MSG>".getBytes(UTF_8);
            case 1 -> json().getBytes(UTF_8);
            case 2 ->
                client.header(TYPES.get(random.nextInt(TYPES.size())))
                        .toString()
                        .getBytes(UTF_8);
            default -> noise();
        };
    }

    private byte[] noise() {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }
}
