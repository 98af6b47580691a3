package percolate.engine;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps count of native memory, and frees it when Java no longer reaches its owner. */
final class Native {
    static final Cleaner CLEANER = Cleaner.create();
    private static final long COLLECT_AFTER_BYTES = 512L << 20;
    private static final AtomicLong LIVE_BYTES = new AtomicLong();
    private static final AtomicLong SINCE_COLLECTION = new AtomicLong();

    private Native() {}

    static void allocated(long bytes) {
        LIVE_BYTES.addAndGet(bytes);
        // Java's collector sees small objects only; native bytes have to ask for it.
        if (SINCE_COLLECTION.addAndGet(bytes) > COLLECT_AFTER_BYTES) {
            SINCE_COLLECTION.set(0);
            System.gc();
        }
    }

    static void freed(long bytes) {
        LIVE_BYTES.addAndGet(-bytes);
    }

    static long liveBytes() {
        return LIVE_BYTES.get();
    }
}
