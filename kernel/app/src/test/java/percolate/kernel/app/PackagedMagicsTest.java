package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.client.Execution;
import percolate.kernel.dependency.FileRepository;

/** Magics in Java cells of the packaged kernel; a repository of the test stands in for all of Maven's. */
class PackagedMagicsTest {
    @TempDir
    static Path folder;

    private static FileRepository repository;

    @AutoClose
    private static PackagedKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        repository = new FileRepository(folder.resolve("repository"));
        var maven = Files.createDirectories(folder.resolve("home/.m2"));
        Files.writeString(
                maven.resolve("settings.xml"),
                "<settings><mirrors><mirror><id>test</id>" + "<mirrorOf>*</mirrorOf><url>" + repository.url()
                        + "</url></mirror></mirrors></settings>");
        kernel = PackagedKernel.start(folder, Map.of("JAVA_TOOL_OPTIONS", "-Duser.home=" + folder.resolve("home")));
    }

    private static Execution run(String... lines) {
        return kernel.client().execute(String.join("\n", lines));
    }

    private static Execution good(String... lines) {
        var done = run(lines);
        assertThat(done.status()).as(String.valueOf(done.reply())).isEqualTo("ok");
        return done;
    }

    @Test
    void aLibraryIsThereForTheStatementBelow() {
        repository.withClass(
                "demo:greeting:1",
                "demo.Greeting",
                "package demo; public class Greeting { public static String of(String name) { return \"hello \" + name; } }");
        var done = good("int before = 1;", "%maven demo:greeting:1", "import demo.Greeting;", "Greeting.of(\"you\")");
        assertThat(done.result()).isEqualTo("hello you");
        assertThat(done.printed("stdout")).isEqualTo("added demo:greeting:1\n");
        assertThat(good("%addMavenDependency demo:greeting:1").printed("stdout"))
                .isEqualTo("demo:greeting:1 is loaded already\n");
    }

    @Test
    void aLibraryMayBeAnotherVersionOfOneOfTheKernels() {
        var types = Map.of(
                "com.google.code.gson:gson:1.0", "com.google.gson.Gson",
                "org.ow2.asm:asm:1.0", "org.objectweb.asm.ClassReader",
                "org.apache.maven.resolver:maven-resolver-api:0.1", "org.eclipse.aether.RepositorySystem",
                "org.jetbrains.kotlin:kotlin-compiler-embeddable:1.0", "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                "org.zeromq:jeromq:0.1", "org.zeromq.ZContext");
        types.forEach((coordinates, type) -> {
            var split = type.lastIndexOf('.');
            repository.withClass(
                    coordinates,
                    type,
                    "package " + type.substring(0, split) + "; public class " + type.substring(split + 1)
                            + " { public static String mine() { return \"mine\"; } }");
            assertThat(good("%maven " + coordinates, type + ".mine()").result()).isEqualTo("mine");
        });
        repository.with("demo:late:1");
        assertThat(good("%maven demo:late:1").printed("stdout"))
                .as("the kernel's own resolver works on")
                .isEqualTo("added demo:late:1\n");
    }

    @Test
    void whatCellsSeeAlreadyIsSaidToBeThere() {
        assertThat(good("%maven ai.djl:api:0.35.1").printed("stdout"))
                .isEqualTo("ai.djl:api:0.35.1 is on the class path already\n");
        assertThat(good("%maven ai.djl.pytorch:pytorch-engine:0.5.0 tech.tablesaw:tablesaw-core:0.44.4")
                        .printed("stdout"))
                .contains("0.5.0 was asked for, but Percolate needs its own")
                .contains("tech.tablesaw:tablesaw-core:0.44.4 is on the class path already");
        assertThat(good("%maven org.jetbrains.kotlin:kotlin-stdlib:2.3.10 it.unimi.dsi:fastutil:8.5.13")
                        .printed("stdout"))
                .contains("kotlin-stdlib:2.3.10 is on the class path already", "fastutil:8.5.13 is on");
        assertThat(good("%maven ai.djl.pytorch:pytorch-jni:2.7.1-0.35.1 org.knowm.xchart:xchart:4.0.3")
                        .printed("stdout"))
                .contains("pytorch-jni:2.7.1-0.35.1 is on", "xchart:4.0.3 is on");
    }

    @Test
    void aPomFragmentBringsItsLibraries() {
        repository.withClass("demo:pom:2", "demo.FromPom", "package demo; public class FromPom { }");
        good(
                "%%loadFromPOM",
                "<repository><id>more</id><url>https://repository.invalid/</url></repository>",
                "<dependency>",
                "  <groupId>demo</groupId><artifactId>pom</artifactId><version>2</version>",
                "</dependency>");
        assertThat(good("new demo.FromPom().getClass().getSimpleName()").result())
                .isEqualTo("FromPom");
    }

    @Test
    void aMagicOnTheRightOfAnAssignmentGivesItsValue() throws IOException {
        var jars = Files.createDirectories(folder.resolve("lib"));
        repository.withClass("demo:jar:1", "demo.FromJar", "package demo; public class FromJar { }");
        Files.copy(repository.folder().resolve("demo/jar/1/jar-1.jar"), jars.resolve("a.jar"));
        var done = good("List<String> added = %jars lib/*.jar", "added.size() + \" \" + new demo.FromJar().getClass()");
        assertThat(done.result()).isEqualTo("1 class demo.FromJar");
        assertThat(good("var lines = %system printf 'a$\\nb\\n'", "lines").result())
                .isEqualTo("[a$, b]");
        assertThat(good("String home = %env HOME;", "home.isEmpty()").result()).isEqualTo("false");
        assertThat(good("List<String> more = lineMagic(\"jars\", List.of(\"lib/*.jar\"));", "more.size()")
                        .result())
                .isEqualTo("1");
        assertThat(good("for (int i = 0; i < 2; i++) {", "    %system echo $HOME > /dev/null", "}")
                        .status())
                .isEqualTo("ok");
        assertThat(run("int fine = 1;", "List<String> none = %jars nowhere.jar").traceback())
                .contains("expected a file, got nowhere.jar")
                .contains("cell ", "line 2");
        assertThat(run("if (true) {", "  %time 1 + 1", "}").failure()).contains("expected it on a line of its own");
    }

    @Test
    void errorsBesideMagicsKeepTheirLines() {
        var failed = run("int one = 1;", "%help who", "", "int two = one / 0;");
        assertThat(failed.traceback()).contains("line 4", "int two = one / 0;");
        assertThat(run("%help who", "int broken = ;").failure()).contains("line 2, column 14");
        assertThat(good("int seven = 7;", "int rest = seven", "  %one;", "rest").result())
                .isEqualTo("0");
    }

    @Test
    void statementsAndExpressionsAreTimed() {
        var done = good("double x = 2;", "%timeit -n 1000 -r 3 Math.sqrt(x)");
        assertThat(done.printed("stdout")).contains("of 3 runs, 1,000 loops each");
        assertThat(done.result()).isEmpty();
        good("%%timeit -n 10 -r 1", "var list = new ArrayList<Integer>();", "for (int i = 0; i < 3; i++) list.add(i);");
        assertThat(good("int calls = 0;", "%timeit -n 5 -r 2 calls++;", "calls").result())
                .isEqualTo("10");
        assertThat(good("%timeit -n 1 -r 1 System.out.println(\"void\") // said")
                        .printed("stdout"))
                .startsWith("void\n");
        assertThat(run("", "%timeit -n 1 -r 1 Integer.parseInt(\"x\")").traceback())
                .contains("line 2", "NumberFormatException")
                .doesNotContain("Magics");
        good("%timeit -n 2 -r 1 Math.sqrt(x) * 2 + 1 // no call");
        assertThat(run("%timeit Math.sqr(2)").traceback())
                .contains("line 1, column 14:")
                .doesNotContain("Magics");
        assertThat(run("%%timeit", "int a = 1;", "int b = a + z;").traceback()).contains("line 3, column 13:");
        assertThat(run("", "%timeit -n 1 Math.sqr(2)").traceback()).contains("line 2, column 19:");
        assertThat(good("%time int kept = 5;", "kept").result()).isEqualTo("5");
        assertThat(good("%%time", "Thread.sleep(20);", "6 * 7").result()).isEqualTo("42");
    }

    @Test
    void everythingIsForgottenAndTheClassPathKept() {
        repository.withClass(
                "demo:kept:1",
                "demo.Kept",
                "package demo; public class Kept { public static java.lang.ref.WeakReference<Object> it; }");
        good(
                "%maven demo:kept:1",
                "record Shape(int sides) {}", "var shape = new Shape(4);", "int side() { return 1; }");
        good("var held = new byte[1 << 20];", "demo.Kept.it = new java.lang.ref.WeakReference<>(held);");
        assertThat(good("%reset").printed("stdout")).contains("forgot all variables and declarations of java");
        assertThat(run("shape").status()).isEqualTo("error");
        assertThat(run("side()").status()).isEqualTo("error");
        assertThat(run("new Shape(1)").status()).isEqualTo("error");
        assertThat(good("int shape = 3;", "new demo.Kept();", "display(shape);", "List.of(shape)")
                        .result())
                .isEqualTo("[3]");
        good("for (int i = 0; i < 100 && demo.Kept.it.get() != null; i++) { System.gc(); Thread.sleep(20); }");
        assertThat(good("demo.Kept.it.get() == null").result()).isEqualTo("true");
    }

    @Test
    void aSourceFileIsLoadedAndItsErrorsNameIt() throws IOException {
        Files.writeString(folder.resolve("tools.java"), """
                package my.tools;
                import java.util.*;
                public class Tool {
                    public static int half(int n) {
                        return n / (n - n);
                    }
                }
                """);
        Files.writeString(folder.resolve("start.jsh"), "%load tools\nint loaded = 1;\n");
        assertThat(good("%load start.jsh", "loaded").result()).isEqualTo("1");
        assertThat(run("Tool.half(3)").traceback()).contains("tools.java, line 5", "return n / (n - n);");
    }

    @Test
    void aLibraryThatCannotBeFoundFailsTheCellInWords() {
        assertThat(run("%maven no.such:thing:1").failure())
                .isEqualTo("%maven: no.such:thing:1 was not found in test (" + repository.url()
                        + "); check the name and" + " the version, or name its repository with %mavenRepo ID URL");
    }

    @Test
    void aNotebookWrittenForIJavaWithRawDjlRunsUnchanged() {
        good(
                "%maven ai.djl:api:0.35.1",
                "%maven ai.djl.pytorch:pytorch-engine:0.35.1",
                "%maven ai.djl.pytorch:pytorch-native-cpu:linux-x86_64:2.7.1");
        good("import ai.djl.ndarray.*;", "import ai.djl.ndarray.types.*;", "import ai.djl.ndarray.index.*;");
        good("NDManager manager = NDManager.newBaseManager();", "var x = manager.arange(12);");
        assertThat(good("x.size()").result()).isEqualTo("12");
        assertThat(good("x = x.reshape(3, 4);", "x.getShape()").result()).isEqualTo("(3, 4)");
        good("var y = manager.create(new float[]{2, 1, 4, 3, 1, 2, 3, 4, 4, 3, 2, 1}, new Shape(3, 4));");
        assertThat(good("x.concat(y, 1).getShape()").result()).isEqualTo("(3, 8)");
        assertThat(good("x.get(\"1:3\").sum().getLong()").result()).isEqualTo("60");
        assertThat(good("var weights = manager.ones(new Shape(4, 1));", "", "y.dot(weights).toFloatArray()")
                        .result())
                .isEqualTo("[10.0, 10.0, 10.0]");
        good("manager.close();");
    }

    @Test
    void aNotebookWrittenForIJavaWithTablesawRunsUnchanged() {
        good(
                "%%loadFromPOM",
                "<dependency>",
                "    <groupId>tech.tablesaw</groupId>",
                "    <artifactId>tablesaw-core</artifactId>",
                "    <version>0.44.4</version>",
                "</dependency>");
        good("import tech.tablesaw.api.*;", "import tech.tablesaw.aggregate.*;");
        good("%%writefile towns.csv", "town,country,people", "Oslo,NO,700", "Bergen,NO,290", "Lund,SE,94");
        good("Table towns = Table.read().csv(\"towns.csv\");", "towns.columnNames()");
        var sums = good(
                "Table sums = towns.summarize(\"people\", AggregateFunctions.sum).by(\"country\");",
                "sums.sortOn(\"country\").print()");
        assertThat(sums.result()).contains("Sum [people]").contains("990").contains("94");
        good("System.out.println(towns.where(towns.intColumn(\"people\").isGreaterThan(100)).rowCount());");
    }

    @Test
    void memoryTellsOfTensorsAndNamesTheVariablesThatHoldTheMost() {
        good(
                "var heavy = zeros(2_500_000);",
                "var pair = List.of(zeros(1_250_000), zeros(10));",
                "var net = sequential(input(100), dense(1_000));",
                "var number = 5;");
        assertThat(good("%memory").of("display_data").get(0).data("text/plain"))
                .containsPattern("tensors +\\d+\\.\\d MB in [\\d,]+ arrays, at most \\d+\\.\\d MB so far")
                .containsPattern(
                        "variable heavy +9\\.5 MiB *\\n *variable pair +4\\.8 MiB *\\n *variable net +0\\.4 MiB")
                .doesNotContain("variable number");
    }
}
