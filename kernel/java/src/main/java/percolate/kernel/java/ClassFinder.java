package percolate.kernel.java;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.Optional;

/** Where a class is of which only the simple name is known: in which of all packages that cells see. */
final class ClassFinder {
    private static final Comparator<String> LIKELIEST = Comparator.comparing(
                    (String full) -> !full.startsWith("java.util."))
            .thenComparing(full -> !full.startsWith("java.time."))
            .thenComparing(full -> !full.startsWith("java."))
            .thenComparing(full -> full.chars().filter(c -> c == '.').count())
            .thenComparing(Comparator.naturalOrder());
    private final Packages packages;
    private final ClassLoader loader;

    ClassFinder(Packages packages, ClassLoader loader) {
        this.packages = packages;
        this.loader = loader;
    }

    /** The full name of a public class: first the JDK's usual packages, then all others. */
    Optional<String> find(String name) {
        return packages.names().stream()
                .map(packageName -> packageName + "." + name)
                .filter(full -> loader.getResource(full.replace('.', '/') + ".class") != null)
                .sorted(LIKELIEST)
                .filter(this::isPublic)
                .findFirst();
    }

    private boolean isPublic(String full) {
        try {
            return Modifier.isPublic(Class.forName(full, false, loader).getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // cells could not use it either
        }
    }
}
