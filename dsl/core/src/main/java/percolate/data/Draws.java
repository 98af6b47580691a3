package percolate.data;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Where chance comes from for some examples of an epoch: of the seed, the epoch and the example alone, so that the order of
 * examples and how many are drawn at once change nothing.
 */
final class Draws {
    /** 2⁶⁴ / φ, an odd number: neighbours get seeds that lie far apart. */
    private static final long FAR = 0x9E3779B97F4A7C15L;

    private final long[] examples;
    private final long seed;
    private final long epoch;
    private final int change;

    /**
     * @param examples their numbers
     * @param change which of several changes draws
     */
    Draws(long[] examples, long seed, long epoch, int change) {
        this.examples = examples;
        this.seed = seed;
        this.epoch = epoch;
        this.change = change;
    }

    /** The same ones always. */
    static Draws fixed(int count) {
        return new Draws(LongStream.range(0, count).toArray(), 0, 0, 0);
    }

    /** Those of another change. */
    Draws of(int another) {
        return new Draws(examples, seed, epoch, another);
    }

    /** The stream of the example at this place. */
    SplittableRandom at(int place) {
        var epochs = new SplittableRandom(seed + FAR * (epoch + 1));
        return new SplittableRandom(
                epochs.nextLong() ^ (FAR * (examples[place] + 1) + Long.rotateLeft(FAR, 17) * change));
    }
}
