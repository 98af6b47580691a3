package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.api.Display;
import percolate.kernel.language.Language;

class CellLoaderTest {
    @TempDir
    Path folder;

    @AutoClose
    private final Cells cells = new Cells();

    @Test
    void aCellMayUseItsOwnVersionOfALibraryOfTheKernel() throws Exception {
        assertThat(Class.forName("com.google.gson.Gson").getDeclaredMethods()).hasSizeGreaterThan(3);
        cells.language.addToClassPath(List.of(jar(
                "com.google.gson.Gson",
                "package com.google.gson; public class Gson { public String version() { return \"mine\"; } }")));
        assertThat(cells.value("new com.google.gson.Gson().version()")).isEqualTo("mine");
        assertThat(cells.value("com.google.gson.Gson.class")).isNotEqualTo(Class.forName("com.google.gson.Gson"));
    }

    @Test
    void cellsDoNotSeeTheKernelsLibrariesEvenByName() {
        assertThat(cells.failure("Class.forName(\"org.zeromq.ZContext\")").name())
                .isEqualTo("ClassNotFoundException");
        assertThat(cells.failure("Class.forName(\"" + Language.class.getName() + "\")")
                        .name())
                .isEqualTo("ClassNotFoundException");
    }

    @Test
    void theClassPathStaysClosedAfterAJarWasAdded() throws Exception {
        cells.language.addToClassPath(List.of(jar("extra.Thing", "package extra; public class Thing {}")));
        cells.nothing("extra.Thing thing = new extra.Thing();");
        assertThat(cells.failure("org.zeromq.ZContext c;").message()).contains("does not exist");
    }

    @Test
    void aLibraryThatLacksItsOwnLibraryFailsInWords() throws Exception {
        cells.language.addToClassPath(List.of(jar("extra.Part", """
                package extra;
                public class Part extends Whole {
                    public static int size(Part part) { return 1; }
                    public static int size(String text) { return 2; }
                }
                class Whole {}""")));
        assertThat(cells.failure("extra.Part.size(new extra.Part())").message()).contains("cannot access extra.Whole");
    }

    @Test
    void sharedClassesAreThoseOfTheApplication() {
        assertThat(cells.value("percolate.kernel.api.Display.class")).isSameAs(Display.class);
    }

    @Test
    void servicesAndResourcesAreFoundThroughTheContextLoader() throws Exception {
        var service = jar(
                "extra.Greeter",
                "package extra; public class Greeter implements Runnable"
                        + " { public void run() { System.setProperty(\"percolate.test.greeted\", \"yes\"); } }",
                "META-INF/services/java.lang.Runnable",
                "extra.Greeter");
        cells.language.addToClassPath(List.of(service));
        System.clearProperty("percolate.test.greeted");
        cells.nothing("for (var greeter : ServiceLoader.load(Runnable.class)) greeter.run();");
        assertThat(System.getProperty("percolate.test.greeted")).isEqualTo("yes");
    }

    @Test
    void theToolsOfTheJdkAreSeen() {
        assertThat(cells.value("javax.tools.ToolProvider.getSystemJavaCompiler() != null"))
                .isEqualTo(true);
        assertThat(cells.value("new java.sql.Timestamp(0).getTime()")).isEqualTo(0L);
    }

    @Test
    void anEvaluationLeavesTheThreadsContextLoaderAsItWas() {
        var before = Thread.currentThread().getContextClassLoader();
        cells.run("1 / 0");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void aLibraryCannotEndTheProcess() throws IOException {
        cells.language.addToClassPath(List.of(jar(
                "tool.Program",
                "package tool; public class Program {"
                        + " public static void main(String... words) { System.exit(words.length); }"
                        + " public static void halt() { Runtime.getRuntime().halt(1); }"
                        + " public static void handOver(java.util.function.IntConsumer to) { exit(System::exit); }"
                        + " static void exit(java.util.function.IntConsumer how) { how.accept(7); }"
                        + " public static String harmless() { return Program.class.getPackage().getImplementationTitle(); } }",
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nImplementation-Title: a tool\n")));
        assertThat(cells.failure("tool.Program.main(\"a\", \"b\")").message())
                .contains("System.exit(2) would end the kernel");
        assertThat(cells.failure("tool.Program.halt()").message()).contains("Runtime.halt(1) would end the kernel");
        assertThat(cells.failure("tool.Program.handOver(null)").message())
                .contains("System.exit(7) would end the kernel");
        assertThat(cells.value("tool.Program.harmless()")).isEqualTo("a tool");
    }

    /** A jar with one class, compiled here, and further entries as pairs of name and text. */
    private Path jar(String type, String source, String... entries) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var unit =
                new SimpleJavaFileObject(
                        URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        var options = List.of("-proc:none", "-d", folder.toString());
        assertThat(compiler.getTask(null, null, null, options, null, List.of(unit))
                        .call())
                .isTrue();
        var jar = folder.resolve(type + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            var name = type.replace('.', '/') + ".class";
            add(out, name, Files.readAllBytes(folder.resolve(name)));
            for (var i = 0; i < entries.length; i += 2) {
                add(out, entries[i], entries[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
