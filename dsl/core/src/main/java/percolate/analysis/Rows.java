package percolate.analysis;

import percolate.DType;
import percolate.ShapeException;
import percolate.Tensor;

/** Examples of any shape as rows of a matrix. */
final class Rows {
    private Rows() {}

    /**
     * [n, …] as [n, d], float32 or float64.
     *
     * @throws ShapeException if there are fewer examples than {@code least}
     */
    static Tensor of(String word, Tensor x, int least) {
        if (x.shape().rank() < 2 || x.size(0) < least || x.size() == 0) {
            throw new ShapeException(word + ": expected examples [n, …] with n of " + least + " or more, got shape "
                    + x.shape() + "; put one example into each row");
        }
        var rows = x.reshape(x.size(0), x.size() / x.size(0)).to(DType.float32.joined(x.dtype()));
        return finite(word, rows.detach());
    }

    /** The same numbers, which are finite. */
    static Tensor finite(String word, Tensor values) {
        for (double value : values.toDoubleArray()) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(word + ": expected finite numbers, got " + value + " in shape "
                        + values.shape() + "; leave out the rows with missing values, or fill them");
            }
        }
        return values;
    }
}
