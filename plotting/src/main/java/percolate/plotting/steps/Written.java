package percolate.plotting.steps;

import percolate.plotting.chart.Digits;

/** Numbers as they stand in formulas. */
final class Written {
    private Written() {}

    /** To three digits, with a minus sign of the right length. */
    static String of(double value) {
        return of(value, 3);
    }

    static String of(double value, int digits) {
        return Digits.of(value, digits).replaceFirst("^-", "−");
    }

    /** To one place behind the point, where there is no room for more. */
    static String rounded(double value) {
        return of(Math.rint(value * 10) / 10);
    }

    /** In parentheses where it is negative, for behind a sign. */
    static String inner(double value) {
        return value < 0 ? "(" + of(value) + ")" : of(value);
    }

    /** The number of a unit, from 1, below the line. */
    static String index(int unit) {
        return String.valueOf((char) ('₁' + unit));
    }

    static String product(double one, double other) {
        return of(one) + "·" + inner(other);
    }

    /** For example {@code (0.5, −1)}. */
    static String point(double... values) {
        var text = new StringBuilder("(");
        for (int at = 0; at < values.length; at++) {
            text.append(at == 0 ? "" : ", ").append(of(values[at]));
        }
        return text.append(')').toString();
    }
}
