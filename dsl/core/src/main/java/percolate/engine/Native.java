package percolate.engine;

import java.lang.ref.Cleaner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps count of native memory, and frees it when Java no longer reaches its owner. */
public final class Native {
    static final Cleaner CLEANER = Cleaner.create();
    private static final long COLLECT_AFTER_BYTES = 512L << 20;

    /** About what the smallest array takes beside its elements, in Java and natively. */
    private static final long OVERHEAD_BYTES = 2_048;

    /** How long a collection may wait for memory to come back; most come back in a few milliseconds. */
    private static final int PATIENCE_MILLIS = 500;

    private static final int QUIET_MILLIS = 5;

    private static final AtomicLong LIVE_ARRAYS = new AtomicLong();
    private static final AtomicLong LIVE_BYTES = new AtomicLong();
    private static final AtomicLong MOST_BYTES = new AtomicLong();
    private static final AtomicLong MADE_BYTES = new AtomicLong();
    private static final AtomicLong SINCE_COLLECTION = new AtomicLong();

    private Native() {}

    static void allocated(long bytes) {
        LIVE_ARRAYS.incrementAndGet();
        MOST_BYTES.accumulateAndGet(LIVE_BYTES.addAndGet(bytes), Math::max);
        MADE_BYTES.addAndGet(bytes);
        // Java's collector sees small objects only; native bytes have to ask for it.
        if (SINCE_COLLECTION.addAndGet(bytes + OVERHEAD_BYTES) > COLLECT_AFTER_BYTES
                && SINCE_COLLECTION.getAndSet(0) > COLLECT_AFTER_BYTES) {
            collect();
        }
    }

    static void freed(long bytes) {
        LIVE_ARRAYS.decrementAndGet();
        LIVE_BYTES.addAndGet(-bytes);
    }

    /** How many arrays there are that nobody has let go of, or that were not collected yet. */
    public static long liveArrays() {
        return LIVE_ARRAYS.get();
    }

    /** The bytes of their elements. */
    public static long liveBytes() {
        return LIVE_BYTES.get();
    }

    /** The most there ever were. */
    public static long mostBytes() {
        return MOST_BYTES.get();
    }

    /** The bytes of all arrays that were ever made; what a piece of work adds tells whether it is worth a collection. */
    public static long madeBytes() {
        return MADE_BYTES.get();
    }

    /** Frees what Java no longer reaches before it returns, or soon after. */
    public static void collect() {
        SINCE_COLLECTION.set(0);
        var freeing = new CountDownLatch(1);
        CLEANER.register(new Object(), freeing::countDown);
        System.gc();
        try {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            if (freeing.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                awaitFreed(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until for some milliseconds nothing was freed; on a busy machine the cleaner's thread has to wait for its turn. */
    private static void awaitFreed(long deadline) throws InterruptedException {
        long before;
        do {
            before = LIVE_ARRAYS.get();
            Thread.sleep(QUIET_MILLIS);
        } while (LIVE_ARRAYS.get() < before && System.nanoTime() < deadline);
    }
}
