package percolate.kernel.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

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

    /** From now on the calling thread belongs to no cell. */
    void leave() {
        var left = OWN.get();
        OWN.set(Optional.empty());
        if (left != null && left.isPresent() && running.remove(left.get()) && !running.isEmpty()) {
            latest = Optional.of(running.get(running.size() - 1));
        }
    }

    /** The cell of the calling thread; empty in the kernel's own threads and before the first cell. */
    Optional<CellOutput> find() {
        var cell = OWN.get();
        return cell == null || shared(Thread.currentThread()) ? latest : cell;
    }

    /** The cell that runs now and shows what it does, whichever thread asks. */
    Optional<CellOutput> running() {
        return latest.filter(cell -> !cell.ended() && !cell.silent());
    }

    /** The common pool works for all cells, whichever started its threads. */
    private static boolean shared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }
}
