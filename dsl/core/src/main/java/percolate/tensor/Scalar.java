package percolate.tensor;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import percolate.DType;
import percolate.Shape;
import percolate.engine.Array;

/** A Java number as an operand. It takes the tensor's type, and changes that only where the type could not hold it. */
public final class Scalar {
    private Scalar() {}

    /** The type of results: float32 for integers with a fraction, int64 for booleans and for numbers that are too large. */
    public static DType joined(DType tensor, Number value) {
        if (tensor.isFloating()) {
            return tensor;
        }
        if (!isWhole(value)) {
            return DType.float32;
        }
        return fits(value.longValue(), tensor) ? tensor : DType.int64;
    }

    /** Whether it is written without a fraction; 2.0 is not, as in PyTorch. */
    private static boolean isWhole(Number value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || value instanceof AtomicInteger
                || value instanceof AtomicLong;
    }

    private static boolean fits(long value, DType type) {
        return switch (type) {
            case int32 -> value == (int) value;
            case uint8 -> value >= 0 && value <= 255;
            case bool -> false;
            default -> true;
        };
    }

    /** A scalar of this type. */
    public static Array of(Number value, DType type) {
        return switch (type) {
            case float32 -> Array.of(new float[] {value.floatValue()}, Shape.of());
            case float64 -> Array.of(new double[] {value.doubleValue()}, Shape.of());
            default -> Array.of(new long[] {value.longValue()}, Shape.of()).to(type);
        };
    }
}
