package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.Execution;
import percolate.kernel.client.KernelClient;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SubshellTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void subshellsAreMadeListedAndDeleted() {
        var first = create();
        var second = create();
        assertThat(list()).containsExactly(first, second);

        assertThat(delete(first).status()).isEqualTo("ok");
        assertThat(list()).containsExactly(second);

        var again = delete(first).reply();
        assertThat(again.text("status")).isEqualTo("error");
        assertThat(again.text("evalue"))
                .isEqualTo("delete_subshell_request: subshell_id: expected a subshell of this kernel, got " + first
                        + "; create one first");
    }

    @Test
    void itsCellsRunWhileTheMainShellsDoAndEachHearsItsOwn() {
        var main = kernel.begin("print main begins", "sleep 600000");
        kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));
        var side = create();

        var done = kernel.finish(begin(side, "print beside", "later 0 from a thread", "sleep 200", "sum 2 3"));

        assertThat(done.result()).isEqualTo("5");
        assertThat(done.printed("stdout")).isEqualTo("beside\nfrom a thread\n");
        assertThat(done.outputs()).allSatisfy(output -> assertThat(
                        output.parent().get("subshell_id").getAsString())
                .isEqualTo(side));
        assertThat(done.reply().content().get("execution_count").getAsInt()).isEqualTo(2);
        assertThat(kernel.client().unread(Channel.IOPUB))
                .as("the main shell's cell still computes, and the kernel looks so")
                .anyMatch(message -> message.parentId().equals(main) && !message.isIdle());

        kernel.command("interrupt_request");
        assertThat(kernel.finish(main).status()).isEqualTo("error");
    }

    @Test
    void aLanguageThatRunsOneCellAtATimeLetsTheOthersWait() {
        var side = create();
        var main = kernel.begin("%%other", "read");
        var question = kernel.client().reply(Channel.STDIN, main);
        var waiting = begin(side, "%%other", "print my turn");
        var last = begin(create(), "%%other", "print last");
        kernel.ask("kernel_info_request", new JsonObject());

        assertThat(kernel.client().unread(Channel.IOPUB))
                .noneMatch(message -> message.type().equals("stream"));
        kernel.client().answer(question, "done");
        assertThat(kernel.finish(main).result()).isEqualTo("DONE");
        assertThat(kernel.finish(waiting).printed("stdout")).isEqualTo("my turn\n");
        assertThat(kernel.finish(last).printed("stdout")).isEqualTo("last\n");
    }

    @Test
    void aCellThatWaitsForItsTurnCanBeInterrupted() {
        var side = create();
        var main = kernel.begin("%%other", "print asleep", "sleep 600000");
        kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));
        var waiting = begin(side, "%%other", "print never");
        kernel.client()
                .hear(
                        Channel.IOPUB,
                        message -> message.type().equals("execute_input")
                                && message.parentId().equals(waiting));

        kernel.command("interrupt_request");

        assertThat(kernel.finish(main).reply().text("ename")).isEqualTo("Interrupted");
        assertThat(kernel.finish(waiting).reply().text("ename")).isEqualTo("Interrupted");
    }

    @Test
    void anInterruptStopsTheCellsOfAllShells() {
        var side = create();
        var main = kernel.begin("print asleep", "sleep 600000");
        var beside = begin(side, "print asleep", "sleep 600000");
        for (var cell : List.of(main, beside)) {
            kernel.client()
                    .hear(
                            Channel.IOPUB,
                            message -> message.type().equals("stream")
                                    && message.parentId().equals(cell));
        }

        kernel.command("interrupt_request");

        for (var cell : List.of(main, beside)) {
            assertThat(kernel.finish(cell).reply().text("ename")).isEqualTo("Interrupted");
        }
        assertThat(kernel.finish(begin(side, "sum 1 1")).result()).isEqualTo("2");
    }

    @Test
    void aFailureAbortsOnlyWhatWaitsInItsOwnShell() {
        var side = create();
        var waiting = kernel.begin("read");
        var behind = kernel.begin("print goes on");
        var question = kernel.client().reply(Channel.STDIN, waiting);

        assertThat(kernel.finish(begin(side, "fail here")).status()).isEqualTo("error");

        kernel.client().answer(question, "yes");
        assertThat(kernel.finish(waiting).result()).isEqualTo("YES");
        assertThat(kernel.finish(behind).status()).isEqualTo("ok");
    }

    @Test
    void twoCellsThatAskGetTheirOwnAnswers() {
        var side = create();
        var main = kernel.begin("ask main?");
        var beside = begin(side, "ask beside?");
        var ofMain = kernel.client().reply(Channel.STDIN, main);
        var ofSide = kernel.client().reply(Channel.STDIN, beside);
        kernel.client().answer(ofSide, "beside");
        kernel.client().answer(ofMain, "main");

        assertThat(kernel.finish(main).result()).isEqualTo("main");
        assertThat(kernel.finish(beside).result()).isEqualTo("beside");
    }

    @Test
    void aDeletedSubshellLetsItsCellEndAndAbortsWhatWaits() {
        var side = create();
        var running = begin(side, "read");
        var waiting = begin(side, "print never");
        var question = kernel.client().reply(Channel.STDIN, running);
        kernel.ask("kernel_info_request", new JsonObject());

        delete(side);
        kernel.client().answer(question, "done");

        assertThat(kernel.finish(running).result()).isEqualTo("DONE");
        assertThat(kernel.finish(waiting).status()).isEqualTo("aborted");
        var unknown = kernel.finish(begin(side, "print never"));
        assertThat(unknown.reply().text("ename")).isEqualTo("NoSuchSubshell");
        assertThat(unknown.types()).containsExactly("status", "status");
    }

    private String create() {
        return kernel.command("create_subshell_request").reply().text("subshell_id");
    }

    private List<String> list() {
        return kernel.command("list_subshell_request").reply().content().getAsJsonArray("subshell_id").asList().stream()
                .map(id -> id.getAsString())
                .toList();
    }

    private Execution delete(String id) {
        var content = new JsonObject();
        content.addProperty("subshell_id", id);
        return kernel.client().ask(Channel.CONTROL, "delete_subshell_request", content);
    }

    private String begin(String subshell, String... lines) {
        var header = kernel.client().header("execute_request");
        header.addProperty("subshell_id", subshell);
        return kernel.client().send(Channel.SHELL, header, KernelClient.cell(String.join("\n", lines)));
    }
}
