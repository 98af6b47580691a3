package percolate.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final int SYMBOLIC_LINK = 0120777;

    @TempDir
    Path folder;

    /** Names and contents in turn; a name that ends in @ is a link. */
    static byte[] zip(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipArchiveOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                var entry = new ZipArchiveEntry(entries[i].replace("@", ""));
                if (entries[i].endsWith("@")) {
                    entry.setUnixMode(SYMBOLIC_LINK);
                }
                out.putArchiveEntry(entry);
                out.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The same as tar.gz; a name that ends in @ is a link, one that ends in # another name of a file. */
    static byte[] tar(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (int i = 0; i < entries.length; i += 2) {
                var name = entries[i].replaceAll("[@#]$", "");
                var content = entries[i + 1].getBytes(StandardCharsets.UTF_8);
                byte kind = entries[i].endsWith("@")
                        ? TarConstants.LF_SYMLINK
                        : entries[i].endsWith("#") ? TarConstants.LF_LINK : TarConstants.LF_NORMAL;
                var entry = new TarArchiveEntry(name, kind, true);
                if (kind == TarConstants.LF_NORMAL) {
                    entry.setSize(content.length);
                } else {
                    entry.setLinkName(entries[i + 1]);
                }
                out.putArchiveEntry(entry);
                if (kind == TarConstants.LF_NORMAL) {
                    out.write(content);
                }
                out.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private Path packed(String kind, String... entries) throws IOException {
        return Files.write(folder.resolve("a" + kind), kind.equals(".zip") ? zip(entries) : tar(entries));
    }

    @ParameterizedTest
    @ValueSource(strings = {".zip", ".tar.gz"})
    void filesAndFoldersComeOut(String kind) throws Exception {
        Archive.unpack(packed(kind, "cats/1.txt", "one", "dogs/", "", "dogs/deep/2.txt", "two"), folder.resolve("out"));
        assertThat(folder.resolve("out/cats/1.txt")).hasContent("one");
        assertThat(folder.resolve("out/dogs/deep/2.txt")).hasContent("two");
        assertThat(folder.resolve("out.part")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {".zip", ".tar.gz"})
    void nothingIsWrittenOutsideOfTheFolder(String kind) throws Exception {
        for (var name : new String[] {"../evil", "a/../../evil", "/evil", "..\\evil", "c:\\evil"}) {
            assertOneSentence(
                    () -> Archive.unpack(packed(kind, name, "x"), folder.resolve("out")),
                    "a" + kind + ": expected plain files inside one folder, got \"",
                    "evil\", which lies outside of its folder");
        }
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(folder.resolve("a" + kind));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"link@", "link#"})
    void linksAreRefused(String link) throws Exception {
        assertOneSentence(
                () -> Archive.unpack(packed(".tar.gz", link, "/etc/passwd"), folder.resolve("out")),
                "got \"link\", which is a link");
        assertOneSentence(
                () -> Archive.unpack(packed(".zip", "link@", "/etc/passwd"), folder.resolve("out")),
                "got \"link\", which is a link");
    }

    @ParameterizedTest
    @ValueSource(strings = {".zip", ".tar.gz"})
    void aBombIsRefusedBeforeItIsLarge(String kind) throws Exception {
        var zeros = "0".repeat(90 << 20);
        assertOneSentence(
                () -> Archive.unpack(packed(kind, "zeros", zeros), folder.resolve("out")),
                "more than 100 times its own size");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("out.part")).doesNotExist();
    }

    @Test
    void aNameThatComesTwiceIsRefused() throws Exception {
        assertOneSentence(
                () -> Archive.unpack(packed(".tar.gz", "a", "1", "a", "2"), folder.resolve("out")),
                "expected each file once, got \"a\" twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {".zip", ".tar.gz"})
    void damagedArchivesAreReadOrRefused(String kind) throws Exception {
        var names = new String[] {"cats/1.txt", "one".repeat(500), "cats/2.txt", "2", "dogs/3.txt", "three".repeat(99)};
        var whole = kind.equals(".zip") ? zip(names) : tar(names);
        int refused =
                Mutated.read(whole, folder.resolve("a" + kind), file -> Archive.unpack(file, folder.resolve("out")));
        assertThat(refused).isBetween(Mutated.count() / 3, Mutated.count());
    }
}
