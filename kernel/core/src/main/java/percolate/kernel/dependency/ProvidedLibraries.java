package percolate.kernel.dependency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The libraries that cells see without asking. A jar that was built by Maven tells its coordinates; others are known by
 * their file's name, which holds artifact and version, and by the name of the module, which begins as the group does.
 */
final class ProvidedLibraries {
    private static final Logger LOG = Logger.getLogger(ProvidedLibraries.class.getName());

    private final List<Path> jars;
    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, String> modules = new HashMap<>();
    private boolean read;

    ProvidedLibraries(List<Path> jars) {
        this.jars = List.copyOf(jars);
    }

    /** The version of a library that is there already. */
    synchronized Optional<String> version(String group, String artifact) {
        if (!read) {
            read = true;
            jars.stream().filter(Files::isRegularFile).forEach(this::read);
        }
        return Optional.ofNullable(versions.get(group + ":" + artifact)).or(() -> byFileName(group, artifact));
    }

    private Optional<String> byFileName(String group, String artifact) {
        return modules.entrySet().stream()
                .filter(jar -> jar.getKey().matches(Pattern.quote(artifact) + "-\\d.*"))
                .filter(jar -> isOf(group, artifact, jar.getValue()))
                .map(jar -> jar.getKey().substring(artifact.length() + 1))
                .findFirst();
    }

    private static boolean isOf(String group, String artifact, String module) {
        return module.equals(artifact) || module.replaceAll("[-_]", ".").startsWith(group.replace('-', '.'));
    }

    private void read(Path path) {
        try (var jar = new JarFile(path.toFile())) {
            var own = ownProperties(jar);
            if (own.isPresent()) {
                var its = own.get();
                versions.put(
                        its.getProperty("groupId") + ":" + its.getProperty("artifactId"), its.getProperty("version"));
            } else {
                modules.put(path.getFileName().toString().replaceFirst("\\.jar$", ""), module(jar));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "class path: cannot read " + path, e);
        }
    }

    /** A jar with the properties of several libraries has taken them in; it is none of them. */
    private static Optional<Properties> ownProperties(JarFile jar) throws IOException {
        var found = jar.stream()
                .filter(entry -> entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties"))
                .toList();
        if (found.size() != 1) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (InputStream in = jar.getInputStream(found.get(0))) {
            properties.load(in);
        }
        return Optional.of(properties);
    }

    private static String module(JarFile jar) throws IOException {
        var manifest = jar.getManifest();
        return manifest == null
                ? ""
                : Stream.of("Automatic-Module-Name", "Bundle-SymbolicName", "Implementation-Title")
                        .map(manifest.getMainAttributes()::getValue)
                        .filter(value -> value != null && !value.isBlank())
                        .findFirst()
                        .orElse("");
    }
}
