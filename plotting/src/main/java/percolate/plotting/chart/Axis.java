package percolate.plotting.chart;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The range of an axis, and how its values become the coordinates that XChart lays ticks on.
 *
 * <p>XChart cuts ticks to ten decimals, so that a range of 1e-12 would never end. Therefore it only sees
 * {@code (value − offset) · 10ⁿ}, whose span lies between 1 and 10; both are chosen so that round coordinates are round values.
 *
 * @param min below {@code max}
 * @param whole whether ticks stand at whole numbers only
 */
record Axis(double min, double max, boolean whole) {
    private static final double NARROWEST = 1e-9;

    /** The range of what can be drawn; around a single value there is room, and without any it goes from 0 to 1. */
    static Axis around(List<Series> series, boolean vertical) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (var line : series) {
            IntToDoubleFunction value = vertical ? line::y : line::x;
            for (int at = 0; at < line.size(); at++) {
                if (line.isDrawable(at)) {
                    min = Math.min(min, value.applyAsDouble(at));
                    max = Math.max(max, value.applyAsDouble(at));
                }
            }
        }
        return min > max ? new Axis(0, 1, false) : new Axis(min, max, false).widened();
    }

    /** With room on both sides, {@code share} of the span each. */
    Axis padded(double share) {
        double room = (max - min) * share;
        return new Axis(min - room, max + room, whole);
    }

    /** Cut to what values can be. */
    Axis clipped(double least, double most) {
        double from = Math.max(min, least);
        double to = Math.min(max, most);
        return new Axis(from, to, whole).widened();
    }

    Axis withWholeTicks() {
        return new Axis(min, max, true);
    }

    /** With room around a range that is hardly one. */
    Axis widened() {
        double size = Math.max(Math.abs(min), Math.abs(max));
        if (max - min > size * NARROWEST) {
            return this;
        }
        double room = size == 0 ? 0.5 : size / 20;
        return new Axis(min - room, max + room, whole);
    }

    double coordinate(double value) {
        return (value - offset()) * factor();
    }

    /** The label of a tick; empty between two whole numbers where only those count. */
    String label(double coordinate) {
        double value = coordinate / factor() + offset();
        if (whole) {
            return Math.abs(value - Math.rint(value)) < 1e-6 ? Digits.decimals(value, 0) : "";
        }
        int spanExponent = exponent(max - min);
        int sizeExponent = exponent(Math.max(Math.abs(min), Math.abs(max)));
        int digits = sizeExponent - spanExponent + 3;
        boolean far = sizeExponent >= 6 || sizeExponent < -4;
        // Rounding noise around zero must not print as 1e-22.
        double rounded = Math.abs(value) < (max - min) * 1e-6 ? 0 : value;
        return far && digits <= 7
                ? Digits.scientific(rounded, digits)
                : Digits.decimals(rounded, Math.max(0, 2 - spanExponent));
    }

    private double factor() {
        return Math.pow(10, -exponent(max - min));
    }

    /** A round number near {@code min} where all values are alike in their first digits, else 0. */
    private double offset() {
        double unit = Math.pow(10, exponent(max - min) + 1);
        return Math.abs(min) < 100 * unit ? 0 : Math.floor(min / unit) * unit;
    }

    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(value));
    }
}
