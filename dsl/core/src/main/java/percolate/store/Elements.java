package percolate.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import percolate.DType;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/** How numbers lie in files, little-endian, under the names of the safetensors format. */
enum Elements {
    F32(4, "FloatStorage"),
    F64(8, "DoubleStorage"),
    /** Read as float32, which holds each of its numbers. */
    F16(2, "HalfStorage"),
    /** Read as float32, whose first half it is. */
    BF16(2, "BFloat16Storage"),
    I64(8, "LongStorage"),
    I32(4, "IntStorage"),
    I16(2, "ShortStorage"),
    I8(1, "CharStorage"),
    U8(1, "ByteStorage"),
    BOOL(1, "BoolStorage");

    private final int bytes;
    private final String storage;

    Elements(int bytes, String storage) {
        this.bytes = bytes;
        this.storage = storage;
    }

    int bytes() {
        return bytes;
    }

    /** Those that a tensor of this type is written as. */
    static Elements of(DType type) {
        return switch (type) {
            case float64 -> F64;
            case int64 -> I64;
            case int32 -> I32;
            case bool -> BOOL;
            default -> F32;
        };
    }

    /** @throws Reading.Refused if it is none of these */
    static Elements named(String name) {
        return Arrays.stream(values())
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Reading.Refused("expected elements of " + Arrays.toString(values()) + ", got \""
                        + name + "\"; save them in one of these"));
    }

    /** @throws Reading.Refused if it is not PyTorch's name of one of these */
    static Elements stored(String storage) {
        return Arrays.stream(values())
                .filter(e -> e.storage.equals(storage))
                .findFirst()
                .orElseThrow(() -> new Reading.Refused(
                        "expected plain numbers, got a torch." + storage + "; save the weights in float32"));
    }

    static byte[] write(Tensor tensor) {
        var elements = of(tensor.dtype());
        int count = tensor.size();
        var bytes =
                ByteBuffer.allocate(Math.multiplyExact(elements.bytes, count)).order(ByteOrder.LITTLE_ENDIAN);
        switch (elements) {
            case F32 -> bytes.asFloatBuffer().put(tensor.toFloatArray());
            case F64 -> bytes.asDoubleBuffer().put(tensor.toDoubleArray());
            case I64 -> bytes.asLongBuffer().put(tensor.toLongArray());
            default -> Arrays.stream(tensor.toLongArray()).forEach(value -> elements.put(bytes, value));
        }
        return bytes.array();
    }

    private void put(ByteBuffer into, long value) {
        if (this == I32) {
            into.putInt((int) value);
        } else {
            into.put((byte) value);
        }
    }

    /**
     * A tensor of elements that lie at these places of the bytes, counted in elements; the caller saw that they are there.
     */
    Tensor read(ByteBuffer from, Shape shape, IntToLongFunction place) {
        var bytes = from.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int count = shape.length();
        return new Tensor(
                switch (this) {
                    case F64 -> {
                        var values = new double[count];
                        Arrays.setAll(values, i -> bytes.getDouble(at(place, i)));
                        yield Array.of(values, shape);
                    }
                    case I64 -> {
                        var values = new long[count];
                        Arrays.setAll(values, i -> bytes.getLong(at(place, i)));
                        yield Array.of(values, shape);
                    }
                    case F32, F16, BF16 -> {
                        var values = new float[count];
                        for (int i = 0; i < count; i++) {
                            values[i] = floating(bytes, at(place, i));
                        }
                        yield Array.of(values, shape);
                    }
                    case I32, I16, I8, U8, BOOL -> {
                        var values = new int[count];
                        Arrays.setAll(values, i -> whole(bytes, at(place, i)));
                        yield this == BOOL ? Array.of(values, shape).to(DType.bool) : Array.of(values, shape);
                    }
                });
    }

    private int at(IntToLongFunction place, int i) {
        return Math.toIntExact(place.applyAsLong(i) * bytes);
    }

    private float floating(ByteBuffer bytes, int at) {
        return switch (this) {
            case F16 -> half(bytes.getShort(at));
            case BF16 -> Float.intBitsToFloat(bytes.getShort(at) << Short.SIZE);
            default -> bytes.getFloat(at);
        };
    }

    private int whole(ByteBuffer bytes, int at) {
        return switch (this) {
            case I32 -> bytes.getInt(at);
            case I16 -> bytes.getShort(at);
            case U8 -> Byte.toUnsignedInt(bytes.get(at));
            default -> bytes.get(at);
        };
    }

    /** IEEE 754's binary16: a sign, 5 digits of exponent, 10 of fraction. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude =
                switch (exponent) {
                    case 0 -> fraction * 0x1p-24f;
                    case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
                };
        return bits < 0 ? -magnitude : magnitude;
    }
}
