package percolate.kernel.language;

/** Whether a piece of code is complete; {@code indent} is what the next line should start with when it is not. */
public record Completeness(Status status, String indent) {
    /** The protocol's four answers, in lower case on the wire. */
    public enum Status {
        COMPLETE,
        INCOMPLETE,
        INVALID,
        UNKNOWN
    }
}
