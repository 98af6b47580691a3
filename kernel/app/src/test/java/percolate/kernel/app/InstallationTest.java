package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    Path folder;

    private Path built;
    private Path data;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void build() throws IOException {
        built = folder.resolve("built");
        data = folder.resolve("a prefix/share/jupyter");
        jar("cells/seen.jar", "seen 1");
        jar("kernel/hidden-b.jar", "b");
        jar("kernel/hidden-a.jar", "a");
        jar("kotlin/compiler.jar", "kotlin");
    }

    @Test
    void aKernelspecForEachLanguageStandsWhereJupyterLooks() throws Exception {
        install();
        for (var language : NotebookLanguage.values()) {
            var spec = spec(language);
            assertThat(spec.get("display_name").getAsString()).isEqualTo(language.title() + " (Percolate)");
            assertThat(spec.get("language").getAsString()).isEqualTo(language.code());
            assertThat(spec.get("interrupt_mode").getAsString()).isEqualTo("message");
            assertThat(spec.get("kernel_protocol_version").getAsString()).isEqualTo("5.5");
            assertThat(command(language))
                    .endsWith("percolate.kernel.app.Main", "--language", language.code(), "{connection_file}");
        }
        assertThat(names(data)).containsExactlyInAnyOrder("kernels", "percolate");
        assertThat(names(data.resolve("kernels"))).containsExactlyInAnyOrder("percolate-java", "percolate-kotlin");
    }

    @Test
    void bothStartAnAbsoluteJavaOnTheSameCopyOfTheJars() throws Exception {
        install();
        for (var language : NotebookLanguage.values()) {
            var command = command(language);
            assertThat(Path.of(command.get(0))).isAbsolute().isExecutable();
            assertThat(command).contains("-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-Djava.awt.headless=true");
        }
        var always = List.of(shared("kernel/hidden-a.jar"), shared("kernel/hidden-b.jar"), shared("cells/seen.jar"));
        assertThat(classPath(NotebookLanguage.JAVA)).isEqualTo(always).allMatch(Files::isRegularFile);
    }

    @Test
    void theCompilerOfKotlinIsOnTheClassPathOfKotlinAloneAndTheSmallestJarIsTheFirst() throws Exception {
        install();
        assertThat(classPath(NotebookLanguage.KOTLIN))
                .containsExactly(
                        shared("kernel/hidden-a.jar"),
                        shared("kernel/hidden-b.jar"),
                        shared("cells/seen.jar"),
                        shared("kotlin/compiler.jar"))
                .allMatch(Files::isRegularFile);
        assertThat(classPath(NotebookLanguage.JAVA)).doesNotContain(shared("kotlin/compiler.jar"));
    }

    private List<Path> classPath(NotebookLanguage language) throws Exception {
        var command = command(language);
        return Stream.of(command.get(command.indexOf("-cp") + 1).split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    @Test
    void itOutlivesTheDistributionItCameFrom() throws Exception {
        install();
        jar("cells/seen.jar", "seen 2");
        assertThat(shared("cells/seen.jar")).hasContent("seen 1");
    }

    @Test
    void anEarlierInstallationIsReplacedAsAWhole() throws Exception {
        install();
        Files.delete(built.resolve("kernel/hidden-b.jar"));
        jar("cells/seen.jar", "seen 2");
        Files.writeString(data.resolve("kernels/percolate-java/left-over"), "");
        install();
        assertThat(shared("cells/seen.jar")).hasContent("seen 2");
        assertThat(shared("kernel/hidden-b.jar")).doesNotExist();
        assertThat(data.resolve("kernels/percolate-java/left-over")).doesNotExist();
        assertThat(names(data)).containsExactlyInAnyOrder("kernels", "percolate");
        assertThat(names(data.resolve("kernels"))).containsExactlyInAnyOrder("percolate-java", "percolate-kotlin");
    }

    @Test
    void afterAFailureNothingIsHalfInstalled() throws Exception {
        install();
        var broken = new Distribution(
                List.of(built.resolve("cells/seen.jar"), built.resolve("cells/gone.jar")), List.of(), List.of());
        assertThatThrownBy(() -> new Installation(broken, Jvm.running(), said::add).into(data))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(names(data)).containsExactlyInAnyOrder("kernels", "percolate");
        assertThat(shared("kernel/hidden-a.jar")).exists();
        assertThat(spec(NotebookLanguage.JAVA).has("argv")).isTrue();
    }

    @Test
    void jarsThatNoArchiveCanBeMadeFromAreInstalledAllTheSameAndTheReasonIsNamed() throws Exception {
        install();
        assertThat(said).anyMatch(line -> line.startsWith("java.archive: expected Java to make it, got status 1"));
        assertThat(names(data.resolve("percolate")))
                .contains("java.archive.log")
                .doesNotContain("java.archive");
    }

    @Test
    void eachBringsItsLogosInTheSizesOfTheirNames() throws Exception {
        install();
        for (var language : NotebookLanguage.values()) {
            var place = data.resolve("kernels").resolve(KernelSpec.name(language));
            assertThat(ImageIO.read(place.resolve("logo-32x32.png").toFile()).getWidth())
                    .isEqualTo(32);
            assertThat(ImageIO.read(place.resolve("logo-64x64.png").toFile()).getHeight())
                    .isEqualTo(64);
            assertThat(place.resolve("logo-svg.svg")).content().contains("<svg");
        }
    }

    @Test
    void aDistributionWithoutJarsIsRefusedInWords() {
        assertThatThrownBy(() -> Distribution.at(folder.resolve("empty")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected jars in")
                .hasMessageContaining("mvn package");
    }

    private void install() throws Exception {
        new Installation(Distribution.at(built), Jvm.running(), said::add).into(data);
    }

    private Path shared(String name) {
        return data.resolve("percolate").resolve(name);
    }

    private JsonObject spec(NotebookLanguage language) throws IOException {
        var file = data.resolve("kernels").resolve(KernelSpec.name(language)).resolve("kernel.json");
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private List<String> command(NotebookLanguage language) throws IOException {
        return spec(language).getAsJsonArray("argv").asList().stream()
                .map(part -> part.getAsString())
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void jar(String name, String content) throws IOException {
        Files.createDirectories(built.resolve(name).getParent());
        Files.writeString(built.resolve(name), content);
    }
}
