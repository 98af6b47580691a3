package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.Execution;
import percolate.kernel.client.KernelClient;

class ExecuteTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void aValueComesBackBetweenBusyAndIdle() {
        var cell = kernel.execute("sum 1 2 3");

        assertThat(cell.status()).isEqualTo("ok");
        assertThat(cell.reply().type()).isEqualTo("execute_reply");
        assertThat(cell.result()).isEqualTo("6");
        assertThat(cell.types()).containsExactly("status", "execute_input", "execute_result", "status");
        assertThat(cell.outputs().get(0).text("execution_state")).isEqualTo("busy");
    }

    @Test
    void theInputIsShownToEveryFrontEnd() {
        var input = kernel.execute("print x").of("execute_input").get(0);

        assertThat(input.text("code")).isEqualTo("print x");
        assertThat(input.content().get("execution_count").getAsInt()).isEqualTo(1);
    }

    @Test
    void cellsAreCounted() {
        kernel.execute("print x");
        var second = kernel.execute("number");

        assertThat(count(second)).isEqualTo(2);
        assertThat(second.result()).isEqualTo("2");
        assertThat(second.of("execute_result")
                        .get(0)
                        .content()
                        .get("execution_count")
                        .getAsInt())
                .isEqualTo(2);
    }

    @Test
    void aSilentCellShowsAndCountsNothing() {
        var cell = run("print x\nsum 1 2", "silent", true);

        assertThat(cell.status()).isEqualTo("ok");
        assertThat(cell.types()).containsExactly("status", "status");
        assertThat(count(cell)).isZero();
    }

    @Test
    void aCellThatStoresNoHistoryShowsButDoesNotCount() {
        kernel.execute("print x");
        var cell = run("sum 1 2", "store_history", false);

        assertThat(cell.result()).isEqualTo("3");
        assertThat(count(cell)).isEqualTo(1);
        assertThat(count(kernel.execute("print x"))).isEqualTo(2);
    }

    @Test
    void aFailureIsShownAndReplied() {
        var cell = kernel.execute("print before", "fail not today");

        assertThat(cell.types()).containsExactly("status", "execute_input", "stream", "error", "status");
        for (var message : new JsonObject[] {
            cell.reply().content(), cell.of("error").get(0).content()
        }) {
            assertThat(message.get("ename").getAsString()).isEqualTo("ScriptError");
            assertThat(message.get("evalue").getAsString()).isEqualTo("not today");
            assertThat(message.getAsJsonArray("traceback").get(0).getAsString()).isEqualTo("cell 1");
        }
        assertThat(cell.status()).isEqualTo("error");
        assertThat(count(cell)).isEqualTo(1);
    }

    @Test
    void aLanguageThatThrowsFailsTheCellAndTheNextOneRuns() {
        var cell = kernel.execute("crash inner trouble");

        assertThat(cell.status()).isEqualTo("error");
        assertThat(cell.reply().text("evalue")).isEqualTo("inner trouble");
        assertThat(kernel.execute("sum 2 2").result()).isEqualTo("4");
    }

    @Test
    void cellsThatWaitBehindAFailureAreAborted() {
        var failing = kernel.begin("read", "fail now");
        var second = kernel.begin("print second");
        var third = kernel.begin("print third");
        answerOnceAllHaveArrived(failing);

        assertThat(kernel.finish(failing).status()).isEqualTo("error");
        for (var id : new String[] {second, third}) {
            var aborted = kernel.finish(id);
            assertThat(aborted.status()).isEqualTo("aborted");
            assertThat(aborted.reply().content().has("execution_count")).isFalse();
            assertThat(aborted.types()).containsExactly("status", "status");
        }
        assertThat(count(kernel.execute("print x"))).isEqualTo(2);
    }

    @Test
    void cellsThatWaitRunAfterAFailureThatStopsNothing() {
        var content = KernelClient.cell("read\nfail now");
        content.addProperty("stop_on_error", false);
        var failing = kernel.client().send(Channel.SHELL, "execute_request", content);
        var second = kernel.begin("print second");
        answerOnceAllHaveArrived(failing);

        assertThat(kernel.finish(failing).status()).isEqualTo("error");
        assertThat(kernel.finish(second).printed("stdout")).isEqualTo("second\n");
    }

    @Test
    void aPageGoesToThePagerAndTheLastOfACellCounts() {
        var cell = kernel.execute("page first", "page second");

        assertThat(cell.reply().content().getAsJsonArray("payload").toString())
                .isEqualTo("[{\"source\":\"page\",\"data\":{\"text/plain\":\"second\"},\"start\":0}]");
        assertThat(cell.types()).containsExactly("status", "execute_input", "status");
        assertThat(kernel.execute("print x").reply().content().getAsJsonArray("payload"))
                .isEmpty();
    }

    @Test
    void userExpressionsAreEvaluatedAfterTheCell() {
        var expressions = new JsonObject();
        expressions.addProperty("total", "sum 1 2");
        expressions.addProperty("wrong", "fail it");
        var content = KernelClient.cell("print x");
        content.add("user_expressions", expressions);

        var results = kernel.ask("execute_request", content).reply().content().getAsJsonObject("user_expressions");

        var total = results.getAsJsonObject("total");
        assertThat(total.get("status").getAsString()).isEqualTo("ok");
        assertThat(total.getAsJsonObject("data").get("text/plain").getAsString())
                .isEqualTo("3");
        assertThat(results.getAsJsonObject("wrong").get("status").getAsString()).isEqualTo("error");
        assertThat(results.getAsJsonObject("wrong").get("ename").getAsString()).isEqualTo("ScriptError");
    }

    @Test
    void aRequestWithoutCodeIsAnsweredWithWhatIsMissing() {
        var reply = kernel.ask("execute_request", new JsonObject());

        assertThat(reply.status()).isEqualTo("error");
        assertThat(reply.reply().type()).isEqualTo("execute_reply");
        assertThat(reply.reply().text("evalue")).isEqualTo("execute_request: code: expected a text, got no such field");
    }

    @Test
    void nullIsAValueAndAnArrayShowsItsElements() {
        assertThat(kernel.execute("null").result()).isEqualTo("null");
        assertThat(kernel.execute("array").result()).isEqualTo("[1, 2, 3]");
    }

    @Test
    void aValueWithoutWordsDoesNotFailTheCell() {
        var cell = kernel.execute("broken");

        assertThat(cell.status()).isEqualTo("ok");
        assertThat(cell.result())
                .isEqualTo("percolate.kernel.session.ScriptLanguage$Broken (its toString failed with"
                        + " UnsupportedOperationException)");
    }

    @Test
    void numbersThatJsonDoesNotKnowBecomeNull() {
        var result = kernel.execute("infinite").of("execute_result").get(0);

        assertThat(result.content()
                        .getAsJsonObject("data")
                        .getAsJsonArray("application/json")
                        .toString())
                .isEqualTo("[1.5,null]");
    }

    @Test
    void theHeaderOfTheRequestComesBackWithItsSubshell() {
        var side = kernel.command("create_subshell_request").reply().text("subshell_id");
        var header = kernel.client().header("execute_request");
        header.addProperty("subshell_id", side);
        header.remove("username");
        var id = kernel.client().send(Channel.SHELL, header, KernelClient.cell("sum 1 1"));

        var cell = kernel.finish(id);

        assertThat(cell.result()).isEqualTo("2");
        assertThat(cell.reply().parent().get("subshell_id").getAsString()).isEqualTo(side);
        assertThat(cell.reply().header().get("version").getAsString()).isEqualTo("5.5");
    }

    /** Lets a cell that reads go on, after the cells sent behind it wait: a later question on their channel is answered. */
    private void answerOnceAllHaveArrived(String reading) {
        var question = kernel.client().reply(Channel.STDIN, reading);
        kernel.ask("kernel_info_request", new JsonObject());
        kernel.client().answer(question, "go on");
    }

    private Execution run(String code, String option, boolean value) {
        var content = KernelClient.cell(code);
        content.addProperty(option, value);
        return kernel.ask("execute_request", content);
    }

    private static int count(Execution cell) {
        return cell.reply().content().get("execution_count").getAsInt();
    }
}
