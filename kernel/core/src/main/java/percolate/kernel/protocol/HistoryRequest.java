package percolate.kernel.protocol;

/**
 * Asks for earlier inputs.
 *
 * @param output whether to give outputs too
 * @param count how many at most, the latest; negative: all
 * @param session 0 is this one, negative ones count back from it
 * @param start first line number of a range
 * @param stop line number after the last of a range; negative: to the end
 * @param pattern of a search, where {@code *} stands for any text and {@code ?} for one character
 * @param unique leaves out repetitions of a search
 */
public record HistoryRequest(
        boolean output, Access access, int count, int session, int start, int stop, String pattern, boolean unique)
        implements Request {
    /** What to choose by. */
    public enum Access {
        RANGE,
        TAIL,
        SEARCH
    }

    static HistoryRequest from(Fields fields) {
        return new HistoryRequest(
                fields.flag("output", false),
                access(fields),
                fields.integer("n", -1),
                fields.integer("session", 0),
                fields.integer("start", 1),
                fields.integer("stop", -1),
                fields.text("pattern", "*"),
                fields.flag("unique", false));
    }

    private static Access access(Fields fields) {
        var name = fields.text("hist_access_type");
        return switch (name) {
            case "range" -> Access.RANGE;
            case "tail" -> Access.TAIL;
            case "search" -> Access.SEARCH;
            default ->
                throw new ProtocolException(
                        fields.place() + ": hist_access_type: expected range, tail or search, got " + name);
        };
    }
}
