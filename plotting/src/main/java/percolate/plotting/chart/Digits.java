package percolate.plotting.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same in every language setting. */
public final class Digits {
    private Digits() {}

    /** To three significant digits: {@code 0.0812}, {@code 12.3}, {@code 1.2e-7}; words where it is not finite. */
    public static String of(double value) {
        return of(value, 3);
    }

    /** To {@code digits} significant digits, trailing zeros dropped; whole parts are kept below a million. */
    public static String of(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "minus infinite";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            return scientific(value, digits);
        }
        int whole = (int) Math.floor(Math.log10(size)) + 1;
        return plain(new BigDecimal(value).round(new MathContext(Math.max(digits, whole))));
    }

    /** With four decimals, so that a column lines up; as {@link #of} where these would show too little or too much. */
    public static String aligned(double value) {
        double size = Math.abs(value);
        return value == 0 || (size >= 1e-3 && size < 1e4) ? String.format(Locale.ROOT, "%.4f", value) : of(value, 4);
    }

    /** A count with thousands apart: {@code 1,797}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share between 0 and 1 as per cent without fraction; only a full 1 reads 100%. */
    public static String percent(double share) {
        double percent = share * 100;
        return share < 1 && percent > 99 ? "99%" : Math.round(percent) + "%";
    }

    /** With as many digits behind the point as {@code decimals}, trailing zeros dropped. */
    static String decimals(double value, int decimals) {
        return plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    static String scientific(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        var text = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        int at = text.indexOf('e');
        return plain(new BigDecimal(text.substring(0, at))) + "e" + Integer.parseInt(text.substring(at + 1));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
