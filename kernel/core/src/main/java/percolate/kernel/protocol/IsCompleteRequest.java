package percolate.kernel.protocol;

/** Asks whether the code can run as it stands. */
public record IsCompleteRequest(String code) implements Request {
    static IsCompleteRequest from(Fields fields) {
        return new IsCompleteRequest(fields.text("code"));
    }
}
