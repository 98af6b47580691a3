package percolate.data;

/** A file of data cannot be read; the message says which, what was expected of it, what came, and the remedy. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
