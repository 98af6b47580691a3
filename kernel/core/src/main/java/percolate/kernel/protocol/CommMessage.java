package percolate.kernel.protocol;

/** Data for a comm, or its end. */
public record CommMessage(String id) implements Request {
    static CommMessage from(Fields fields) {
        return new CommMessage(fields.text("comm_id"));
    }
}
