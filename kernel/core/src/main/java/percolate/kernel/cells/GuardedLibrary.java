package percolate.kernel.cells;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.jar.Manifest;

/** A class of a jar that would have ended the process, with guards against that, and what its loader has to know of the jar. */
final class GuardedLibrary {
    private final byte[] classFile;
    private final Manifest manifest;
    private final CodeSource source;

    private GuardedLibrary(byte[] classFile, Manifest manifest, CodeSource source) {
        this.classFile = classFile;
        this.manifest = manifest;
        this.source = source;
    }

    /** The class that lies there; empty if it ends nothing, or lies nowhere where it can be read. */
    static Optional<GuardedLibrary> at(URL file) {
        try {
            var connection = file.openConnection();
            try (var in = connection.getInputStream()) {
                var guarded = ExitWeaver.guarded(in.readAllBytes());
                return guarded.isEmpty() ? Optional.empty() : Optional.of(of(connection, guarded.get()));
            }
        } catch (IOException e) {
            return Optional.empty(); // the loader will read it as well, and tell
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
