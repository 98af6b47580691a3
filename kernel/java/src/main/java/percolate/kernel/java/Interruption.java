package percolate.kernel.java;

/**
 * The wish to stop a cell. A wish that comes while the cell still compiles waits until it runs, for an interrupted
 * compiler would lose its open jars; a wish that comes between cells is none.
 */
final class Interruption {
    private Thread owner;
    private boolean running;
    private boolean requested;

    synchronized void cellStarts() {
        owner = Thread.currentThread();
        requested = false;
    }

    synchronized void cellEnds() {
        Checkpoint.release(owner);
        owner = null;
    }

    /** Called just before the cell's own code runs. */
    synchronized void runStarts() {
        if (requested) {
            throw new CellStopped();
        }
        running = Thread.currentThread() == owner;
    }

    /** Called just after the cell's own code has run; leaves the thread without its interrupt flag. */
    synchronized void runEnds() {
        running = false;
        Thread.interrupted();
    }

    synchronized void request() {
        if (owner == null) {
            return;
        }
        requested = true;
        if (running) {
            Checkpoint.stop(owner);
            owner.interrupt();
        }
    }

    synchronized boolean requested() {
        return requested;
    }
}
