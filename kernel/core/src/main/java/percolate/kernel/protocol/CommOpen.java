package percolate.kernel.protocol;

/** Opens a comm from the front end's side; a kernel that does not know the target answers with {@link CommClose}. */
public record CommOpen(String id, String target) implements Request {
    static CommOpen from(Fields fields) {
        return new CommOpen(fields.text("comm_id"), fields.text("target_name", ""));
    }
}
