package percolate.decoding;

import java.util.Arrays;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/** What a model says of the next word. */
final class Logits {
    private Logits() {}

    /**
     * The numbers of the last step.
     *
     * @param logits [words], [steps, words] or [1, steps, words]
     */
    static double[] last(String word, Tensor logits) {
        var shape = logits == null ? Shape.of() : logits.shape();
        boolean fits = shape.rank() >= 1 && shape.rank() <= 3 && shape.length() > 0;
        if (!fits || (shape.rank() == 3 && shape.get(0) != 1)) {
            throw new ShapeException(
                    word + ": expected logits of the next word, [words], [1, words] or [1, steps, words]," + " got "
                            + (logits == null ? "null" : "shape " + shape) + "; give those of one sequence");
        }
        int words = shape.get(-1);
        var rows = logits.reshape(shape.length() / words, words);
        var last = rows.slice(0, rows.size(0) - 1, rows.size(0)).toDoubleArray();
        boolean none = Arrays.stream(last).allMatch(x -> x == Double.NEGATIVE_INFINITY);
        for (double value : last) {
            if (none || Double.isNaN(value) || value == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(word + ": expected finite logits, or −∞ for words that cannot come,"
                        + " got " + (none ? "−∞ for all " : value + " among those of ") + words
                        + " words; look for the step that made it");
            }
        }
        return last;
    }

    /** The logarithms of the probabilities, x − ln Σeˣ. */
    static double[] logarithms(double... logits) {
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum = Arrays.stream(logits).map(x -> Math.exp(x - largest)).sum();
        return Arrays.stream(logits).map(x -> x - largest - Math.log(sum)).toArray();
    }

    /** Numbers of words as the one sequence of a batch, [1, steps], int64. */
    static Tensor batch(long... words) {
        return new Tensor(Array.of(words, Shape.of(1, words.length)));
    }
}
