package percolate.plotting.chart;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/** Puts a PNG on disk so that nobody ever sees half of it. */
final class PngFile {
    private PngFile() {}

    static void write(Path file, byte[] png) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new IllegalArgumentException(
                    "save(\"" + file + "\"): pictures are saved as PNG; give a name that ends in .png");
        }
        var target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            var part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                Files.write(part, png);
                Files.move(part, target, ATOMIC_MOVE, REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "save(\"" + file + "\"): expected a place that can be written, got " + e + "; choose another place",
                    e);
        }
    }
}
