package percolate.data.download;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where fetched files are kept: {@code PERCOLATE_DATA} where that is set (the system property {@code percolate.data} stands
 * before it), else where the operating system expects a user's cache.
 */
final class CacheFolder {
    private static final String PROPERTY = "percolate.data";

    private CacheFolder() {}

    static Path find() {
        var said = System.getProperty(PROPERTY);
        return said != null
                ? Path.of(said)
                : find(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static Path find(Map<String, String> environment, String system, Path home) {
        return set(environment, "PERCOLATE_DATA")
                .orElseGet(() -> cache(environment, system.toLowerCase(Locale.ROOT), home)
                        .resolve("percolate")
                        .resolve("data"));
    }

    private static Path cache(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        return system.startsWith("windows")
                ? set(environment, "LOCALAPPDATA")
                        .orElseGet(() -> home.resolve("AppData").resolve("Local"))
                : set(environment, "XDG_CACHE_HOME").filter(Path::isAbsolute).orElseGet(() -> home.resolve(".cache"));
    }

    private static Optional<Path> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
