package percolate.train;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import percolate.Epoch;
import percolate.schedule.Position;

/**
 * How many steps a training has, and the learning rate of each.
 *
 * @param history the epochs that have ended
 */
record Pace(Setup setup, int perEpoch, Supplier<List<Epoch>> history) {
    /** Of the whole training. */
    long steps() {
        long all = (long) setup.epochs() * perEpoch;
        return setup.steps() == 0 ? all : Math.min(all, setup.steps());
    }

    double rate(long step) {
        var schedule = setup.schedule();
        double rate = setup.optimizer().rate();
        return schedule.isConstant()
                ? rate
                : rate * schedule.factor(new Position(step, perEpoch, steps(), history.get()));
    }

    double[] rates(long from, int count) {
        return LongStream.range(from, from + count).mapToDouble(this::rate).toArray();
    }
}
