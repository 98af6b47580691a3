package percolate.kernel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A folder replaced as a whole: the new one is written beside it and then renamed. */
final class Replacement {
    private static final Logger LOG = Logger.getLogger(Replacement.class.getName());

    /** What the new folder holds. */
    interface Content {
        void write(Path folder) throws IOException;
    }

    private Replacement() {}

    /** After a failure the old folder stands as it was. */
    static void of(Path place, Content content) throws IOException {
        Files.createDirectories(place.getParent());
        var fresh = Files.createTempDirectory(place.getParent(), "." + place.getFileName() + "-new");
        try {
            content.write(fresh);
            openToReaders(fresh);
            replace(place, fresh);
        } finally {
            delete(fresh);
        }
    }

    /** A temporary folder is its owner's alone; a kernelspec may serve every user of an environment. */
    private static void openToReaders(Path folder) {
        var file = folder.toFile();
        if (!file.setReadable(true, false) || !file.setExecutable(true, false)) {
            LOG.log(Level.WARNING, "only this user can read {0}", folder);
        }
    }

    private static void replace(Path place, Path fresh) throws IOException {
        var old = place.resolveSibling(
                "." + place.getFileName() + "-old-" + ProcessHandle.current().pid());
        var replaces = Files.exists(place);
        if (replaces) {
            Files.move(place, old);
        }
        try {
            Files.move(fresh, place);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, place);
            }
            throw e;
        }
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
