package percolate.kernel.render;

import percolate.kernel.cells.CellStopped;

/**
 * Values as plain text: what {@code println} would write, but arrays with their elements, long things with their ends
 * and a count of what lies between, nothing consumed, and never more than a page or two.
 */
public final class Text {
    private static final int LONGEST = 100_000;
    private static final int LINE = 60;

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

    /** A value in a few words, on one line. */
    public static String line(Object value) {
        try {
            return brief(value, LINE).strip().replaceAll("\\s*\\R\\s*", " ");
        } catch (CellStopped e) {
            throw e;
        } catch (Exception | Error e) {
            return Words.failed(value, e);
        }
    }

    /** Not much longer than {@code most} characters. */
    static String brief(Object value, int most) {
        return Words.shortened(new Outliner(most).of(value).flat(), most);
    }

    private static Outline title(Object value) {
        return value instanceof Throwable thrown
                ? new Outline.Word(ThrownText.of(thrown))
                : new Outliner(LONGEST / 2).of(value);
    }
}
