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
            throw new IndexOutOfBoundsException(
                    "axis " + axis + " of shape " + this + ": axes run from " + -rank() + " to " + (rank() - 1));
        }
        return sizes.get(at);
    }

    /** The product of all sizes; 1 for a scalar. */
    public long elementCount() {
        if (!isKnown()) {
            throw new IllegalStateException("shape " + this + ": its time axis has no size before data comes");
        }
        return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
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
        var changed = new ArrayList<>(sizes);
        changed.set(rank() - 1, size);
        return new Shape(changed);
    }

    /** This shape without its first {@code count} axes. */
    public Shape dropFirst(int count) {
        return new Shape(sizes.subList(count, rank()));
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
