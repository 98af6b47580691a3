package percolate.kernel.cells;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The wish to stop the cells that run, whatever they do: their own code, the words of their values, a magic. A wish that
 * comes while a cell still compiles waits until it runs, for an interrupted compiler would lose its open jars; one that
 * comes when a cell has been sent but not begun stops that cell; one that comes between cells is none. May be used by
 * several threads at once, each with a cell of its own.
 */
public final class Interruption {
    private static final long ON_ITS_WAY_MILLIS = 50;

    private final Map<Thread, Cell> cells = new HashMap<>();
    private Consumer<Thread> teller = thread -> {};
    private int awaited;
    private boolean nextIsToStop;
    private boolean insisting;

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
        var cell = new Cell();
        cell.requested = nextIsToStop;
        nextIsToStop = false;
        cells.put(Thread.currentThread(), cell);
    }

    /** A cell has been sent and is to start soon, on whichever thread; {@link #noLongerAwaited} follows. */
    public synchronized void awaited() {
        awaited++;
        notifyAll();
    }

    /** A cell that was awaited has started or was given up. */
    public synchronized void noLongerAwaited() {
        awaited--;
        nextIsToStop &= awaited > 0;
    }

    /** From now on somebody is told of each thread whose cell still runs a second after the wish to stop it. */
    public synchronized void tellOfHanging(Consumer<Thread> teller) {
        this.teller = teller;
    }

    /** The calling thread's cell has ended; the thread is left without its interrupt flag. */
    public void cellEnds() {
        if (requested()) {
            CommonPool.settle();
        }
        forget();
    }

    private synchronized void forget() {
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
        HeapReserve.release(); // before anything of the kernel handles what the cell has thrown
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

    /** @throws CellStopped if the calling thread's cell is to stop */
    public void stopIfRequested() {
        if (requested()) {
            throw new CellStopped();
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

    /**
     * Stops every cell that runs; if none does, the one that comes next if it has been sent. That may still be on its way,
     * for it came by another connection: so this takes a moment where there is nothing to stop.
     */
    public synchronized void request() {
        waitForCell();
        nextIsToStop = cells.isEmpty() && awaited > 0;
        cells.values().forEach(cell -> cell.requested = true);
        if (!interruptRequested().isEmpty() && !insisting) {
            insisting = true;
            new Insistence(this::interruptRequested, teller).start();
        }
    }

    private void waitForCell() {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ON_ITS_WAY_MILLIS);
        try {
            for (var left = ON_ITS_WAY_MILLIS; cells.isEmpty() && awaited == 0 && left > 0; ) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts the threads that run cells which are to stop; what compiles will stop itself when it is to run. */
    private synchronized List<Thread> interruptRequested() {
        var running = cells.entrySet().stream()
                .filter(entry -> entry.getValue().requested && entry.getValue().depth > 0)
                .map(Map.Entry::getKey)
                .toList();
        running.forEach(thread -> {
            Checkpoint.stop(thread);
            thread.interrupt();
        });
        insisting &= !running.isEmpty();
        return running;
    }

    /** Whether what the calling thread does belongs to a cell that was stopped while it ran. */
    public static boolean stopped() {
        return Checkpoint.stopped(Thread.currentThread());
    }

    /** Whether the calling thread's cell is to stop. */
    public synchronized boolean requested() {
        var cell = cells.get(Thread.currentThread());
        return cell != null && cell.requested;
    }
}
