package percolate.kernel.dependency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A Maven repository in a folder, filled by tests. */
public record FileRepository(Path folder) {
    /** Adds a library whose jar holds one text, {@code META-INF/NAME.txt}. */
    public FileRepository with(String coordinates, String... dependencies) {
        var library = Coordinates.parse(coordinates);
        return with(coordinates, "META-INF/" + library.artifact() + ".txt", coordinates.getBytes(UTF_8), dependencies);
    }

    /** Adds a library whose jar holds one class, compiled here. */
    public FileRepository withClass(String coordinates, String type, String source) {
        return with(coordinates, type.replace('.', '/') + ".class", compiled(type, source));
    }

    private FileRepository with(String coordinates, String entry, byte[] content, String... dependencies) {
        var library = Coordinates.parse(coordinates);
        try (var out = new JarOutputStream(Files.newOutputStream(file(library, "jar")))) {
            out.putNextEntry(new JarEntry(entry));
            out.write(content);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withPom(coordinates, "<dependencies>" + dependencies(dependencies) + "</dependencies>");
    }

    /** Writes a library's POM with these elements. */
    public FileRepository withPom(String coordinates, String elements) {
        var library = Coordinates.parse(coordinates);
        write(
                file(library, "pom"),
                "<project><modelVersion>4.0.0</modelVersion>" + identity(library) + elements + "</project>");
        return this;
    }

    /** Writes the checksum of a library's jar: of what the jar should be. */
    public FileRepository withChecksum(String coordinates, String sha1) {
        var jar = file(Coordinates.parse(coordinates), "jar");
        write(jar.resolveSibling(jar.getFileName() + ".sha1"), sha1);
        return this;
    }

    public String url() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.toUri().toString();
    }

    static String dependencies(String... coordinates) {
        return Arrays.stream(coordinates)
                .map(Coordinates::parse)
                .map(library -> "<dependency>" + identity(library) + "</dependency>")
                .collect(Collectors.joining());
    }

    private static String identity(Coordinates library) {
        return "<groupId>" + library.group() + "</groupId><artifactId>" + library.artifact() + "</artifactId><version>"
                + library.version() + "</version>";
    }

    private Path file(Coordinates library, String extension) {
        var place = folder.resolve(library.group().replace('.', '/'))
                .resolve(library.artifact())
                .resolve(library.version());
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place.resolve(library.artifact() + "-" + library.version() + "." + extension);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compiled(String type, String source) {
        var name = type.replace('.', '/');
        var unit = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        try {
            var folder = Files.createTempDirectory("classes");
            var options = List.of("-proc:none", "-d", folder.toString());
            var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, List.of(unit));
            if (!task.call()) {
                throw new IllegalArgumentException("does not compile: " + source);
            }
            return Files.readAllBytes(folder.resolve(name + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
