package percolate.kernel.magic;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** Measures how long code takes when it runs again and again, as often as makes a measure worth its name. */
final class Stopwatch {
    private static final double LONG_ENOUGH_NANOS = 0.2e9;
    private static final int MOST_LOOPS = 1_000_000_000;
    /** How the calling thread's cell asked to be measured. */
    private static final ThreadLocal<Plan> PLANS = new ThreadLocal<>();

    private final AtomicReference<Object> sink = new AtomicReference<>();

    /** @param loops in a run; 0: as many as take 0.2 s */
    record Plan(int loops, int runs) {}

    /** Makes what cells hand to {@link #timed} on this thread be measured in this way. */
    void plan(Plan plan) {
        PLANS.set(plan);
    }

    void forget() {
        PLANS.remove();
    }

    /** Measures, and prints what came out. */
    void timed(Callable<?> work) throws Exception {
        var plan = PLANS.get() == null ? new Plan(0, 7) : PLANS.get();
        var loops = plan.loops() > 0 ? plan.loops() : enough(work);
        var perLoop = new double[plan.runs()];
        for (var i = 0; i < perLoop.length; i++) {
            perLoop[i] = run(work, loops) / loops;
        }
        System.out.println(Measure.of(perLoop, loops));
    }

    /** The least power of ten that takes long enough; trying them out warms the code up. */
    private int enough(Callable<?> work) throws Exception {
        var loops = 1;
        while (loops < MOST_LOOPS && run(work, loops) < LONG_ENOUGH_NANOS) {
            loops *= 10;
        }
        return loops;
    }

    /** Results are put where the compiler must take them for used. */
    private double run(Callable<?> work, int loops) throws Exception {
        var start = System.nanoTime();
        for (var i = 0; i < loops; i++) {
            sink.setOpaque(work.call());
        }
        return System.nanoTime() - start;
    }
}
