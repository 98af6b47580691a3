package percolate.train;

import java.util.function.Supplier;
import percolate.engine.TorchEngine;

/**
 * How many threads the steps of one training use.
 *
 * <p>A small step always runs on one thread: a second one costs it more than it saves. A larger step takes all processors.
 * The work of a step decides, not a measurement, so that the same training uses the same number and gives the same digits.
 *
 * <p>With one exception. The native library's threads wait for each other in tight loops, and where other programs keep the
 * processors busy a step can become a hundred times slower than on one thread. So a few steps are rehearsed on copies of
 * the weights, and a training whose steps stall goes on with one thread; its provenance says so.
 */
final class Threads {
    /** Multiplications of one batch pushed forward, below which one thread is as quick. */
    private static final long WORTH_SHARING = 10_000_000;

    /** How much slower than one thread counts as stalled; on a quiet machine all threads take about half its time. */
    private static final double STALLED = 1.5;

    /** How long without a break; a panel that is drawn beside the training takes less. */
    private static final long STALLED_NANOS = 500_000_000;

    /** Timed steps per number of threads; one where a step takes long. */
    private static final int REHEARSALS = 2;

    private static final long LONG_STEP_NANOS = 300_000_000;

    private final String began;
    private final long oneThreadNanos;
    private int count;
    private long stalledNanos;
    private volatile String change = "";

    Threads(int count, long oneThreadNanos) {
        this.count = count;
        this.oneThreadNanos = oneThreadNanos;
        this.began = Integer.toString(count);
    }

    /** As many as somebody has said, to the end. */
    static Threads said(int count) {
        return new Threads(count, Long.MAX_VALUE);
    }

    /**
     * Chooses for a training.
     *
     * @param multiplications of one batch pushed forward
     * @param most how many there may be
     * @param rehearsals makes steps on copies of the weights, which may be run at will
     */
    static Threads suiting(long multiplications, int most, Supplier<Steps> rehearsals) {
        int processors = Math.min(most, Runtime.getRuntime().availableProcessors());
        if (multiplications < WORTH_SHARING || processors == 1) {
            return new Threads(1, Long.MAX_VALUE);
        }
        var rehearsal = rehearsals.get();
        long warmUp = nanos(processors, rehearsal);
        int times = warmUp > LONG_STEP_NANOS ? 1 : REHEARSALS;
        long shared = fastest(times, processors, rehearsal);
        long alone = fastest(times, 1, rehearsal);
        return new Threads(shared > STALLED * alone ? 1 : processors, alone);
    }

    private static long fastest(int times, int threads, Steps rehearsal) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            fastest = Math.min(fastest, nanos(threads, rehearsal));
        }
        return fastest;
    }

    private static long nanos(int threads, Steps rehearsal) {
        TorchEngine.threads(threads);
        long began = System.nanoTime();
        rehearsal.run(0, 1);
        return System.nanoTime() - began;
    }

    /** For the next steps. */
    int count() {
        return count;
    }

    /**
     * Takes note of how long a chunk took.
     *
     * @param steps the chunk's
     * @param done the number of steps done so far
     */
    void took(long nanos, int steps, long done) {
        boolean stalled = count > 1 && nanos > STALLED * oneThreadNanos * steps;
        stalledNanos = stalled ? stalledNanos + nanos : 0;
        if (stalledNanos > STALLED_NANOS) {
            count = 1;
            change = ", from step " + (done + 1) + " on 1, for other programs kept the processors busy";
        }
    }

    /** For the provenance. */
    @Override
    public String toString() {
        return began + change;
    }
}
