package percolate.program;

/**
 * What a loss or metric takes from each batch, so that its value for many batches is that for all their examples.
 *
 * @param code the native expression of one batch: a scalar for MEAN, a vector otherwise
 * @param width how many numbers: per batch, or for ALL per example
 */
public record Counts(String code, int width, Gathering gathering) {
    /** How the numbers of several batches come together. */
    public enum Gathering {
        /** Means over examples, weighted by how many each batch has. */
        MEAN,
        /** Added up. */
        SUM,
        /** Written one after the other. */
        ALL
    }

    /** A scalar that is a mean over the batch's examples. */
    public static Counts mean(String scalar) {
        return new Counts(scalar, 1, Gathering.MEAN);
    }

    /** A vector of sums over the batch. */
    public static Counts sum(String vector, int width) {
        return new Counts(vector, width, Gathering.SUM);
    }

    /** A vector with some numbers for each example. */
    public static Counts all(String vector, int perExample) {
        return new Counts(vector, perExample, Gathering.ALL);
    }

    /** How many numbers a batch of so many examples gives. */
    public int width(int examples) {
        return gathering == Gathering.ALL ? width * examples : width;
    }

    /** The expression as float64. */
    String code64() {
        return "torch.to(" + code + ", 7, False, False, None)";
    }

    /** The expression as a float64 vector. */
    String vector() {
        return gathering == Gathering.MEAN ? "torch.unsqueeze(" + code64() + ", 0)" : code64();
    }
}
