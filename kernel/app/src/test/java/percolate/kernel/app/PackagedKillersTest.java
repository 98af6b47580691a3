package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.Execution;
import percolate.kernel.client.KernelClient;

/** What would end a kernel, or leave it deaf or dumb, done to one with a small heap; after each the next cell runs. */
class PackagedKillersTest {
    @TempDir
    static Path folder;

    @AutoClose
    private static PackagedKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        kernel = PackagedKernel.start(folder, Map.of("JDK_JAVA_OPTIONS", "-Xmx256m"));
        succeed("int kept = 42;");
    }

    @AfterEach
    void theNextCellRunsAndVariablesAreIntact() {
        assertThat(succeed("System.out.println(\"here\"); kept").result()).isEqualTo("42");
        assertThat(succeed("System.out.println(\"here\");").printed("stdout")).isEqualTo("here\n");
        assertThat(kernel.process.isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0);",
                "Runtime.getRuntime().exit(1);",
                "Runtime.getRuntime().halt(1);",
                "List.of(3).forEach(System::exit);",
                "IntStream.of(3).forEach(Runtime.getRuntime()::halt);",
                "try { System.exit(1); } catch (Exception e) { }",
                "class Program { public static void main(String[] args) { System.exit(2); } } Program.main(new String[0]);",
            })
    void anExitEndsTheCellAndSaysHowToEndTheKernel(String code) {
        var failed = fail(code);
        assertThat(failed.reply().text("ename")).isEqualTo("ExitRefused");
        assertThat(failed.reply().text("evalue"))
                .contains("would end the kernel")
                .contains("shut it down");
    }

    @Test
    void aStackThatOverflowsEndsTheCell() {
        assertThat(fail("int down(int n) { return down(n + 1) + 1; }\ndown(0)")
                        .reply()
                        .text("ename"))
                .isEqualTo("StackOverflowError");
    }

    @Test
    void aStackThatOverflowsWhileAValueIsShownIsSaid() {
        var shown = succeed("class Loop { Loop next; public String toString() { return \"-\" + next; } }"
                + " var a = new Loop(); var b = new Loop(); a.next = b; b.next = a; a");
        assertThat(shown.result()).contains("its toString failed with StackOverflowError");
        assertThat(succeed("var inner = new ArrayList<Object>(); var outer = new ArrayList<Object>(); inner.add(outer);"
                                + " outer.add(inner); outer")
                        .result())
                .isEqualTo("[[(the outer Collection)]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var held = new ArrayList<byte[]>(); while (true) held.add(new byte[1 << 20]);",
                "{ var all = new ArrayList<byte[]>(); while (true) all.add(new byte[1 << 20]); }",
                "Object[] held = {}; while (true) held = new Object[] {held};",
                "long[] much = new long[1 << 30];",
                "new Object() { public String toString() { var s = new StringBuilder(\"x\"); while (true) s.append(s); } }",
            })
    void aFullHeapEndsTheCellAndIsFreeAfterwards(String code) {
        var ended = kernel.client.execute(code);
        assertThat(ended.status() + ended.reply().content() + ended.result()).contains("OutOfMemoryError");
        kernel.client.execute("held = null;");
        assertThat(succeed("System.gc(); new byte[50 << 20].length").result()).isEqualTo("" + (50 << 20));
    }

    @Test
    void aHeapThatSeveralThreadsFillLeavesTheKernelAbleToHear() {
        for (var round = 0; round < 3; round++) {
            var filled = kernel.client.execute("var held = new ConcurrentLinkedQueue<Object>();"
                    + " var fillers = new ArrayList<Thread>();"
                    + " for (int i = 0; i < 4; i++) { fillers.add(new Thread(() -> {"
                    + " while (true) held.add(new byte[1 << (int) (Math.random() * 20)]); })); }"
                    + " for (var one : fillers) one.start(); for (var one : fillers) one.join();");
            assertThat(filled.status()).isIn("ok", "error");
            kernel.client.execute("held = null; fillers = null;");
            assertThat(succeed("System.gc(); new byte[50 << 20].length").result())
                    .isEqualTo("" + (50 << 20));
        }
    }

    @Test
    void aLargeVariableMayBeDeclaredAgainAndAgain() throws IOException {
        declareAgainAndAgain("256m", "var big = new byte[100 << 20];");
        declareAgainAndAgain("512m", "%%kotlin\nval big = ByteArray(100 shl 20)");
    }

    private static void declareAgainAndAgain(String heap, String code) throws IOException {
        try (var fresh = PackagedKernel.start(folder, Map.of("JDK_JAVA_OPTIONS", "-Xmx" + heap))) {
            for (var round = 0; round < 10; round++) {
                assertThat(fresh.client.execute(code).status()).as(code).isEqualTo("ok");
            }
        }
    }

    @Test
    void aTensorLargerThanTheMachineIsRefusedInOneSentence() {
        assertThat(fail("zeros(1_000_000, 1_000_000)").reply().text("evalue"))
                .contains("expected")
                .contains("got")
                .doesNotContain("\n");
    }

    @Test
    void aHundredMegabytesOfTextAreStoppedByAnInterrupt() {
        var stopped =
                kernel.client.interrupt("for (int i = 0; i < 100; i++) { System.out.println(\"y\".repeat(1 << 20)); }");
        assertThat(stopped.reply().text("ename")).isEqualTo("Interrupted");
    }

    @Test
    void anInterruptStopsAnExpressionThatTheFrontEndAsksFor() {
        var cell = KernelClient.cell("1 + 1");
        var expressions = new JsonObject();
        expressions.addProperty("endless", "System.out.println(\"asked\"); while (true);");
        cell.add("user_expressions", expressions);
        var stopped = kernel.client.interrupt(cell);
        assertThat(stopped.reply()
                        .content()
                        .getAsJsonObject("user_expressions")
                        .getAsJsonObject("endless")
                        .get("ename")
                        .getAsString())
                .isEqualTo("Interrupted");
    }

    @Test
    void aWorkingDirectoryThatIsDeletedTakesNothingWithIt() throws IOException {
        var gone = Files.createDirectory(folder.resolve("gone"));
        try (var other = PackagedKernel.start(gone)) {
            other.client.execute("1");
            for (var file : gone.toFile().listFiles()) {
                Files.delete(file.toPath());
            }
            Files.delete(gone);
            assertThat(other.client
                            .execute("class Later { int n = 3; } new Later().n")
                            .result())
                    .isEqualTo("3");
            assertThat(other.client.execute("%%bash\necho here").status()).isIn("ok", "error");
            assertThat(other.client
                            .execute("Files.writeString(Path.of(\"a\"), \"b\")")
                            .status())
                    .isEqualTo("error");
            assertThat(other.client.execute("%%kotlin\n1 + 1").result()).isEqualTo("2");
        }
    }

    @Test
    void aThreadThatDiesTellsWhyBelowItsCell() {
        var done = succeed("var dying = new Thread(() -> { throw new IllegalStateException(\"no more\"); });"
                + " dying.start(); dying.join(); Thread.sleep(200);");
        assertThat(done.printed("stderr")).contains("IllegalStateException: no more");
    }

    @Test
    void textThatNoFrontEndCanShowIsCutWithANote() {
        assertThat(succeed("\"x\".repeat(30_000_000)").result())
                .hasSizeLessThan(200_000)
                .contains("29,900,000 more characters)");
        var bytes = succeed("new byte[30_000_000]");
        assertThat(bytes.result()).contains("… 29,999,960 more …");
    }

    @Test
    void aCellOfAMegabyteRuns() {
        assertThat(succeed("// " + "x".repeat(1_000_000) + "\n1 + 1").result()).isEqualTo("2");
        assertThat(succeed("int sum = 0;\n" + "sum += 1;\n".repeat(100)).status())
                .isEqualTo("ok");
        assertThat(fail("String much = \"" + "x".repeat(1_000_000) + "\";")
                        .reply()
                        .text("evalue"))
                .contains("constant string too long");
    }

    @Test
    void deepNestingDoesNotOverflowTheCompiler() {
        assertThat(succeed("1" + "+1".repeat(9_999)).result()).isEqualTo("10000");
        assertThat(succeed("(".repeat(3_000) + "1" + ")".repeat(3_000)).result())
                .isEqualTo("1");
        var hopeless = kernel.client.execute("(".repeat(200_000) + "1" + ")".repeat(200_000));
        assertThat(hopeless.status()).isEqualTo("error");
        kernel.client.ask(Channel.SHELL, "complete_request", question("(".repeat(100_000)));
        kernel.client.ask(Channel.SHELL, "is_complete_request", question("(".repeat(100_000)));
    }

    private static JsonObject question(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.length());
        return content;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.close(); System.err.close(); System.in.close();",
                "System.setOut(null);",
                "System.setErr(null);",
                "System.setIn(null);",
                "Thread.currentThread().setContextClassLoader(null);",
                "Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0], null));",
                "Thread.currentThread().interrupt();",
                "Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);",
                "for (var thread : Thread.getAllStackTraces().keySet()) thread.interrupt();",
                "Thread.currentThread().stop();",
                "Thread.currentThread().suspend();",
                "for (var t : Thread.getAllStackTraces().keySet()) { if (t.getName().startsWith(\"percolate-\")) t.stop(); }",
                "Thread.currentThread().setPriority(1); Thread.currentThread().setName(\"mine\");",
                "Thread.setDefaultUncaughtExceptionHandler((t, e) -> { throw new Error(\"again\"); });"
                        + " var bad = new Thread(() -> { throw new Error(); }); bad.start(); bad.join();"
                        + " Thread.setDefaultUncaughtExceptionHandler(null);",
                "java.util.logging.LogManager.getLogManager().reset();",
                "java.util.logging.Logger.getLogger(\"\").setLevel(java.util.logging.Level.ALL);",
                "Locale.setDefault(Locale.forLanguageTag(\"tr\")); TimeZone.setDefault(null);",
                "System.getProperties().clear();",
                "System.setProperty(\"line.separator\", \"\");",
                "System.setSecurityManager(null);",
                "new ProcessBuilder(\"sleep\", \"20\").inheritIO().start();",
                "ForkJoinPool.commonPool().shutdownNow();",
                "throw new ThreadDeath();",
                "Object thrown = null; throw (Error) thrown;",
                "class Bad extends RuntimeException { public String getMessage() { throw new Error(\"worse\"); } } throw new Bad();",
                "class Odd extends RuntimeException { public synchronized Throwable getCause() { return this; } } throw new Odd();",
                "class Dark extends RuntimeException { public StackTraceElement[] getStackTrace() { return null; } } throw new Dark();",
                "new Object() { public String toString() { return null; } }",
                "new Object() { public String toString() { throw new StackOverflowError(); } public int hashCode() { throw new Error(); } }",
                "display(new Object() { public String toString() { throw new Error(\"no\"); } })",
            })
    void mischiefEndsItsCellAtMost(String code) {
        assertThat(kernel.client.execute(code).status()).isIn("ok", "error");
    }

    @Test
    void aFrontEndThatVanishesMidCellTakesNothingWithIt() throws Exception {
        try (var other = KernelClient.connect(kernel.connection)) {
            other.send(
                    Channel.SHELL,
                    "execute_request",
                    KernelClient.cell(
                            "for (int i = 0; i < 100; i++) { System.out.println(i); Thread.sleep(5); } kept"));
            other.hear(Channel.IOPUB, message -> message.type().equals("stream"));
        }
    }

    @Test
    void whatCannotBeStoppedIsNamedAndHowToGoOn() {
        var stopped = kernel.client.interrupt("var lock = new java.util.concurrent.locks.ReentrantLock();\n"
                + "var holder = new Thread(() -> { lock.lock();"
                + " try { Thread.sleep(4000); } catch (InterruptedException e) {} lock.unlock(); });\n"
                + "holder.start();\nwhile (!lock.isLocked()) {}\nSystem.out.println(\"running\");\nlock.lock();");
        assertThat(stopped.printed("stderr"))
                .isEqualTo(
                        "The cell was told to stop but is still in java.util.concurrent.locks.ReentrantLock.lock, which"
                                + " cannot be stopped from outside; it ends when that returns, or with a restart of the kernel.\n");
        assertThat(stopped.reply().text("ename")).isEqualTo("Interrupted");
    }

    @Test
    void htmlOfValuesAndErrorsIsEscaped() {
        var script = "<script>alert(1)</script>";
        var forms = Stream.of(
                        "\"" + script + "\"",
                        "List.of(\"" + script + "\")",
                        "Map.of(\"" + script + "\", \"" + script + "\")",
                        "new String[] {\"" + script + "\"}",
                        "tech.tablesaw.api.Table.create(\"" + script
                                + "\").addColumns(tech.tablesaw.api.StringColumn.create(\"" + script + "\", \"" + script
                                + "\"))",
                        "plot(new double[] {1, 2}, new double[] {1, 2}).title(\"" + script + "\")",
                        "new RuntimeException(\"" + script + "\")")
                .map(PackagedKillersTest::succeed)
                .flatMap(done -> done.of("execute_result").stream())
                .flatMap(result -> result.content().getAsJsonObject("data").entrySet().stream())
                .filter(form -> form.getKey().matches("text/html|image/svg.*"))
                .map(form -> form.getValue().getAsString());
        assertThat(forms).isNotEmpty().allSatisfy(html -> assertThat(html).doesNotContain("<script>"));
    }

    private static Execution succeed(String code) {
        var done = kernel.client.execute(code);
        assertThat(done.status())
                .as(code.substring(0, Math.min(200, code.length())) + ": " + done.reply())
                .isEqualTo("ok");
        return done;
    }

    private static Execution fail(String code) {
        var done = kernel.client.execute(code);
        assertThat(done.status())
                .as(code.substring(0, Math.min(200, code.length())))
                .isEqualTo("error");
        return done;
    }
}
