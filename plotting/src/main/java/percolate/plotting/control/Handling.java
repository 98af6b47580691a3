package percolate.plotting.control;

/**
 * Runs what a control's handlers do, one after the other, on a thread of its own that belongs to the cell in which the
 * control was made: what they print appears below it, and other controls answer meanwhile. Of tasks that wait for one that
 * runs only the newest is kept.
 */
final class Handling {
    private final Thread thread = new Thread(this::work, "percolate-control");
    private Runnable next;
    private boolean begun;

    Handling() {
        thread.setDaemon(true);
    }

    synchronized void later(Runnable task) {
        next = task;
        if (!begun) {
            begun = true;
            thread.start();
        }
        notifyAll();
    }

    private void work() {
        try {
            while (true) {
                taken().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Runnable taken() throws InterruptedException {
        while (next == null) {
            wait();
        }
        var task = next;
        next = null;
        return task;
    }
}
