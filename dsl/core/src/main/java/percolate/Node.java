package percolate;

/** A place in a model that values pass through; {@link Percolate#input} makes the first one. */
public final class Node {
    private final Shape shape;
    private final DType dtype;

    Node(Shape shape, DType dtype) {
        if (shape.sizes().contains(0)
                || shape.sizes().indexOf(Percolate.TIME) != shape.sizes().lastIndexOf(Percolate.TIME)) {
            throw new IllegalArgumentException(
                    "input: expected sizes of 1 or more, and TIME for one axis at most, got " + shape);
        }
        if (dtype != DType.float32 && dtype != DType.int64) {
            throw new IllegalArgumentException("input: expected float32, or int64 for the numbers of words, got "
                    + dtype + "; models compute in float32, and take data of any type");
        }
        this.shape = shape;
        this.dtype = dtype;
    }

    /** The shape of one example here. */
    public Shape shape() {
        return shape;
    }

    public DType dtype() {
        return dtype;
    }

    /** This input with elements of another type: {@code input(TIME).to(int64)} takes the numbers of words. */
    public Node to(DType type) {
        return new Node(shape, type);
    }

    @Override
    public String toString() {
        return "input" + shape + (dtype == DType.float32 ? "" : " " + dtype);
    }
}
