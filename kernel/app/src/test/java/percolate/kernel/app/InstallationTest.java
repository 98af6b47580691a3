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
    private Path prefix;

    @BeforeEach
    void build() throws IOException {
        built = folder.resolve("built");
        prefix = folder.resolve("a prefix");
        jar("cells/seen.jar", "seen 1");
        jar("kernel/hidden-b.jar", "b");
        jar("kernel/hidden-a.jar", "a");
    }

    @Test
    void theKernelspecStandsWhereJupyterLooks() throws IOException {
        var place = install();
        assertThat(place).isEqualTo(prefix.resolve("share/jupyter/kernels/percolate-java"));
        var spec = spec(place);
        assertThat(spec.get("display_name").getAsString()).isEqualTo("Java (Percolate)");
        assertThat(spec.get("language").getAsString()).isEqualTo("java");
        assertThat(spec.get("interrupt_mode").getAsString()).isEqualTo("message");
        assertThat(spec.get("kernel_protocol_version").getAsString()).isEqualTo("5.5");
    }

    @Test
    void itStartsAnAbsoluteJavaOnItsOwnCopyOfTheJarsInTheOrderOfTheirNames() throws IOException {
        var place = install();
        var command = spec(place).getAsJsonArray("argv").asList().stream()
                .map(part -> part.getAsString())
                .toList();
        assertThat(Path.of(command.get(0))).isAbsolute().isExecutable();
        assertThat(command).contains("-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-Djava.awt.headless=true");
        assertThat(command.get(command.indexOf("-cp") + 1).split(File.pathSeparator))
                .containsExactly(
                        place.resolve("cells/seen.jar").toString(),
                        place.resolve("kernel/hidden-a.jar").toString(),
                        place.resolve("kernel/hidden-b.jar").toString())
                .allMatch(jar -> Files.isRegularFile(Path.of(jar)));
        assertThat(command).endsWith("percolate.kernel.app.Main", "{connection_file}");
    }

    @Test
    void itOutlivesTheDistributionItCameFrom() throws IOException {
        var place = install();
        jar("cells/seen.jar", "seen 2");
        assertThat(place.resolve("cells/seen.jar")).hasContent("seen 1");
    }

    @Test
    void anEarlierKernelspecIsReplacedAsAWhole() throws IOException {
        var place = install();
        Files.delete(built.resolve("kernel/hidden-b.jar"));
        jar("cells/seen.jar", "seen 2");
        install();
        assertThat(place.resolve("cells/seen.jar")).hasContent("seen 2");
        assertThat(place.resolve("kernel/hidden-b.jar")).doesNotExist();
        assertThat(names(place.getParent())).containsExactly("percolate-java");
    }

    @Test
    void afterAFailureNothingIsHalfInstalled() throws IOException {
        var place = install();
        var broken =
                new Distribution(List.of(built.resolve("cells/seen.jar"), built.resolve("cells/gone.jar")), List.of());
        assertThatThrownBy(() -> new Installation(broken, Jvm.running()).into(prefix))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(names(place.getParent())).containsExactly("percolate-java");
        assertThat(place.resolve("kernel/hidden-a.jar")).exists();
        assertThat(spec(place).has("argv")).isTrue();
    }

    @Test
    void itBringsItsLogosInTheSizesOfTheirNames() throws IOException {
        var place = install();
        assertThat(ImageIO.read(place.resolve("logo-32x32.png").toFile()).getWidth())
                .isEqualTo(32);
        assertThat(ImageIO.read(place.resolve("logo-64x64.png").toFile()).getHeight())
                .isEqualTo(64);
        assertThat(place.resolve("logo-svg.svg")).content().contains("<svg");
    }

    @Test
    void aDistributionWithoutJarsIsRefusedInWords() {
        assertThatThrownBy(() -> Distribution.at(folder.resolve("empty")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected jars in")
                .hasMessageContaining("mvn package");
    }

    private Path install() throws IOException {
        return new Installation(Distribution.at(built), Jvm.running()).into(prefix);
    }

    private static JsonObject spec(Path place) throws IOException {
        return JsonParser.parseString(Files.readString(place.resolve("kernel.json")))
                .getAsJsonObject();
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
