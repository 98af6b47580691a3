package percolate.kernel.cells;

/**
 * Pieces of the process's heap held back, so that after cells have filled the rest there is room to tell it, and for one
 * more cell to let go of what they hold.
 */
public final class HeapReserve {
    private static final int BYTES = 16 << 20;
    private static final int LAST_BYTES = 4 << 20;

    private static volatile byte[] held;
    private static volatile byte[] last;

    private HeapReserve() {}

    /** Holds some back if there is room again, or gives it away if there is none; called after each cell. */
    public static void adjust() {
        try {
            last = last == null ? new byte[LAST_BYTES] : last;
            held = held == null ? new byte[BYTES] : held;
        } catch (OutOfMemoryError e) {
            // The cell gets what there is; it may be the one that makes room.
        }
        release();
    }

    /** Gives away what a cell can use, if there is no other room; allocates nothing. */
    static void release() {
        if (free() < BYTES) {
            held = null;
        }
    }

    /** Gives away all: an answer that failed for want of memory is tried again. */
    public static void giveUp() {
        held = null;
        last = null;
    }

    /** At least so many bytes can be had; garbage that has not been collected is not counted. */
    private static long free() {
        var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
