package percolate.kernel.protocol;

/** Asks to end a subshell. */
public record DeleteSubshellRequest(String id) implements Request {
    static DeleteSubshellRequest from(Fields fields) {
        return new DeleteSubshellRequest(fields.text("subshell_id"));
    }
}
