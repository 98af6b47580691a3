package percolate.kernel.protocol;

/**
 * Asks what could stand at the cursor.
 *
 * @param cursor in Unicode code points
 */
public record CompleteRequest(String code, int cursor) implements Request {
    static CompleteRequest from(Fields fields) {
        var code = fields.text("code");
        return new CompleteRequest(code, fields.integer("cursor_pos", code.codePointCount(0, code.length())));
    }
}
