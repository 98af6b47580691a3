package percolate.kernel.render;

import percolate.kernel.cells.CellStopped;

/**
 * Values as plain text: what {@code println} would write, but arrays with their elements, long things with their ends
 * and a count of what lies between, nothing consumed, and never more than a page or two.
 */
final class Text {
    private static final int LONGEST = 100_000;

    private Text() {}

    static String of(Object value) {
        try {
            return value instanceof CharSequence text
                    ? Words.shortened(text.toString(), LONGEST)
                    : Layout.of(title(value));
        } catch (CellStopped e) {
            throw e;
        } catch (Exception | Error e) {
            return Words.failed(value, e);
        }
    }

    /** On one line and no longer than {@code most} characters. */
    static String brief(Object value, int most) {
        return Words.shortened(new Outliner(most).of(value).flat(), most);
    }

    private static Outline title(Object value) {
        return value instanceof Throwable thrown
                ? new Outline.Word(ThrownText.of(thrown))
                : new Outliner(LONGEST / 2).of(value);
    }
}
