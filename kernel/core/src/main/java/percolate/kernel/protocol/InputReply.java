package percolate.kernel.protocol;

/** The line that the user typed, without its end. */
public record InputReply(String value) implements Request {
    static InputReply from(Fields fields) {
        return new InputReply(fields.text("value"));
    }
}
