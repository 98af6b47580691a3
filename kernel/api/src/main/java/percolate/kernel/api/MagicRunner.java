package percolate.kernel.api;

import java.util.List;
import java.util.concurrent.Callable;

/** What stands behind {@link Magics}: the kernel of the session. */
public interface MagicRunner {
    /** Runs a line magic, for example {@code jars lib/*.jar}; gives its value, or null if it has none. */
    Object line(String magic);

    /** Runs a cell magic; gives its value, or null if it has none. */
    Object cell(String name, List<String> arguments, String body);

    /** Measures what {@code work} takes, and tells. */
    void timed(Callable<?> work) throws Exception;
}
