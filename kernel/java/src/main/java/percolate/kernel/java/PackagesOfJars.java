package percolate.kernel.java;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Which packages lie in which jar, so that a compiler need not open jars that do not hold what it looks for. Jars that were
 * installed have it noted down in a file of this name beside them, a jar's name and its packages a line; of others nothing
 * is known.
 */
public final class PackagesOfJars {
    /** The file beside the jars. */
    public static final String FILE = "packages.txt";

    private static final String CLASS = ".class";

    private final Map<Path, Map<String, Set<String>>> folders = new ConcurrentHashMap<>();

    /** Whether a jar holds a package, written with dots; also true where nothing is known of the jar. */
    boolean mayHold(Path jar, String packageName) {
        return Optional.ofNullable(jar.getParent())
                .map(folder -> folders.computeIfAbsent(folder, PackagesOfJars::read)
                        .get(jar.getFileName().toString()))
                .map(packages -> packages.contains(packageName))
                .orElse(true);
    }

    /** Notes down the packages of all jars in a folder. */
    public static void write(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            var lines = jars.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .flatMap(jar ->
                            packages(jar).map(names -> jar.getFileName() + " " + String.join(" ", names)).stream())
                    .toList();
            Files.write(folder.resolve(FILE), lines);
        }
    }

    /** Empty if the jar cannot be read, so that whoever uses it says why. */
    private static Optional<Set<String>> packages(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            return Optional.of(zip.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(CLASS) && name.indexOf('/') > 0)
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Set<String>> read(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> List.of(line.split(" ")))
                    .collect(Collectors.toMap(words -> words.get(0), HashSet::new));
        } catch (IOException e) {
            return Map.of();
        }
    }
}
