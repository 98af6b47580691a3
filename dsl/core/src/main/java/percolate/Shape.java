package percolate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor's axes, first axis first; a scalar has none.
 *
 * <p>Within a model the batch axis is never written, and the one axis whose size differs from batch to batch is
 * {@link Percolate#TIME}.
 */
public record Shape(List<Integer> sizes) {
    private static final int UNKNOWN = -1;

    public Shape {
        sizes = List.copyOf(sizes);
        for (int size : sizes) {
            if (size < UNKNOWN) {
                throw new IllegalArgumentException("shape " + sizes + ": a size is zero or more, got " + size);
            }
        }
    }

    public static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    public int rank() {
        return sizes.size();
    }

    /** The size of an axis; negative axes count from the end. */
    public int get(int axis) {
        int at = axis < 0 ? axis + rank() : axis;
        if (at < 0 || at >= rank()) {
            throw new IndexOutOfBoundsException("axis " + axis + " of shape " + this
                    + (rank() == 0 ? ": a scalar has no axes" : ": axes run from " + -rank() + " to " + (rank() - 1)));
        }
        return sizes.get(at);
    }

    /** The product of all sizes; 1 for a scalar. */
    public long elementCount() {
        if (!isKnown()) {
            throw new IllegalStateException("shape " + this + ": its time axis has no size before data comes");
        }
        try {
            return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw new ShapeException("shape " + this + ": more elements than any memory holds; choose smaller sizes");
        }
    }

    /** The number of elements of one tensor, as Java's arrays count them: at most 2³¹ − 1. */
    public int length() {
        if (!isKnown()) {
            throw new ShapeException("tensor: expected sizes of 0 or more, got " + sizes);
        }
        long count = elementCount();
        if (count > Integer.MAX_VALUE) {
            throw new ShapeException("shape " + this + ": expected at most " + Integer.MAX_VALUE
                    + " elements in one tensor, got " + count + "; choose smaller sizes");
        }
        return (int) count;
    }

    /** Whether every size is known, so that no axis is {@link Percolate#TIME}. */
    public boolean isKnown() {
        return !sizes.contains(UNKNOWN);
    }

    /** This shape with one more axis in front. */
    public Shape prepend(int size) {
        var more = new ArrayList<>(List.of(size));
        more.addAll(sizes);
        return new Shape(more);
    }

    /** This shape with its last size replaced. */
    public Shape withLast(int size) {
        return with(-1, size);
    }

    /** This shape with the size of one axis replaced; negative axes count from the end. */
    public Shape with(int axis, int size) {
        get(axis);
        var changed = new ArrayList<>(sizes);
        changed.set(axis < 0 ? axis + rank() : axis, size);
        return new Shape(changed);
    }

    /** This shape without its first {@code count} axes. */
    public Shape dropFirst(int count) {
        return new Shape(sizes.subList(enough(count), rank()));
    }

    /** This shape without its last {@code count} axes. */
    public Shape dropLast(int count) {
        return new Shape(sizes.subList(0, rank() - enough(count)));
    }

    private int enough(int count) {
        if (count > rank()) {
            throw new ShapeException("shape " + this + ": expected " + count + " axes or more, got " + rank());
        }
        return count;
    }

    /** Whether a tensor of shape {@code other} fits here, a {@link Percolate#TIME} axis taking any size. */
    public boolean accepts(Shape other) {
        if (rank() != other.rank()) {
            return false;
        }
        for (int axis = 0; axis < rank(); axis++) {
            if (get(axis) != UNKNOWN && get(axis) != other.get(axis)) {
                return false;
            }
        }
        return true;
    }

    public int[] toArray() {
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return sizes.stream()
                .map(s -> s == UNKNOWN ? "time" : s.toString())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
