package percolate.sweep;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import percolate.Split;
import percolate.Sweep;
import percolate.Training;

/** A sweep over the folds of some data. */
public final class Folds {
    private static final String FOLD = "fold";

    private Folds() {}

    /** @throws IllegalArgumentException if there are fewer than two folds */
    public static Sweep run(List<Split> folds, Function<Split, Training> training) {
        Objects.requireNonNull(training, "crossValidate: expected a function of a fold, got null");
        if (folds.size() < 2) {
            throw new IllegalArgumentException(
                    "crossValidate: expected two folds or more, got " + folds.size() + "; take data.folds(5, 1)");
        }
        var numbers = IntStream.rangeClosed(1, folds.size()).boxed().toArray();
        return Runner.run(Grid.of(FOLD, numbers), p -> training.apply(folds.get(p.integer(FOLD) - 1)));
    }
}
