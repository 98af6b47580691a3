package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.channels.Channel;

/** The distribution, really installed once, with its start-up archives. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedInstallationTest {
    @TempDir
    static Path folder;

    private static final List<String> SAID = new ArrayList<>();

    @BeforeAll
    static void install() throws Exception {
        var built = Distribution.at(Path.of(System.getProperty("percolate.distribution")));
        new Installation(built, Jvm.running(), SAID::add).into(folder.resolve("data"));
    }

    @Test
    @Order(1)
    void eachLanguageHasAnArchiveThatItsJavaTakes() throws Exception {
        for (var language : NotebookLanguage.values()) {
            assertThat(SAID).anyMatch(line -> line.matches(language.code() + "\\.archive: \\d+ MB in .* s"));
            assertThat(archive(language)).isRegularFile();
            var strict = strict(language);
            var check = new ProcessBuilder(strict).redirectErrorStream(true).start();
            var said = new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(check.waitFor()).as(said).isZero();
        }
        assertThat(folder.resolve("data/percolate").toFile().list())
                .containsExactlyInAnyOrder("cells", "kernel", "kotlin", "java.archive", "kotlin.archive");
    }

    @Test
    @Order(2)
    void aKernelStartsFromItInItsLanguage() throws Exception {
        assertThat(answerOf(NotebookLanguage.JAVA, Map.of(), "int two = 2; two + 3"))
                .isEqualTo("5");
        assertThat(answerOf(NotebookLanguage.KOTLIN, Map.of(), "val two = 2\ntwo + 3"))
                .isEqualTo("5");
    }

    @Test
    @Order(3)
    void javasOptionsAreTakenFromAVariable() throws Exception {
        var more = Map.of(OptionsOfUser.VARIABLE, " -Xmx200m  -Dof.the.user=yes ");
        assertThat(answerOf(
                        NotebookLanguage.JAVA,
                        more,
                        "System.getProperty(\"of.the.user\") + (Runtime.getRuntime().maxMemory() >> 20 <= 200)"))
                .isEqualTo("yestrue");
    }

    @Test
    @Order(4)
    void withAStaleADamagedOrNoArchiveAKernelStartsAllTheSameAndSaysNothingOfIt() throws Exception {
        var jar =
                folder.resolve("data/percolate/kernel").toFile().listFiles()[0].toPath();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(answerOf(NotebookLanguage.JAVA, Map.of(), "1 + 1")).isEqualTo("2");
        Files.delete(archive(NotebookLanguage.JAVA));
        assertThat(answerOf(NotebookLanguage.JAVA, Map.of(), "1 + 1")).isEqualTo("2");
        Files.writeString(archive(NotebookLanguage.JAVA), "no archive at all");
        assertThat(answerOf(NotebookLanguage.JAVA, Map.of(), "1 + 1")).isEqualTo("2");
    }

    /** The value of a cell in a kernel of its own, which must end when it is told to, and must not complain of its archive. */
    private static String answerOf(NotebookLanguage language, Map<String, String> more, String cell) throws Exception {
        var said = folder.resolve("said");
        try (var kernel = PackagedKernel.start(folder, command(language), more, said)) {
            var result = kernel.client().execute(cell).result();
            var content = new JsonObject();
            content.addProperty("restart", false);
            kernel.client().send(Channel.CONTROL, "shutdown_request", content);
            assertThat(kernel.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said).content().doesNotContainIgnoringCase("archive").doesNotContainIgnoringCase("[warning]");
            return result;
        }
    }

    private static Path archive(NotebookLanguage language) {
        return folder.resolve("data/percolate").resolve(language.code() + ".archive");
    }

    private static List<String> command(NotebookLanguage language) throws Exception {
        var spec = folder.resolve("data/kernels")
                .resolve(KernelSpec.name(language))
                .resolve("kernel.json");
        return JsonParser.parseString(Files.readString(spec)).getAsJsonObject().getAsJsonArray("argv").asList().stream()
                .map(part -> part.getAsString())
                .toList();
    }

    /** The same Java, made to refuse an archive that it would silently leave out otherwise. */
    private static List<String> strict(NotebookLanguage language) throws Exception {
        var command = new ArrayList<>(command(language));
        command.subList(command.indexOf("-cp") + 2, command.size()).clear();
        command.removeIf(flag -> flag.equals("-Xshare:auto") || flag.equals("-Xlog:disable"));
        var caches = command.stream().anyMatch(flag -> flag.startsWith("-XX:AOTCache="));
        command.add(1, caches ? "-XX:AOTMode=on" : "-Xshare:on");
        command.add("-version");
        return command;
    }
}
