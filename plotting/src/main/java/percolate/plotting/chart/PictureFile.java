package percolate.plotting.chart;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/** Puts a picture on disk so that nobody ever sees half of it. */
final class PictureFile {
    private PictureFile() {}

    /**
     * @param who says in errors what was called, {@code save} or {@code gif}
     * @param ending of the name, without its dot
     */
    static void write(String who, String file, String ending, byte[] content) {
        if (!file.toLowerCase(Locale.ROOT).endsWith("." + ending)) {
            throw new IllegalArgumentException(who + "(\"" + file + "\"): pictures are saved as "
                    + ending.toUpperCase(Locale.ROOT) + "; give a name that ends in ." + ending);
        }
        var target = Path.of(file).toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            var part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                Files.write(part, content);
                Files.move(part, target, ATOMIC_MOVE, REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    who + "(\"" + file + "\"): expected a place that can be written, got " + e
                            + "; choose another place",
                    e);
        }
    }
}
