package percolate.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import percolate.Shape;
import percolate.ShapeException;

/** Other shapes for the same elements. */
public final class Reshaping {
    private static final int OPEN = -1;

    private Reshaping() {}

    /**
     * A shape of these sizes; one may be −1 and is then worked out.
     *
     * @throws ShapeException if it has another number of elements
     */
    public static Shape to(Shape shape, int... sizes) {
        long known = Arrays.stream(sizes)
                .filter(s -> s != OPEN)
                .asLongStream()
                .reduce(1, (a, b) -> a < 0 || b < 0 || a > Integer.MAX_VALUE ? -1 : a * b);
        long open = Arrays.stream(sizes).filter(s -> s == OPEN).count();
        int length = shape.length();
        boolean fits = open == 0 ? known == length : open == 1 && known > 0 && length % known == 0;
        if (!fits) {
            throw new ShapeException("reshape: " + shape + " has " + length + " elements, "
                    + Arrays.toString(sizes) + (open == 0 ? " has not" : " does not divide them")
                    + "; choose sizes with the same product");
        }
        return Shape.of(Arrays.stream(sizes)
                .map(s -> s == OPEN ? (int) (length / known) : s)
                .toArray());
    }

    /** With an axis of size 1 more, in front of axis {@code at}. */
    public static Shape unsqueezed(Shape shape, int at) {
        int axis = at < 0 ? at + shape.rank() + 1 : at;
        if (axis < 0 || axis > shape.rank()) {
            throw new IndexOutOfBoundsException(
                    "unsqueeze: axis " + at + " of shape " + shape + "; a new axis stands at 0 to " + shape.rank());
        }
        var sizes = new ArrayList<>(shape.sizes());
        sizes.add(axis, 1);
        return new Shape(sizes);
    }

    /** Without the named axes of size 1, or without all of them. */
    public static Shape squeezed(Shape shape, int... axes) {
        var drop = Arrays.stream(axes)
                .map(a -> Axes.one("squeeze", shape, a))
                .boxed()
                .toList();
        var kept = new ArrayList<Integer>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (shape.get(axis) != 1 || (axes.length > 0 && !drop.contains(axis))) {
                kept.add(shape.get(axis));
            }
        }
        return new Shape(kept);
    }

    /** With axes of size 1 stretched and new ones in front; −1 keeps a size. */
    public static Shape expanded(Shape shape, int... sizes) {
        int more = sizes.length - shape.rank();
        var wanted = new ArrayList<Integer>();
        for (int axis = 0; axis < sizes.length; axis++) {
            wanted.add(sizes[axis] == OPEN && axis >= more && more >= 0 ? shape.get(axis - more) : sizes[axis]);
        }
        if (more < 0 || wanted.stream().anyMatch(size -> size < 0)) {
            throw new ShapeException("expand: expected the sizes of " + shape + " or larger ones where it has 1, got "
                    + Arrays.toString(sizes));
        }
        var expanded = new Shape(wanted);
        Broadcast.into("expand", shape, expanded);
        expanded.length();
        return expanded;
    }

    /** Of the tensor so many times side by side along each axis, the last ones where fewer are named. */
    public static Shape repeated(Shape shape, int... times) {
        if (times.length == 0 || Arrays.stream(times).anyMatch(t -> t < 0)) {
            throw new IllegalArgumentException(
                    "repeat: expected how often along each axis, 0 or more, got " + Arrays.toString(times));
        }
        var sizes = new ArrayList<Integer>();
        int rank = Math.max(shape.rank(), times.length);
        for (int back = rank; back >= 1; back--) {
            long size = back <= shape.rank() ? shape.get(-back) : 1;
            size *= back <= times.length ? times[times.length - back] : 1;
            sizes.add((int) Math.min(size, Integer.MAX_VALUE));
        }
        var repeated = new Shape(sizes);
        repeated.length();
        return repeated;
    }
}
