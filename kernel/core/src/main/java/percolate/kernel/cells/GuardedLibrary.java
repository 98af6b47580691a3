package percolate.kernel.cells;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.jar.Manifest;

/**
 * A class of a jar that would have ended the process, and what its loader has to know of the jar.
 *
 * @param classFile with guards in place of the calls that end the process
 */
record GuardedLibrary(byte[] classFile, Manifest manifest, CodeSource source) {
    /** The class that lies there; null if it ends nothing, or lies nowhere where it can be read. */
    static GuardedLibrary of(URL file) {
        try {
            var connection = file.openConnection();
            try (var in = connection.getInputStream()) {
                var guarded = ExitWeaver.guarded(in.readAllBytes());
                return guarded.isEmpty() ? null : of(connection, guarded.get());
            }
        } catch (IOException e) {
            return null; // the loader will read it as well, and tell
        }
    }

    private static GuardedLibrary of(URLConnection connection, byte[] classFile) throws IOException {
        if (connection instanceof JarURLConnection jar) {
            var manifest = Optional.ofNullable(jar.getManifest()).orElseGet(Manifest::new);
            return new GuardedLibrary(
                    classFile, manifest, new CodeSource(jar.getJarFileURL(), jar.getCertificates()));
        }
        return new GuardedLibrary(
                classFile, new Manifest(), new CodeSource(connection.getURL(), (Certificate[]) null));
    }
}
