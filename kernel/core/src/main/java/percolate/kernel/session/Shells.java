package percolate.kernel.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The main shell, and the subshells that front ends add. Each runs its cells one after the other on a thread of its own,
 * and a failure aborts only what waits in the same shell; what cells declare is one and the same for all.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#kernel-subshells">Kernel subshells</a>
 */
final class Shells {
    private final Map<String, Cells> subshells = new LinkedHashMap<>();
    private final Supplier<Cells> maker;
    private final Function<Runnable, Thread> threads;
    private final Cells main;

    /** @param threads makes the threads that run cells */
    Shells(Supplier<Cells> maker, Function<Runnable, Thread> threads) {
        this.maker = maker;
        this.threads = threads;
        this.main = maker.get();
    }

    /** The cells of the main shell, which runs on a thread of the caller's. */
    Cells main() {
        return main;
    }

    /** The cells of a subshell, or of the main one where no name is given. */
    synchronized Optional<Cells> find(Optional<String> id) {
        return id.isEmpty() ? Optional.of(main) : Optional.ofNullable(subshells.get(id.get()));
    }

    /** A new subshell's name. */
    synchronized String create() {
        var id = UUID.randomUUID().toString();
        var cells = maker.get();
        subshells.put(id, cells);
        threads.apply(cells).start();
        return id;
    }

    /** Lets the running cell of a subshell end, aborts those that wait, and forgets it; whether there was one. */
    synchronized boolean delete(String id) {
        var cells = Optional.ofNullable(subshells.remove(id));
        cells.ifPresent(Cells::close);
        return cells.isPresent();
    }

    synchronized List<String> names() {
        return new ArrayList<>(subshells.keySet());
    }

    /** Takes no more cells anywhere. */
    synchronized void close() {
        main.close();
        names().forEach(this::delete);
    }
}
