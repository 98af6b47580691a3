package percolate.kernel.protocol;

/**
 * Asks for the documentation of what stands at the cursor.
 *
 * @param cursor in Unicode code points
 * @param detailed whether all that is known is wanted, the source too
 */
public record InspectRequest(String code, int cursor, boolean detailed) implements Request {
    static InspectRequest from(Fields fields) {
        var code = fields.text("code");
        return new InspectRequest(
                code,
                fields.integer("cursor_pos", code.codePointCount(0, code.length())),
                fields.integer("detail_level", 0) > 0);
    }
}
