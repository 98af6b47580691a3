package percolate.kernel.documentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipFile;

/**
 * The texts of classes' source files: of the JDK's from its {@code src.zip}, of a library's from its own jar below
 * {@value #WITHIN}, where ours have them, or from a jar beside it that is named {@code …-sources.jar}.
 */
final class Sources {
    static final String WITHIN = "META-INF/sources/";
    private static final int REMEMBERED = 30;
    private final Supplier<List<Path>> classPath;
    private final Path jdk;
    private final Map<String, SourceFile> read = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SourceFile> eldest) {
            return size() > REMEMBERED;
        }
    };

    Sources(Supplier<List<Path>> classPath, Path jdk) {
        this.classPath = classPath;
        this.jdk = jdk;
    }

    /** Whether the JDK's own sources are there. */
    boolean hasJdk() {
        return Files.isReadable(jdk);
    }

    /**
     * The file that declares a class.
     *
     * @param module the class's module, or an empty text for what is on the class path
     * @param type an outermost class's full name
     */
    synchronized Optional<SourceFile> of(String module, String type) {
        var key = module + "/" + type;
        var known = Optional.ofNullable(read.get(key));
        var found = known.or(() -> find(module, type.replace('.', '/') + ".java"));
        found.ifPresent(file -> read.put(key, file)); // a jar with those that are not there may still be added
        return found;
    }

    private Optional<SourceFile> find(String module, String file) {
        if (!module.isEmpty()) {
            return read(jdk, module + "/" + file).map(SourceFile::of);
        }
        for (var jar : classPath.get()) {
            var found = read(jar, WITHIN + file).or(() -> read(beside(jar), file));
            if (found.isPresent()) {
                return found.map(SourceFile::of);
            }
        }
        return Optional.empty();
    }

    private static Path beside(Path jar) {
        return jar.resolveSibling(jar.getFileName().toString().replaceAll("\\.jar$", "") + "-sources.jar");
    }

    /** The text of an entry of a jar, or of a file below a folder. */
    private static Optional<String> read(Path jar, String entry) {
        try {
            if (Files.isDirectory(jar)) {
                var file = jar.resolve(entry);
                return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            } else if (!Files.isReadable(jar)) {
                return Optional.empty();
            }
            try (var zip = new ZipFile(jar.toFile())) {
                var found = zip.getEntry(entry);
                return found == null
                        ? Optional.empty()
                        : Optional.of(new String(zip.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Optional.empty(); // unreadable: as good as none
        }
    }
}
