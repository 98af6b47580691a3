package percolate.kernel.session;

/** The protocol counts cursor positions in code points, Java in UTF-16 units. */
final class CodePoints {
    private CodePoints() {}

    /** The index of a protocol position; one behind the end, or before the start, means the end or the start. */
    static int toIndex(String text, int position) {
        var count = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.max(0, Math.min(position, count)));
    }

    static int toPosition(String text, int index) {
        return text.codePointCount(0, Math.max(0, Math.min(index, text.length())));
    }
}
