package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.KernelClient;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InputTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void aCellReadsALineThatTheUserTypes() {
        var id = kernel.begin("print your name?", "read");
        var question = kernel.client().reply(Channel.STDIN, id);

        assertThat(question.type()).isEqualTo("input_request");
        kernel.client().answer(question, "grüße");

        var cell = kernel.finish(id);
        assertThat(cell.result()).isEqualTo("GRÜSSE");
        assertThat(cell.printed("stdout")).isEqualTo("your name?\n");
    }

    @Test
    void anAnswerThatDoesNotSayToWhichQuestionIsTaken() {
        var id = kernel.begin("read");
        kernel.client().reply(Channel.STDIN, id);
        var content = new JsonObject();
        content.addProperty("value", "yes");
        kernel.client().send(Channel.STDIN, "input_reply", content);

        assertThat(kernel.finish(id).result()).isEqualTo("YES");
    }

    @Test
    void aFrontEndThatCannotAskFailsTheCell() {
        var content = KernelClient.cell("read");
        content.addProperty("allow_stdin", false);

        assertThat(kernel.ask("execute_request", content).status()).isEqualTo("error");
    }

    @Test
    void aCellThatWaitsForInputCanBeInterrupted() {
        var id = kernel.begin("read");
        var first = kernel.client().reply(Channel.STDIN, id);

        kernel.command("interrupt_request");

        assertThat(kernel.finish(id).status()).isEqualTo("error");
        var next = kernel.begin("read");
        var second = kernel.client().reply(Channel.STDIN, next);
        kernel.client().answer(first, "too late");
        kernel.client().answer(second, "in time");
        assertThat(kernel.finish(next).result()).isEqualTo("IN TIME");
    }
}
