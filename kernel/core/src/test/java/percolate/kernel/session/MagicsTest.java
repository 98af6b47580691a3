package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.Execution;

class MagicsTest {
    @TempDir
    Path folder;

    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    private static String message(Execution failed) {
        assertThat(failed.status()).isEqualTo("error");
        return failed.reply().text("evalue");
    }

    private static String traceback(Execution failed) {
        return failed.reply().content().getAsJsonArray("traceback").toString();
    }

    @Test
    void aMagicBetweenStatementsRunsAtItsPlace() {
        var done = kernel.execute("print before", "%help time", "print after", "number");
        assertThat(done.printed("stdout")).startsWith("before\n%time CODE\n").endsWith("after\n");
        assertThat(done.result()).isEqualTo("1");
    }

    @Test
    void nothingRunsAfterAMagicThatFails() {
        var failed = kernel.execute("print before", "", "%mavn a:b:1", "print after");
        assertThat(message(failed)).isEqualTo("there is no magic %mavn; did you mean %maven? %lsmagic lists all");
        assertThat(failed.printed("stdout")).isEqualTo("before\n");
        assertThat(traceback(failed))
                .contains("cell 1, line 3: there is no magic")
                .contains("    %mavn a:b:1");
    }

    @Test
    void aMagicOfTheOtherKindIsExplained() {
        assertThat(message(kernel.execute("%bash"))).contains("write %%bash on the cell's first line");
        assertThat(message(kernel.execute("%%who", "x"))).isEqualTo("%%who has no lines below it; write %who");
        assertThat(message(kernel.execute("print a", "%%bash", "ls"))).contains("expected it on the cell's first line");
        assertThat(message(kernel.execute("%%nothinglike")))
                .isEqualTo("there is no magic %%nothinglike; %lsmagic lists all");
    }

    @Test
    void everyMagicIsListedAndHasHelp() {
        var listed = kernel.execute("%lsmagic").printed("stdout");
        for (var name : List.of("%maven", "%timeit", "%%loadFromPOM", "%%writefile", "%%other")) {
            assertThat(listed).contains("  " + name + " ");
        }
        assertThat(kernel.execute("%help addMavenRepo").printed("stdout"))
                .contains("%mavenRepo ID URL")
                .contains("also: %addMavenRepo");
        assertThat(message(kernel.execute("%help tim"))).contains("did you mean %time?");
    }

    @Test
    void linesAreShownAsWhatTheyAre() {
        var forms =
                Map.of("html", "text/html", "markdown", "text/markdown", "latex", "text/latex", "svg", "image/svg+xml");
        forms.forEach((name, type) -> {
            var shown = kernel.execute("%%" + name, "<b>x</b>", "y").of("display_data");
            assertThat(shown).hasSize(1);
            assertThat(shown.get(0).data(type)).isEqualTo("<b>x</b>\ny");
        });
        assertThat(message(kernel.execute("%%html"))).contains("expected lines to show below, got none");
    }

    @Test
    void aFileIsWrittenWholeAndAppendedTo() throws IOException {
        var file = folder.resolve("a b.csv");
        assertThat(kernel.execute("%%writefile \"" + file + "\"", "x,y", "%who,2")
                        .printed("stdout"))
                .startsWith("wrote ");
        assertThat(file).hasContent("x,y\n%who,2\n");
        kernel.execute("%%writefile -a '" + file + "'", "3");
        assertThat(file).hasContent("x,y\n%who,2\n3\n");
        kernel.execute("%%writefile \"" + file + "\"", "new");
        assertThat(file).hasContent("new\n");
        assertThat(folder.toFile().list()).containsExactly("a b.csv");
        assertThat(message(kernel.execute("%%writefile " + folder.resolve("none/x"), "y")))
                .contains("make ");
        assertThat(message(kernel.execute("%%writefile " + folder, "y"))).contains("which is a folder");
    }

