package percolate.kernel.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kernel's jars: those that cells see, those that only the kernel sees, and those that it needs for Kotlin.
 *
 * @param cells jars in the folder {@code cells}, in the order of their names
 * @param kernel jars in the folder {@code kernel} beside it, in the order of their names
 * @param kotlin jars in the folder {@code kotlin} beside it, in the order of their names
 */
record Distribution(List<Path> cells, List<Path> kernel, List<Path> kotlin) {
    static final String CELLS = "cells";
    static final String KERNEL = "kernel";
    static final String KOTLIN = "kotlin";

    Distribution {
        cells = List.copyOf(cells);
        kernel = List.copyOf(kernel);
        kotlin = List.copyOf(kotlin);
    }

    /** @throws IllegalStateException if the folder does not hold all kinds of jars */
    static Distribution at(Path folder) throws IOException {
        var found = new Distribution(
                jars(folder.resolve(CELLS)), jars(folder.resolve(KERNEL)), jars(folder.resolve(KOTLIN)));
        if (found.cells.isEmpty() || found.kernel.isEmpty() || found.kotlin.isEmpty()) {
            throw new IllegalStateException("distribution: expected jars in the folders " + CELLS + ", " + KERNEL
                    + " and " + KOTLIN + " of " + folder + ", found none in one of them; build it with mvn package");
        }
        return found;
    }

    /** The distribution that this program was started from. */
    static Distribution ofThisProgram() throws IOException {
        var own = ownLocation();
        if (!isInDistribution(own)) {
            throw new IllegalStateException("distribution: expected to run from a jar in a folder " + KERNEL
                    + " beside a folder " + CELLS + ", got " + own + "; build it with mvn package and start it there");
        }
        return at(own.getParent().getParent());
    }

    /** Where the class path entry lies that this class was loaded from. */
    static Path ownLocation() {
        try {
            return Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("distribution: this program's own place is not a path", e);
        }
    }

    static boolean isInDistribution(Path jar) {
        return jar.toString().endsWith(".jar")
                && jar.getParent().endsWith(KERNEL)
                && Files.isDirectory(jar.resolveSibling("..").resolve(CELLS));
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
