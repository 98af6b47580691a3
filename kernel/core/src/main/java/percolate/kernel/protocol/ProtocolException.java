package percolate.kernel.protocol;

/** A message or a connection file that does not follow the protocol; the sentence says where, what was expected, what came. */
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProtocolException(String message) {
        super(message);
    }

    public ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
