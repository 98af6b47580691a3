package percolate.kernel.java;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The names of the packages that cells see, which JShell does not complete. */
final class Packages {
    private static final Pattern PATH = Pattern.compile("(?s)(?:.*[^\\w.])?((?:[a-z]\\w*\\.)*)([a-z]\\w*)?");
    private static final Pattern PUBLIC_CLASS = Pattern.compile("(?!META-INF/)([\\w/]+)/\\w+\\.class");
    private final Supplier<List<Path>> classPath;
    private List<Path> read = List.of();
    private Set<String> names = Set.of();

    Packages(Supplier<List<Path>> classPath) {
        this.classPath = classPath;
    }

    /** What may follow at the end of a text that names a package: the next part of each name, with its dot. */
    Suggestions.Found at(String text) {
        var path = PATH.matcher(text);
        if (!path.matches() || (path.group(1).isEmpty() && path.group(2) == null)) {
            return new Suggestions.Found(List.of(), text.length());
        }
        var start = path.group(2) == null ? text.length() : path.start(2);
        var typed = path.group(1) + (path.group(2) == null ? "" : path.group(2));
        return new Suggestions.Found(
                names().stream()
                        .filter(name -> name.startsWith(typed)
                                && name.length() > path.group(1).length())
                        .map(name -> name.substring(path.group(1).length()).replaceFirst("\\..*", "") + ".")
                        .distinct()
                        .toList(),
                start);
    }

    /** All that there are. */
    synchronized Set<String> names() {
        var now = classPath.get();
        if (names.isEmpty() || !now.equals(read)) {
            read = List.copyOf(now);
            names = Stream.concat(ofJdk(), now.stream().flatMap(Packages::ofJar))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return names;
    }

    private static Stream<String> ofJdk() {
        return ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getDescriptor().exports().stream())
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source);
    }

    private static Stream<String> ofJar(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .map(PUBLIC_CLASS::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1).replace('/', '.'))
                    .collect(Collectors.toSet())
                    .stream();
        } catch (IOException e) {
            return Stream.of(); // a folder, or unreadable
        }
    }
}
