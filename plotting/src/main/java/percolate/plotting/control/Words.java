package percolate.plotting.control;

import percolate.plotting.chart.Digits;

/** Names and values as texts of a page. */
final class Words {
    private Words() {}

    /** A text that stands for itself within HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String number(double value) {
        return Digits.of(value, 4);
    }

    /**
     * A control's name.
     *
     * @throws IllegalArgumentException if it is null or blank
     */
    static String name(String kind, String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(kind + ": expected a name that is shown beside it, got "
                    + (name == null ? "null" : "\"\"") + "; give one such as \"" + kind + "\"");
        }
        return name;
    }
}
