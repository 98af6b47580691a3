package percolate.kernel.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import percolate.kernel.cells.CommonPool;

/** Which cell a thread belongs to: the one that started it, so that its output appears there whenever it comes. */
final class CurrentCell {
    /** Unset in threads that no cell and no part of the kernel has started; empty in the kernel's own. */
    private static final InheritableThreadLocal<Optional<CellOutput>> OWN = new InheritableThreadLocal<>();

    private final List<CellOutput> running = new CopyOnWriteArrayList<>();
    private volatile Optional<CellOutput> latest = Optional.empty();

    /** From now on the calling thread, and every thread it starts, belongs to this cell. */
    void enter(CellOutput cell) {
        running.add(cell);
        latest = Optional.of(cell);
        OWN.set(latest);
    }

    /** As for a cell, but for something that runs beside the cells; shared threads do not work for it. */
    void enterBeside(CellOutput handler) {
        OWN.set(Optional.of(handler));
    }

    /** The calling thread's cell has ended: the thread belongs to none. */
    void leave(CellOutput cell) {
        belongToNone();
        running.remove(cell);
        running.stream().reduce((earlier, later) -> later).ifPresent(still -> latest = Optional.of(still));
    }

    /** From now on the calling thread, and every thread it starts, belongs to no cell. */
    void belongToNone() {
        OWN.set(Optional.empty());
    }

    /** The cell of the calling thread; empty in the kernel's own threads and before the first cell. */
    Optional<CellOutput> find() {
        var cell = OWN.get();
        return cell == null || CommonPool.runs(Thread.currentThread()) ? latest : cell;
    }

    /** The cell that runs now and shows what it does, whichever thread asks. */
    Optional<CellOutput> running() {
        return latest.filter(cell -> !cell.ended() && !cell.silent());
    }
}
