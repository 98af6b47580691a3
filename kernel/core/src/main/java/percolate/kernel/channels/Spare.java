package percolate.kernel.channels;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A little memory for a thread that moves messages, given away when cells have filled the heap: then the message that was
 * at hand is tried again, so that a front end does not wait for ever for one that was lost. For one thread.
 */
final class Spare {
    private static final int BYTES = 1 << 20;
    private static final int TRIES = 50;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private byte[] held = new byte[BYTES];

    /**
     * Does something that needs memory, again for a second if there is none.
     *
     * @throws OutOfMemoryError if there is none after that
     */
    void use(Runnable work) {
        for (var tries = 1; !isDone(work, tries); tries++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isDone(Runnable work, int tries) {
        try {
            work.run();
        } catch (OutOfMemoryError e) {
            held = null;
            if (tries == TRIES) {
                throw e;
            }
            return false;
        }
        refill();
        return true;
    }

    private void refill() {
        if (held == null) {
            try {
                held = new byte[BYTES];
            } catch (OutOfMemoryError e) {
                // Later.
            }
        }
    }
}