    @Test
    void commandsStreamTheirOutputAndTellTheirStatus() {
        var done = kernel.execute("%system echo out; echo err >&2");
        assertThat(done.printed("stdout")).isEqualTo("out\n");
        assertThat(done.printed("stderr")).isEqualTo("err\n");
        assertThat(message(kernel.execute("%system exit 3")))
                .isEqualTo("%system: expected the command to end with status 0, got 3");
        var failed = kernel.execute("%%bash", "exit 3");
        assertThat(message(failed)).isEqualTo("%%bash: expected the command to end with status 0, got 3");
        assertThat(traceback(failed)).contains("%%bash");
        var script = kernel.execute("%%bash", "for i in 1 2; do", "  echo $((i * 10))", "done");
        assertThat(script.printed("stdout")).isEqualTo("10\n20\n");
    }

    @Test
    void aVariableOfTheEnvironmentReachesCommands() {
        assertThat(kernel.execute("%env PERCOLATE_TEST=a b").printed("stdout")).contains("stays as it was");
        assertThat(kernel.execute("%system echo \"$PERCOLATE_TEST\"").printed("stdout"))
                .isEqualTo("a b\n");
        assertThat(kernel.execute("%env PERCOLATE_TEST").result()).isEqualTo("a b");
        kernel.execute("%env PERCOLATE_TOKEN=abc");
        assertThat(kernel.execute("%env").printed("stdout"))
                .contains("PERCOLATE_TEST=a b\n", "PERCOLATE_TOKEN=(hidden)\n", "PATH=");
        assertThat(message(kernel.execute("%env NO_SUCH_THING"))).contains("there is no variable NO_SUCH_THING");
        kernel.execute("%env PATH=/nowhere");
        assertThat(kernel.execute("%%bash", "echo x").printed("stdout")).isEqualTo("x\n");
    }

    @Test
    void anInterruptEndsACommandWithAllThatItStarted() throws Exception {
        var file = folder.resolve("pid");
        var id = kernel.begin(
                "%%bash", "sleep 600 &", "echo $! > " + file + ".part", "mv " + file + ".part " + file, "wait");
        while (!Files.exists(file)) {
            Thread.sleep(5);
        }
        kernel.command("interrupt_request");
        var ended = kernel.finish(id);
        assertThat(ended.reply().text("ename")).isEqualTo("Interrupted");
        var sleeper = ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        if (sleeper.isPresent()) {
            sleeper.get().onExit().join();
        }
        assertThat(kernel.execute("sum 1 2").result()).isEqualTo("3");
    }

    @Test
    void variablesOfAllLanguagesAreListedAndForgotten() {
        assertThat(kernel.execute("%who").printed("stdout")).isEqualTo("there are no variables yet\n");
        kernel.execute("set <b> hello");
        var own = kernel.execute("%who").of("display_data").get(0);
        assertThat(own.data("text/plain")).isEqualTo("name  type  value\n<b>   Text  hello");
        assertThat(own.data("text/html")).contains("&lt;b&gt;").doesNotContain("<b>");
        kernel.execute("%%other", "set two world");
        assertThat(kernel.execute("%who").of("display_data").get(0).data("text/plain"))
                .contains("<b>   Text  hello  script", "two   Text  world  other");
        assertThat(kernel.execute("%who two").of("display_data").get(0).data("text/plain"))
                .contains("world")
                .doesNotContain("hello");
        assertThat(kernel.execute("%who three").printed("stdout"))
                .isEqualTo("there is no variable three; %who lists all\n");
        assertThat(message(kernel.execute("%reset two"))).contains("expected nothing after it, got two");
        assertThat(kernel.execute("%reset").printed("stdout"))
                .isEqualTo("forgot all variables and declarations of script and other; what was added to the class path"
                        + " stays\n");
        assertThat(kernel.execute("%who").printed("stdout")).isEqualTo("there are no variables yet\n");
    }

    @Test
    void memoryIsTold() {
        assertThat(kernel.execute("%memory").of("display_data").get(0).data("text/plain"))
                .contains("Java heap, used", "Java heap, at most", "process, resident", "threads")
                .containsPattern("process, resident +[\\d,.]+ MiB");
    }

    @Test
    void timeIsTakenWhileTheCodeRuns() {
        var line = kernel.execute("%time sum 1 2");
        assertThat(line.result()).isEqualTo("3");
        assertThat(line.printed("stdout")).matches("CPU [\\d.]+ \\S+, wall [\\d.]+ \\S+\n");
        var cell = kernel.execute("%%time", "sleep 30", "%%other");
        assertThat(message(cell)).contains("first line");
        assertThat(kernel.execute("%%time", "%%other", "language").result()).isEqualTo("other");
        assertThat(kernel.execute("%%time", "fail on purpose").status()).isEqualTo("error");
        assertThat(message(kernel.execute("%time"))).contains("expected code to measure");
    }

