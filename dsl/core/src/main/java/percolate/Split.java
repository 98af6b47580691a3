package percolate;

import java.util.function.UnaryOperator;

/** A data set in parts; {@code test} is empty where only two parts were asked for. */
public record Split(Dataset train, Dataset validation, Dataset test) {
    /** All parts scaled to the training part's mean 0 and standard deviation 1. */
    public Split normalise() {
        return scaled(train.normalise());
    }

    /** All parts less the training part's mean example. */
    public Split subtractMean() {
        return scaled(train.subtractMean());
    }

    private Split scaled(Dataset first) {
        return new Split(first, validation.normalise(first.scaling()), test.normalise(first.scaling()));
    }

    /** The training part's images look a little different in each epoch; the other parts' are cut to the same size. */
    public Split augment(Augmentation... changes) {
        return new Split(
                train.augment(changes),
                validation.augment(changes).still(),
                test.augment(changes).still());
    }

    /** The same change of every part: {@code split.each(part -> part.resize(28, 28))}. */
    public Split each(UnaryOperator<Dataset> change) {
        return new Split(change.apply(train), change.apply(validation), change.apply(test));
    }

    /** A line for each part. */
    @Override
    public String toString() {
        return "train: " + train + "\nvalidation: " + validation + (test.size() == 0 ? "" : "\ntest: " + test);
    }
}
