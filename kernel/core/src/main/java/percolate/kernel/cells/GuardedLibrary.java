package percolate.kernel.cells;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.jar.Manifest;

/** A class of a jar that would have ended the process, with guards against that, and what its loader must know of the jar. */
final class GuardedLibrary {
    private final byte[] classFile;
    private final Manifest manifest;
    private final CodeSource source;

    private GuardedLibrary(byte[] classFile, Manifest manifest, CodeSource source) {
        this.classFile = classFile;
        this.manifest = manifest;
        this.source = source;
    }

    /** The class that a loader would read from this file; empty if it ends nothing, or cannot be read. */
    static Optional<GuardedLibrary> of(URLClassLoader loader, String file) {
        try (var in = loader.getResourceAsStream(file)) { // from jars that are open already, and closed with the loader
            var guarded = in == null ? Optional.<byte[]>empty() : ExitWeaver.guarded(in.readAllBytes());
            return guarded.isEmpty() ? Optional.empty() : Optional.of(of(loader.findResource(file), guarded.get()));
        } catch (IOException e) {
            return Optional.empty(); // the loader will read it as well, and tell
        }
    }

    private static GuardedLibrary of(URL file, byte[] classFile) throws IOException {
        var connection = file.openConnection();
        connection.setUseCaches(false);
        var opened = connection.getInputStream(); // keeps the jar open until it is closed itself
        try {
            return of(connection, classFile);
        } finally {
            opened.close();
        }
    }

    private static GuardedLibrary of(URLConnection connection, byte[] classFile) throws IOException {
        if (connection instanceof JarURLConnection jar) {
            var manifest = Optional.ofNullable(jar.getManifest()).orElseGet(Manifest::new);
            return new GuardedLibrary(classFile, manifest, new CodeSource(jar.getJarFileURL(), jar.getCertificates()));
        }
        return new GuardedLibrary(classFile, new Manifest(), new CodeSource(connection.getURL(), (Certificate[]) null));
    }

    byte[] classFile() {
        return classFile;
    }

    Manifest manifest() {
        return manifest;
    }

    CodeSource source() {
        return source;
    }
}
