package percolate.tensor;

import percolate.DType;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/** Functions of each element that have a parameter. */
public final class Functions {
    private Functions() {}

    /** x for x ≥ 0, slope · x below. */
    public static Tensor leakyRelu(Tensor x, Number slope) {
        return Operators.call("leakyRelu", "torch.leaky_relu(a, float(b))", x, number(slope));
    }

    /** Cut to lowest … highest; integers stay integers where both ends are. */
    public static Tensor clamp(Tensor x, Number lowest, Number highest) {
        if (!(lowest.doubleValue() <= highest.doubleValue())) {
            throw new IllegalArgumentException(
                    "clamp: expected a lowest and a highest number, got " + lowest + " and " + highest);
        }
        var type = Scalar.joined(x.dtype(), lowest).joined(Scalar.joined(x.dtype(), highest));
        var kind = type.isFloating() ? "float" : "int";
        return Operators.call(
                "clamp",
                "torch.clamp(a, " + kind + "(b), " + kind + "(c))",
                x.to(type),
                number(lowest),
                number(highest));
    }

    private static Tensor number(Number value) {
        return new Tensor(Array.of(new double[] {value.doubleValue()}, Shape.of()));
    }

    /** A vector of {@code classes} elements for each integer, with 1 in its place. */
    public static Tensor oneHot(Tensor x, int classes) {
        if (classes < 1) {
            throw new IllegalArgumentException("oneHot: expected one class or more, got " + classes);
        }
        for (double value : x.toDoubleArray()) {
            if (value != Math.rint(value) || value < 0 || value >= classes) {
                throw new IndexOutOfBoundsException("oneHot: expected whole numbers from 0 to " + (classes - 1)
                        + ", got " + (float) value + "; name as many classes as there are");
            }
        }
        return x.to(DType.int64)
                .unsqueeze(-1)
                .eq(Creation.arange(0, classes, 1).to(DType.int64))
                .to(DType.float32);
    }
}
