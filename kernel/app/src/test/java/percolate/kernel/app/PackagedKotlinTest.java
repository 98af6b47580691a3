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

class PackagedKotlinTest {
    @TempDir
    static Path folder;

    @AutoClose
    private static PackagedKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        kernel = PackagedKernel.start(folder, Map.of(), "--language", "kotlin");
    }

    @Test
    void itSaysWhatItSpeaks() {
        var info = kernel.client.ask(Channel.SHELL, "kernel_info_request", new JsonObject());
        var language = info.reply().content().getAsJsonObject("language_info");
        assertThat(language.get("name").getAsString()).isEqualTo("kotlin");
        assertThat(language.get("file_extension").getAsString()).isEqualTo(".kt");
    }

    @Test
    void tensorsComputeWithKotlinsOperatorsAndNoImport() {
        var computed = kernel.client.execute("val w = tensor(1, 2)\nprintln(\"made\")\n0.1 * w + 1 - -w");
        assertThat(computed.status()).isEqualTo("ok");
        assertThat(computed.printed("stdout")).isEqualTo("made\n");
        assertThat(computed.result()).contains("2.1").contains("3.2");
    }

    @Test
    void kotlinsOwnFunctionsAndCollectionsStay() {
        assertThat(kernel.client
                        .execute("val xs: List<Int> = listOf(3, 1, 2)\n"
                                + "xs.sorted().map { it * 2 }.max() + minOf(1, 2) + maxOf(0, 1)")
                        .result())
                .isEqualTo("8");
    }

    @Test
    void aSingleCellSpeaksJava() {
        assertThat(kernel.client
                        .execute("%%java\nint n = 4;\nn * (int) tensor(2).item()")
                        .result())
                .isEqualTo("8");
        assertThat(kernel.client.execute("%%kotlin\nlistOf(1, 2).sum()").result())
                .isEqualTo("3");
    }

    @Test
    void aSingleCellOfAJavaNotebookSpeaksKotlin() throws IOException {
        try (var java = PackagedKernel.start(folder, Map.of(), "--language", "java")) {
            assertThat(java.client.execute("0.5 + 1").result()).isEqualTo("1.5");
            var computed = java.client.execute("%%kotlin\nval w = 0.1 * tensor(1, 2)\nw");
            assertThat(computed.status()).isEqualTo("ok");
            assertThat(computed.result()).contains("0.1").contains("0.2");
        }
    }

    @Test
    void aCellThatWaitsForALineIsInterrupted() {
        var stopped = kernel.client.interrupt("println(\"waits\")\nval line = readln()");
        assertThat(stopped.status()).isEqualTo("error");
        assertThat(kernel.client.execute("1 + 1").result()).isEqualTo("2");
    }

    @Test
    void theCompilersOwnLibrariesAreHiddenFromCells() {
        assertThat(kernel.client
                        .execute("Class.forName(\"org.jetbrains.kotlin.psi.KtFile\")")
                        .reply()
                        .text("ename"))
                .isEqualTo("ClassNotFoundException");
    }
}
