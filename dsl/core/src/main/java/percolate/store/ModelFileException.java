package percolate.store;

/** A model file cannot be read or written; the message says which, why, and the remedy. */
public final class ModelFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelFileException(String message) {
        super(message);
    }

    ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