    @Test
    void codeIsTimedAgainAndAgain() {
        assertThat(kernel.execute("%timeit -n 3 -r2 print x").printed("stdout"))
                .matches("(x\n){6}[\\d.]+ \\S+ ± [\\d.]+ \\S+ per loop"
                        + " \\(mean ± std. dev. of 2 runs, 3 loops each\\), best [\\d.]+ \\S+\n");
        assertThat(kernel.execute("%timeit -r 1 sleep 210").printed("stdout")).contains("of 1 run, 1 loop each");
        assertThat(message(kernel.execute("%timeit -n 0 print x"))).contains("at least one loop");
        assertThat(kernel.execute("%timeit fail").status()).isEqualTo("error");
    }

    @Test
    void aNestedFileIsNamedFromWhereItLiesAndErrorsNameIt() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("outer.txt"), "print outer\n%load in/inner.txt\nlanguage");
        Files.writeString(folder.resolve("in/inner.txt"), "print inner\n%load beside.txt\n");
        Files.writeString(folder.resolve("in/beside.txt"), "print beside\n\n%nosuch");
        var failed = kernel.execute("%load " + folder.resolve("outer.txt"));
        assertThat(failed.printed("stdout")).isEqualTo("outer\ninner\nbeside\n");
        assertThat(traceback(failed)).contains("beside.txt, line 3: there is no magic %nosuch");
        Files.writeString(folder.resolve("in/beside.txt"), "print beside\nfail now");
        assertThat(traceback(kernel.execute("%load " + folder.resolve("outer.txt"))))
                .contains("[\"beside.txt\"");
        Files.writeString(folder.resolve("in/beside.txt"), "print beside");
        assertThat(kernel.execute("%load " + folder.resolve("outer.txt")).result())
                .isEqualTo("script");
    }

    @Test
    void loadingThatNeverEndsIsRefused() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "%load b.txt");
        Files.writeString(folder.resolve("b.txt"), "%load a.txt");
        assertThat(message(kernel.execute("%load " + folder.resolve("a.txt"))))
                .isEqualTo("%load: this never ends: a.txt loads b.txt loads a.txt again");
    }

    @Test
    void aNotebookIsLoadedInItsLanguageWithOrWithoutItsEnding() throws IOException {
        Files.writeString(
                folder.resolve("book.ipynb"), notebook("other", "language", "print x\n%help who", "language"));
        for (var name : List.of("book.ipynb", "book")) {
            var loaded = kernel.execute("%load " + folder.resolve(name));
            assertThat(loaded.result()).isEqualTo("other");
            assertThat(loaded.printed("stdout")).startsWith("x\n%who");
        }
        Files.writeString(folder.resolve("bad.ipynb"), notebook("script", "print x", "fail now"));
        assertThat(traceback(kernel.execute("%load " + folder.resolve("bad")))).contains("bad.ipynb, cell 2");
        Files.writeString(folder.resolve("far.ipynb"), notebook("cobol", "x"));
        assertThat(message(kernel.execute("%load " + folder.resolve("far"))))
                .contains("far.ipynb is written in cobol, which this session does not have");
        Files.writeString(folder.resolve("no.ipynb"), "{");
        assertThat(message(kernel.execute("%load " + folder.resolve("no")))).contains("which is not JSON");
        assertThat(message(kernel.execute("%load " + folder.resolve("none")))).contains("expected a file");
    }

    private static String notebook(String language, String... cells) {
        var info = new JsonObject();
        info.addProperty("name", language);
        var metadata = new JsonObject();
        metadata.add("language_info", info);
        var all = new JsonArray();
        for (var text : cells) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            var lines = new JsonArray();
            text.lines().map(line -> line + "\n").forEach(lines::add);
            cell.add("source", lines);
            all.add(cell);
            var words = new JsonObject();
            words.addProperty("cell_type", "markdown");
            words.addProperty("source", "%words");
            all.add(words);
        }
        var notebook = new JsonObject();
        notebook.add("cells", all);
        notebook.add("metadata", metadata);
        return notebook.toString();
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThat(message(kernel.execute("%maven"))).contains("expected coordinates, got none");
        assertThat(message(kernel.execute("%maven one"))).contains("expected group:artifact:version");
        assertThat(message(kernel.execute("%mavenRepo one"))).contains("expected an id and a URL, got one");
        assertThat(message(kernel.execute("%jars " + folder + "/none.jar"))).contains("where there is none");
        assertThat(kernel.execute("%jars " + folder + "/*.jar").printed("stdout"))
                .contains("nothing is named like");
        assertThat(message(kernel.execute("%use coroutines"))).contains("%maven org.jetbrains.kotlinx:");
        assertThat(kernel.execute("%use dataframe").printed("stdout")).contains("Tablesaw");
    }

    private List<String> matches(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.length());
        var reply = kernel.ask("complete_request", content).reply().content();
        return StreamSupport.stream(reply.getAsJsonArray("matches").spliterator(), false)
                .map(one -> code.substring(0, reply.get("cursor_start").getAsInt()) + one.getAsString())
                .toList();
    }

    @Test
    void namesOfMagicsAndFilesAreCompletedAndSoIsCodeBesideThem() throws IOException {
        assertThat(matches("%timei")).containsExactly("%timeit");
        assertThat(matches("print a\n%wh")).containsExactly("print a\n%who", "print a\n%whos");
        assertThat(matches("%%ti")).containsExactly("%%time", "%%timeit");
        assertThat(matches("%")).contains("%maven", "%who").doesNotContain("%bash");
        assertThat(matches("%help %wri")).isEmpty();
        assertThat(matches("%help lsm")).containsExactly("%help lsmagic");
        assertThat(matches("%who\nrep")).containsExactly("%who\nrepeat");
        assertThat(matches("%time rep")).containsExactly("%time repeat");
        assertThat(matches("%%time\nrep")).containsExactly("%%time\nrepeat");
        assertThat(matches("%%html\nrep")).isEmpty();
        Files.createDirectory(folder.resolve("tools"));
        Files.writeString(folder.resolve("tool.jsh"), "");
        assertThat(matches("%load " + folder + "/to"))
                .containsExactly("%load " + folder + "/tool.jsh", "%load " + folder + "/tools/");
    }

    @Test
    void aMagicIsInspected() {
        var content = new JsonObject();
        content.addProperty("code", "print a\n%maven x");
        content.addProperty("cursor_pos", 12);
        content.addProperty("detail_level", 0);
        var found = kernel.ask("inspect_request", content).reply().content();
        assertThat(found.getAsJsonObject("data").get("text/plain").getAsString())
                .startsWith("%maven GROUP:ARTIFACT:VERSION…\n    Adds libraries")
                .contains("also: %addMavenDependencies");
    }

    private String completeness(String... lines) {
        var content = new JsonObject();
        content.addProperty("code", String.join("\n", lines));
        return kernel.ask("is_complete_request", content).reply().text("status");
    }

    @Test
    void aCellWithMagicsIsCompleteWhenItsCodeIs() {
        assertThat(completeness("%who")).isEqualTo("complete");
        assertThat(completeness("%who", "print \\")).isEqualTo("incomplete");
        assertThat(completeness("%%time", "print x")).isEqualTo("complete");
        assertThat(completeness("%%bash")).isEqualTo("incomplete");
        assertThat(completeness("%%bash", "ls", "")).isEqualTo("complete");
    }

    @Test
    void magicsThatRunCodeCanBeInterrupted() {
        for (var cell : Stream.of("%time sleep 600000", "%timeit sleep 600000", "%%time\nprint x\nsleep 600000")
                .toList()) {
            var id = kernel.begin("print running", cell.startsWith("%%") ? "" : cell);
            if (cell.startsWith("%%")) {
                kernel.finish(id);
                id = kernel.begin(cell);
            }
            var running = id;
            kernel.client()
                    .hear(
                            Channel.IOPUB,
                            heard -> heard.parentId().equals(running)
                                    && heard.type().equals("stream"));
            kernel.command("interrupt_request");
            assertThat(kernel.finish(running).reply().text("ename")).as(cell).isEqualTo("Interrupted");
        }
    }
}
