package percolate.kernel.render;

import java.util.List;
import java.util.ServiceLoader;
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
     * @return the warm-up tasks, none of which throws
     */
    public static List<Runnable> install(
            ClassLoader loader, Renderers renderers, Languages languages, MemoryReport memory) {
        var session = new LibrarySession(renderers, languages, memory);
        var found = ServiceLoader.load(Extension.class, loader).iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return session.warmUps();
                }
                found.next().install(session);
            } catch (Exception | Error e) {
                LOG.log(Level.WARNING, "skipped an extension: " + e, e);
            }
        }
    }
}
