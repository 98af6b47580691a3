package percolate.train;

/**
 * How many threads a training uses. A second thread costs a small step more than it saves, and on a busy machine halves
 * its speed; so the work of a step decides, not a measurement, and the same training always uses the same number.
 */
final class Threads {
    /** Multiplications of one batch pushed forward, below which one thread is as quick. */
    private static final long WORTH_SHARING = 10_000_000;

    private Threads() {}

    static int suiting(long multiplications) {
        return multiplications < WORTH_SHARING ? 1 : Runtime.getRuntime().availableProcessors();
    }
}
