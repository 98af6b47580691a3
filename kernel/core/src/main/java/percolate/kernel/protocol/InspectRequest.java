package percolate.kernel.protocol;

/**
 * Asks for the documentation of what stands at the cursor.
 *
 * @param cursor in Unicode code points
 */
public record InspectRequest(String code, int cursor) implements Request {
    static InspectRequest from(Fields fields) {
        var code = fields.text("code");
        return new InspectRequest(code, fields.integer("cursor_pos", code.codePointCount(0, code.length())));
    }
}
