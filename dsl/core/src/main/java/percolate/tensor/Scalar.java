package percolate.tensor;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import percolate.DType;
import percolate.Device;
import percolate.Shape;
import percolate.engine.Array;
import percolate.engine.Devices;

/** A Java number as an operand. It takes the tensor's type, and changes that only where the type could not hold it. */
public final class Scalar {
    /** Programs use few numbers often; they are never written to. */
    private static final Map<Key, Array> KNOWN = new ConcurrentHashMap<>();

    private static final int CAPACITY = 512;

    private record Key(Object value, DType type, Device device) {}

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

    /** A scalar of this type, on the session's device. */
    public static Array of(Number value, DType type) {
        var key =
                new Key(type.isFloating() ? (Object) value.doubleValue() : value.longValue(), type, Devices.session());
        var known = KNOWN.get(key);
        if (known == null) {
            if (KNOWN.size() >= CAPACITY) {
                KNOWN.clear();
            }
            known = make(value, type);
            KNOWN.put(key, known);
        }
        return known;
    }

    private static Array make(Number value, DType type) {
        return switch (type) {
            case float32 -> Array.of(new float[] {value.floatValue()}, Shape.of());
            case float64 -> Array.of(new double[] {value.doubleValue()}, Shape.of());
            default -> Array.of(new long[] {value.longValue()}, Shape.of()).to(type);
        };
    }
}
