package percolate.kernel.render;

import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.api.Extension;
import percolate.kernel.language.Languages;

/** The extensions that libraries on the session's class path bring. */
public final class Extensions {
    private static final Logger LOG = Logger.getLogger(Extensions.class.getName());

    private Extensions() {}

    /**
     * Installs every extension that {@code loader} finds. One that cannot be loaded or throws is logged and skipped.
     *
     * @param background runs the warm-up tasks
     */
    public static void install(
            ClassLoader loader, Renderers renderers, Languages languages, MemoryReport memory, Executor background) {
        var session = new LibrarySession(renderers, languages, memory, background);
        var found = ServiceLoader.load(Extension.class, loader).iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return;
                }
                found.next().install(session);
            } catch (Exception | Error e) {
                LOG.log(Level.WARNING, "skipped an extension: " + e, e);
            }
        }
    }
}
