package percolate;

/** A data set in parts; {@code test} is empty where only two parts were asked for. */
public record Split(Dataset train, Dataset validation, Dataset test) {
    /** A line for each part. */
    @Override
    public String toString() {
        return "train: " + train + "\nvalidation: " + validation + (test.size() == 0 ? "" : "\ntest: " + test);
    }
}
