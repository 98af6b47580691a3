package percolate.kernel.cells;

/**
 * A piece of the process's heap held back, so that after cells have filled the rest there is room to tell it, and for one
 * more cell to let go of what they hold.
 */
public final class HeapReserve {
    private static final int BYTES = 16 << 20;
    private static final int ROOM = 3 * BYTES;

    private static volatile byte[] held;

    private HeapReserve() {}

    /** Holds some back if there is room again, or gives it away if there is none; called after each cell. */
    public static void adjust() {
        if (held == null && free() > ROOM) {
            held = new byte[BYTES];
        }
        release();
    }

    /** Gives it away if there is no room; allocates nothing. */
    static void release() {
        if (free() < BYTES) {
            held = null;
        }
    }

    /** At least so many bytes can be had; garbage that has not been collected is not counted. */
    private static long free() {
        var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
