package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.channels.Channel;

class PackagedKernelTest {
    @TempDir
    static Path folder;

    @AutoClose
    private static PackagedKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        kernel = PackagedKernel.start(folder);
    }

    @Test
    void itSaysWhatItSpeaks() {
        var info = kernel.client.ask(Channel.SHELL, "kernel_info_request", new JsonObject());
        assertThat(info.reply()
                        .content()
                        .getAsJsonObject("language_info")
                        .get("name")
                        .getAsString())
                .isEqualTo("java");
    }

    @Test
    void itRunsACellAndShowsItsValueAndWhatItPrints() {
        var done = kernel.client.execute("int a = 2;\nSystem.out.println(\"hello\");\na + 3");
        assertThat(done.status()).isEqualTo("ok");
        assertThat(done.result()).isEqualTo("5");
        assertThat(done.printed("stdout")).isEqualTo("hello\n");
    }

    @Test
    void anErrorNamesTheCellsLine() {
        var failed = kernel.client.execute("int b = 2;\nint c = b / 0;");
        assertThat(failed.status()).isEqualTo("error");
        assertThat(failed.reply().text("ename")).isEqualTo("ArithmeticException");
        assertThat(failed.reply().content().getAsJsonArray("traceback").toString())
                .contains("line 2:  int c = b / 0;");
    }

    @Test
    void anAssertOfACellIsChecked() {
        var failed = kernel.client.execute("int two = 2;\nassert two == 3 : \"two is \" + two;");
        assertThat(failed.status()).isEqualTo("error");
        assertThat(failed.reply().text("ename")).isEqualTo("AssertionError");
        assertThat(failed.reply().text("evalue")).isEqualTo("two is 2");
    }

    @Test
    void whatIsPrintedNamesClassesAsCellsDo() {
        var printed = kernel.client.execute("""
                        class Tile {}
                        String none = null;
                        System.out.print(new Tile());
                        System.out.println();
                        try { none.length(); } catch (Exception e) { System.out.println(e.getMessage()); }
                        System.out.printf("%s%n", (Runnable) () -> {});""").printed("stdout");
        assertThat(printed.lines())
                .satisfiesExactly(
                        tile -> assertThat(tile).startsWith("Tile@"),
                        message -> assertThat(message)
                                .isEqualTo("Cannot invoke \"String.length()\" because \"none\" is null"),
                        lambda -> assertThat(lambda).isEqualTo("a lambda"));
    }

    @Test
    void aSleepingCellIsInterruptedAndTheNextOneRuns() {
        var stopped = kernel.client.interrupt("System.out.println(\"asleep\"); Thread.sleep(600_000);");
        assertThat(stopped.status()).isEqualTo("error");
        assertThat(kernel.client.execute("1 + 1").result()).isEqualTo("2");
    }

    @Test
    void cellsSeeTheLibrariesOfTheDslAndNotThoseOfTheKernel() {
        var table = "tech.tablesaw.api.Table.create(\"t\").addColumns("
                + "tech.tablesaw.api.DoubleColumn.create(\"a\", new double[] {1, 2, 3}))";
        assertThat(kernel.client
                        .execute("var t = " + table + ";\n"
                                + "t.where(t.numberColumn(\"a\").isGreaterThan(1)).rowCount()")
                        .result())
                .isEqualTo("2");
        assertThat(kernel.client.execute("org.zeromq.ZContext c = null;").status())
                .isEqualTo("error");
        assertThat(kernel.client
                        .execute("Class.forName(\"com.google.gson.Gson\")")
                        .reply()
                        .text("ename"))
                .isEqualTo("ClassNotFoundException");
    }

    @Test
    void itsProcessEndsWhenAFrontEndSaysSo() throws Exception {
        try (var other = PackagedKernel.start(folder)) {
            var content = new JsonObject();
            content.addProperty("restart", false);
            var id = other.client.send(Channel.CONTROL, "shutdown_request", content);
            assertThat(other.client.reply(Channel.CONTROL, id).text("status")).isEqualTo("ok");
            other.assertEnds();
            assertThat(other.process.exitValue()).isZero();
        }
    }

    @Test
    void itsProcessEndsWithTheFrontEndThatStartedIt() throws Exception {
        try (var parent = PackagedKernel.start(folder);
                var child =
                        PackagedKernel.start(folder, Map.of("JPY_PARENT_PID", String.valueOf(parent.process.pid())))) {
            parent.process.destroy();
            child.assertEnds();
        }
    }
}
