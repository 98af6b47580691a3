package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmTest {
    @TempDir
    Path folder;

    @Test
    void aJavaIsAskedForItsVersion() {
        assertThat(Jvm.at(Jvm.running().executable())).isEqualTo(Jvm.running());
    }

    @Test
    void nativeAccessIsGrantedWhereJavaAsksForIt() {
        var java = Path.of("java").toAbsolutePath();
        assertThat(new Jvm(java, 25).flags()).contains("--enable-native-access=ALL-UNNAMED");
        assertThat(new Jvm(java, 17).flags()).doesNotContain("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void whatCannotBeRunIsRefusedInWords() {
        assertThatThrownBy(() -> Jvm.at(folder.resolve("java")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--java: expected a java program");
    }

    @Test
    void aProgramThatIsNoJavaIsRefusedInWords() throws IOException {
        var script = Files.writeString(folder.resolve("java"), "#!/bin/sh\necho java.base@11\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(() -> Jvm.at(script))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JDK 17");
    }
}
