package percolate.kernel.cells;

import java.util.HashMap;
import java.util.Map;

/**
 * The wish to stop the cells that run, whatever they do: their own code, the words of their values, a magic. A wish that
 * comes while a cell still compiles waits until it runs, for an interrupted compiler would lose its open jars; a wish that
 * comes between cells is none. May be used by several threads at once, each with a cell of its own.
 */
public final class Interruption {
    private final Map<Thread, Cell> cells = new HashMap<>();

    private static final class Cell {
        private int depth;
        private boolean requested;
        private Watch watch;
    }

    /** Learns when a cell's own code runs, as opposed to being compiled. */
    @FunctionalInterface
    public interface Watch {
        /** Called on the cell's thread, just before its code runs and just after. */
        void runs(boolean running);
    }

    /** Work of a cell that an interrupt may stop. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    /** From now on the calling thread has a cell. */
    public synchronized void cellStarts() {
        cells.put(Thread.currentThread(), new Cell());
    }

    /** The calling thread's cell has ended; the thread is left without its interrupt flag. */
    public synchronized void cellEnds() {
        Checkpoint.release(Thread.currentThread());
        cells.remove(Thread.currentThread());
        var unused = Thread.interrupted();
    }

    /** From now until its end, the calling thread's cell is watched; it is watched by one at a time. */
    public synchronized void watch(Watch watch) {
        var cell = cells.get(Thread.currentThread());
        if (cell != null) {
            cell.watch = watch;
        }
    }

    /**
     * Called just before something of the calling thread's cell runs that may be stopped; may be nested.
     *
     * @throws CellStopped if the wish to stop has come before
     */
    public synchronized void runStarts() {
        var cell = cells.get(Thread.currentThread());
        if (cell == null) {
            return;
        }
        if (cell.requested) {
            throw new CellStopped();
        }
        cell.depth++;
        if (cell.depth == 1 && cell.watch != null) {
            cell.watch.runs(true);
        }
    }

    /** Called just after it has run; the outermost leaves the thread without its interrupt flag. */
    public synchronized void runEnds() {
        var cell = cells.get(Thread.currentThread());
        if (cell != null && cell.depth > 0) {
            cell.depth--;
            if (cell.depth == 0 && cell.watch != null) {
                cell.watch.runs(false);
            }
        }
        if (cell == null || cell.depth == 0) {
            var unused = Thread.interrupted();
        }
    }

    /** Does work of the calling thread's cell that may be stopped. */
    public <T> T stoppable(Work<T> work) throws Exception {
        runStarts();
        try {
            return work.run();
        } finally {
            runEnds();
        }
    }

    /** Stops every cell that runs. */
    public synchronized void request() {
        cells.forEach((thread, cell) -> {
            cell.requested = true;
            if (cell.depth > 0) {
                Checkpoint.stop(thread);
                thread.interrupt();
            }
        });
    }

    /** Whether the calling thread's cell is to stop. */
    public synchronized boolean requested() {
        var cell = cells.get(Thread.currentThread());
        return cell != null && cell.requested;
    }
}
