package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.Execution;
import percolate.kernel.client.Received;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class QuestionTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void completionOffersTextsWithTheirTypes() {
        var content =
                ask("complete_request", "{code: 'sho', cursor_pos: 3}").reply().content();

        assertThat(content.get("status").getAsString()).isEqualTo("ok");
        assertThat(content.getAsJsonArray("matches").toString()).isEqualTo("[\"show\",\"shout\"]");
        var first = content.getAsJsonObject("metadata")
                .getAsJsonArray("_jupyter_types_experimental")
                .get(0)
                .getAsJsonObject();
        assertThat(first.get("text").getAsString()).isEqualTo("show");
        assertThat(first.get("type").getAsString()).isEqualTo("function");
        assertThat(first.get("signature").getAsString()).isEqualTo("show(text)");
        assertThat(first.get("start").getAsInt()).isZero();
        assertThat(first.get("end").getAsInt()).isEqualTo(3);
    }

    @Test
    void cursorPositionsCountCharactersOutsideTheBasicPlaneOnce() {
        var content = ask("complete_request", "{code: '😀😀 sle', cursor_pos: 6}")
                .reply()
                .content();

        assertThat(content.getAsJsonArray("matches").toString()).isEqualTo("[\"sleep\"]");
        assertThat(content.get("cursor_start").getAsInt()).isEqualTo(3);
        assertThat(content.get("cursor_end").getAsInt()).isEqualTo(6);
    }

    @Test
    void questionsAreAnsweredWhileACellRuns() {
        var running = kernel.begin("print asleep", "sleep 600000");
        kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));

        assertThat(ask("complete_request", "{code: 'pri', cursor_pos: 3}").status())
                .isEqualTo("ok");
        assertThat(ask("is_complete_request", "{code: 'print'}").status()).isEqualTo("complete");
        assertThat(ask("inspect_request", "{code: 'print', cursor_pos: 2}").status())
                .isEqualTo("ok");
        assertThat(ask("kernel_info_request", "{}").status()).isEqualTo("ok");

        kernel.command("interrupt_request");
        kernel.finish(running);
    }

    @Test
    void theKernelLooksBusyAfterAnAnswerWhileACellRuns() {
        var running = kernel.begin("print asleep", "sleep 600000");
        kernel.client().hear(Channel.IOPUB, message -> isBusy(message, running));
        kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));

        var question = ask("complete_request", "{code: 'pri', cursor_pos: 3}");
        assertThat(question.outputs().get(1).isIdle()).isTrue();
        kernel.client().hear(Channel.IOPUB, message -> isBusy(message, running));

        kernel.command("interrupt_request");
        assertThat(kernel.finish(running).status()).isEqualTo("error");
    }

    @Test
    void aCompletionThatFailsIsAnsweredWithTheError() {
        var reply = ask("complete_request", "{code: 'crash', cursor_pos: 5}");

        assertThat(reply.status()).isEqualTo("error");
        assertThat(reply.reply().text("evalue")).isEqualTo("completion failed");
        assertThat(reply.types()).containsExactly("status", "status");
    }

    @Test
    void codeIsCompleteOrSaysHowItGoesOn() {
        assertThat(ask("is_complete_request", "{code: 'print x'}").status()).isEqualTo("complete");

        var open = ask("is_complete_request", "{code: 'print x \\\\\\\\'}").reply();
        assertThat(open.text("status")).isEqualTo("incomplete");
        assertThat(open.text("indent")).isEqualTo("  ");
    }

    @Test
    void inspectionSaysWhenNothingIsFound() {
        var content = ask("inspect_request", "{code: 'unknown', cursor_pos: 2, detail_level: 0}")
                .reply()
                .content();

        assertThat(content.get("status").getAsString()).isEqualTo("ok");
        assertThat(content.get("found").getAsBoolean()).isFalse();
    }

    @Test
    void historyRemembersTheCellsOfThisSession() {
        kernel.execute("sum 1 1");
        kernel.execute("print two");
        kernel.execute("sum 1 1");

        assertThat(history("{hist_access_type: 'tail', n: 2, output: false, raw: true}"))
                .isEqualTo("[[1,2,\"print two\"],[1,3,\"sum 1 1\"]]");
        assertThat(history("{hist_access_type: 'range', session: 0, start: 1, stop: 3, output: true, raw: true}"))
                .isEqualTo("[[1,1,[\"sum 1 1\",\"2\"]],[1,2,[\"print two\",null]]]");
        assertThat(history("{hist_access_type: 'search', pattern: 'sum*', n: 10, unique: true}"))
                .isEqualTo("[[1,3,\"sum 1 1\"]]");
        assertThat(history("{hist_access_type: 'range', session: -1, start: 1, stop: 3}"))
                .isEqualTo("[]");
    }

    @Test
    void messagesOfUnknownTypesAreIgnored() {
        kernel.client().send(Channel.SHELL, "make_coffee_request", new JsonObject());
        kernel.client().send(Channel.CONTROL, "make_coffee_request", new JsonObject());

        assertThat(kernel.execute("sum 1 1").result()).isEqualTo("2");
    }

    private static boolean isBusy(Received message, String request) {
        return message.parentId().equals(request)
                && message.type().equals("status")
                && message.text("execution_state").equals("busy");
    }

    private String history(String request) {
        return ask("history_request", request)
                .reply()
                .content()
                .getAsJsonArray("history")
                .toString();
    }

    private Execution ask(String type, String content) {
        return kernel.ask(type, json(content));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
