package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"read", "ask name?", "secret word?"})
    void aFrontEndThatCannotAskFailsTheCell(String code) {
        var content = KernelClient.cell(code);
        content.addProperty("allow_stdin", false);

        var reply = kernel.ask("execute_request", content);

        assertThat(reply.status()).isEqualTo("error");
        assertThat(kernel.client().unread(Channel.STDIN)).isEmpty();
        assertThat(reply.reply().text("evalue"))
                .isEqualTo("standard input: expected a front end that asks its user, got one that does not; give the"
                        + " value in the code instead");
    }

    @Test
    void aQuestionComesWithItsPromptAndAPasswordIsTypedUnseen() {
        var id = kernel.begin("ask Your name? ");
        var question = kernel.client().reply(Channel.STDIN, id);
        assertThat(question.text("prompt")).isEqualTo("Your name? ");
        assertThat(question.content().get("password").getAsBoolean()).isFalse();
        kernel.client().answer(question, "Ada");
        assertThat(kernel.finish(id).result()).isEqualTo("Ada");

        var second = kernel.begin("secret Word? ");
        var asked = kernel.client().reply(Channel.STDIN, second);
        assertThat(asked.content().get("password").getAsBoolean()).isTrue();
        kernel.client().answer(asked, "xyzzy");
        assertThat(kernel.finish(second).result()).isEqualTo("xyzzy");
    }

    @Test
    void aLineOfOutputThatWaitsToBeEndedIsTheQuestion() {
        var id = kernel.begin("print hello", "prompt How old? ", "read");
        var question = kernel.client().reply(Channel.STDIN, id);
        kernel.client().answer(question, "7");

        var cell = kernel.finish(id);
        assertThat(cell.printed("stdout") + question.text("prompt")).isEqualTo("hello\nHow old? ");
    }

    @Test
    void aQuestionCanBeInterrupted() {
        var id = kernel.begin("ask now? ");
        kernel.client().reply(Channel.STDIN, id);

        kernel.command("interrupt_request");

        assertThat(kernel.finish(id).reply().text("evalue")).contains("got an interrupt of this thread");
        assertThat(kernel.execute("sum 1 1").result()).isEqualTo("2");
    }

    @Test
    void theEndOfInputEndsAScanner() {
        var id = kernel.begin("rest");
        kernel.client().answer(kernel.client().reply(Channel.STDIN, id), "\u0004");
        assertThat(kernel.finish(id).result()).isEqualTo("false");
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
