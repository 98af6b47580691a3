package percolate.kernel.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import percolate.kernel.channels.Channel;

class StreamTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void printedTextComesBeforeTheReplyAndTheResult() {
        var cell = kernel.execute("print one", "print two", "sum 1 2");

        assertThat(cell.types()).containsExactly("status", "execute_input", "stream", "execute_result", "status");
        assertThat(cell.printed("stdout")).isEqualTo("one\ntwo\n");
    }

    @Test
    void bothStreamsKeepTheirOrder() {
        var streams = kernel.execute("print a", "error b", "print c").of("stream");

        assertThat(streams)
                .extracting(message -> message.text("name") + " " + message.text("text"))
                .containsExactly("stdout a\n", "stderr b\n", "stdout c\n");
    }

    @Test
    void thousandsOfLinesAreFewMessagesAndNoneIsLost() {
        var cell = kernel.execute("repeat 2000");

        assertThat(cell.printed("stdout"))
                .isEqualTo(IntStream.range(0, 2000).mapToObj(i -> i + "\n").collect(Collectors.joining()));
        assertThat(cell.of("stream")).hasSizeLessThan(100);
    }

    @Test
    void printedTextAppearsWhileTheCellRuns() {
        var id = kernel.begin("print early", "sleep 60000");
        var stream =
                kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));

        assertThat(stream.parentId()).isEqualTo(id);
        assertThat(stream.text("text")).isEqualTo("early\n");
        kernel.command("interrupt_request");
        kernel.finish(id);
    }

    @Test
    void aThreadThatOutlivesItsCellPrintsUnderThatCell() {
        var first = kernel.begin("later 300 still here");
        kernel.finish(first);
        var second = kernel.execute("sleep 600", "print mine");

        var late = kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));
        assertThat(late.parentId()).isEqualTo(first);
        assertThat(late.text("text")).isEqualTo("still here\n");
        assertThat(second.printed("stdout")).isEqualTo("mine\n");
    }

    @Test
    void sharedWorkersPrintUnderTheCellThatRuns() {
        for (var i = 0; i < 3; i++) {
            assertThat(kernel.execute("parallel").printed("stdout").lines())
                    .containsExactlyInAnyOrder("1", "2", "3", "4");
        }
    }

    @Test
    void anExecutorsThreadPrintsUnderTheCellThatStartedIt() {
        var first = kernel.begin("pool one");
        assertThat(kernel.finish(first).printed("stdout")).isEqualTo("one\n");

        assertThat(kernel.execute("pool two").printed("stdout")).isEmpty();
        var late = kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));
        assertThat(late.text("text")).isEqualTo("two\n");
        assertThat(late.parentId()).isEqualTo(first);
    }

    @Test
    void aTaskOfTheCommonPoolPrintsUnderTheCellThatRuns() {
        for (var i = 0; i < 3; i++) {
            assertThat(kernel.execute("common task " + i).printed("stdout")).isEqualTo("task " + i + "\n");
        }
    }

    @Test
    void aMillionLinesArriveInTheirOrderAndTheCellSaysThatItIsSlowedDown() {
        var lines = kernel.execute("repeat 1000000");

        assertThat(lines.printed("stdout"))
                .isEqualTo(IntStream.range(0, 1_000_000).mapToObj(i -> i + "\n").collect(Collectors.joining()));
        assertThat(lines.printed("stderr")).isEqualTo(PrintingPace.NOTE + "\n");
        assertThat(lines.of("stream")).hasSizeLessThan(2_000);
    }

    @Test
    void aLongTextHasBreaksSoThatFrontEndsNeedNotDrawAllOfItAnew() {
        var cell = kernel.execute("repeat 200000");

        var area = 0;
        for (var message : cell.outputs()) {
            area = message.type().equals("stream") ? area + message.text("text").length() : 0;
            assertThat(area).isLessThan(300_000);
        }
        assertThat(cell.printed("stdout")).hasSizeGreaterThan(1_000_000);
        assertThat(kernel.execute("repeat 1000").of("display_data")).isEmpty();
    }

    @Test
    void charactersThatArriveInPartsStayWhole() {
        var cell = kernel.execute("write e2", "sleep 100", "write 82", "sleep 100", "write ac", "print  is a sign");

        assertThat(cell.printed("stdout")).isEqualTo("€ is a sign\n");
    }

    @Test
    void threadsOfTheKernelPrintToTheTerminal() {
        kernel.close();
        var terminal = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(terminal, true, UTF_8));
        try (var other = RunningKernel.start()) {
            other.execute("print mine");
            var noisy = new JsonObject();
            noisy.addProperty("code", "noise");
            var question = other.ask("complete_request", noisy);

            assertThat(question.of("stream")).isEmpty();
            assertThat(other.client().unread(Channel.IOPUB))
                    .noneMatch(message -> message.type().equals("stream"));
            assertThat(terminal.toString(UTF_8)).isEqualTo("completing noise" + System.lineSeparator());
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void theStreamsOfTheProcessComeBackAtTheEnd() {
        var captured = System.out;
        kernel.close();

        assertThat(System.out).isNotSameAs(captured);
    }
}
