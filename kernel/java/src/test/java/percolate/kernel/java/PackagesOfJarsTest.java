package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesOfJarsTest {
    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void makeJars() throws IOException {
        jar = jar("one.jar", "a/b/C.class", "a/b/c/D.class", "x/readme.txt", "Top.class");
        Files.writeString(folder.resolve("broken.jar"), "no jar");
        PackagesOfJars.write(folder);
    }

    @Test
    void aJarHoldsThePackagesOfItsClassesOnly() {
        var packages = new PackagesOfJars();
        assertThat(packages.mayHold(jar, "a.b")).isTrue();
        assertThat(packages.mayHold(jar, "a.b.c")).isTrue();
        assertThat(packages.mayHold(jar, "a")).isFalse();
        assertThat(packages.mayHold(jar, "x")).isFalse();
        assertThat(packages.mayHold(jar, "java.util")).isFalse();
    }

    @Test
    void aJarOfWhichNothingIsKnownMayHoldAnything() throws IOException {
        var packages = new PackagesOfJars();
        assertThat(packages.mayHold(folder.resolve("broken.jar"), "a.b")).isTrue();
        assertThat(packages.mayHold(jar("later.jar", "a/E.class"), "java.util")).isTrue();
        assertThat(packages.mayHold(Path.of("/elsewhere/other.jar"), "a.b")).isTrue();
        assertThat(packages.mayHold(Path.of("other.jar"), "a.b")).isTrue();
    }

    private Path jar(String name, String... entries) throws IOException {
        var made = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(made))) {
            for (var entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.closeEntry();
            }
        }
        return made;
    }
}
