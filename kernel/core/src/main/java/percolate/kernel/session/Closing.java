package percolate.kernel.session;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The end of something that has many parts: one that fails to close leaves none of the others open. */
final class Closing {
    private static final Logger LOG = Logger.getLogger(Closing.class.getName());

    private Closing() {}

    /** Closes all parts in turn. */
    static void all(Runnable... parts) {
        for (var part : List.of(parts)) {
            try {
                part.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a part of the kernel could not be closed; the others are", e);
            }
        }
    }
}
