package percolate.kernel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Puts a kernelspec with its own copy of all jars where a front end looks for kernels. It appears whole or not at all:
 * everything is written beside its place and then renamed.
 */
final class Installation {
    private static final Logger LOG = Logger.getLogger(Installation.class.getName());
    private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    private final Distribution source;
    private final Jvm java;

    Installation(Distribution source, Jvm java) {
        this.source = source;
        this.java = java;
    }

    /** Installs below {@code prefix}, in place of what an earlier call installed there, and gives the folder. */
    Path into(Path prefix) throws IOException {
        var place = prefix.toAbsolutePath()
                .normalize()
                .resolve("share/jupyter/kernels")
                .resolve(KernelSpec.NAME);
        Files.createDirectories(place.getParent());
        var fresh = Files.createTempDirectory(place.getParent(), "." + KernelSpec.NAME + "-new");
        try {
            write(fresh, place);
            replace(place, fresh);
        } finally {
            delete(fresh);
        }
        return place;
    }

    private void write(Path folder, Path place) throws IOException {
        var classPath = new ArrayList<Path>();
        classPath.addAll(copy(source.cells(), folder, place, Distribution.CELLS));
        classPath.addAll(copy(source.kernel(), folder, place, Distribution.KERNEL));
        for (var logo : LOGOS) {
            try (var in = Installation.class.getResourceAsStream(logo)) {
                Files.copy(in, folder.resolve(logo));
            }
        }
        Files.writeString(folder.resolve("kernel.json"), new KernelSpec(java, classPath).json());
        openToReaders(folder);
    }

    /** Copies jars, and gives the paths they will have at their final place. */
    private static List<Path> copy(List<Path> jars, Path folder, Path place, String part) throws IOException {
        Files.createDirectories(folder.resolve(part));
        var placed = new ArrayList<Path>();
        for (var jar : jars) {
            var name = jar.getFileName().toString();
            Files.copy(jar, folder.resolve(part).resolve(name));
            placed.add(place.resolve(part).resolve(name));
        }
        return placed;
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
                "." + KernelSpec.NAME + "-old-" + ProcessHandle.current().pid());
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
