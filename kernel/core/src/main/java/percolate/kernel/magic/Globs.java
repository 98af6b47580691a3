package percolate.kernel.magic;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The files that a pattern such as {@code lib/*.jar} names. */
final class Globs {
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");
    private static final int DEEP = 16;

    private Globs() {}

    static boolean isPattern(String text) {
        return WILD.matcher(text).find();
    }

    /** In the order of their names; none if nothing matches. */
    static List<Path> find(Source source, String pattern) throws IOException {
        var text = pattern.replace('\\', '/');
        var wild = WILD.matcher(text);
        if (!wild.find()) {
            var file = source.resolve(text);
            return Files.exists(file) ? List.of(file) : List.of();
        }
        var split = text.lastIndexOf('/', wild.start()) + 1;
        var folder = source.resolve(text.substring(0, split));
        return Files.isDirectory(folder) ? matching(folder, text.substring(split)) : List.of();
    }

    private static List<Path> matching(Path folder, String pattern) throws IOException {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        var depth = pattern.contains("**") ? DEEP : pattern.split("/").length;
        try (var files = Files.walk(folder, depth)) {
            return files.filter(file -> matcher.matches(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }
}
