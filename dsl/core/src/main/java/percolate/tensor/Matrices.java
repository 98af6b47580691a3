package percolate.tensor;

import java.util.List;
import percolate.DType;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/** Products and decompositions of matrices, and of batches of them. */
public final class Matrices {
    private Matrices() {}

    /** [.., n, k] · [.., k, m] gives [.., n, m]. */
    public static Tensor product(Tensor left, Tensor right) {
        Shape a = left.shape();
        Shape b = right.shape();
        if (a.rank() < 2 || b.rank() < 2 || a.get(-1) != b.get(-2)) {
            throw new ShapeException("mm: the left matrix needs as many columns as the right one has rows, got " + a
                    + " and " + b + "; transpose one with t(), or reshape a vector to a matrix");
        }
        Broadcast.check("mm: batches of", a.dropLast(2), b.dropLast(2));
        var type = left.dtype().joined(right.dtype());
        return new Tensor(left.to(type).array().matrixProduct(right.to(type).array()));
    }

    /** U, S and Vᵀ of which the matrix is the product. */
    public static List<Tensor> svd(Tensor matrix) {
        var shape = matrix.shape();
        if (shape.rank() < 2) {
            throw new ShapeException("svd: a matrix has two axes, got shape " + shape + "; reshape it first");
        }
        for (double value : matrix.toDoubleArray()) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("svd: expected finite numbers, got " + value + " in shape " + shape);
            }
        }
        return Operators.several("svd", "u, s, v = torch.linalg_svd(a, False, driver=None)", "u, s, v", matrix);
    }

    /**
     * The Euclidean distance of each row of one matrix to each row of another.
     *
     * @param a [n, d]
     * @param b [m, d]
     * @return [n, m]
     */
    public static Tensor cdist(Tensor a, Tensor b) {
        if (a.shape().rank() != 2 || b.shape().rank() != 2 || a.size(1) != b.size(1)) {
            throw new ShapeException("cdist: expected matrices [n, d] and [m, d], got " + a.shape() + " and "
                    + b.shape() + "; reshape them, one point is [1, d]");
        }
        var type = DType.float32.joined(a.dtype()).joined(b.dtype());
        var left = a.to(type);
        left.array().ensureRoom(Shape.of(a.size(0), b.size(0)));
        return Operators.call("cdist", "torch.cdist(a, b, 2., None)", left, b.to(type));
    }
}
