package percolate;

/** Two shapes do not fit; the message says where, what was expected, what came, and the remedy. */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
