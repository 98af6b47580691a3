package percolate.plotting.vision;

import percolate.plotting.chart.ColorMap;
import percolate.plotting.chart.Digits;

/** What is shown as the darkest and as the brightest of some numbers; what is not finite does not count. */
record Span(double low, double high) {
    static Span of(float[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low <= high ? new Span(low, high) : new Span(0, 0);
    }

    boolean isSigned() {
        return low < 0 && high > 0;
    }

    /** Around zero where there are numbers on both sides of it, so that zero is the middle; from zero up where all are positive. */
    Span anchored() {
        double most = Math.max(Math.abs(low), Math.abs(high));
        return low < 0 ? new Span(-most, most) : new Span(0, high);
    }

    /** The shade that such numbers have. */
    ColorMap shade() {
        return low < 0 ? Shade.SIGNED : Shade.SIZE;
    }

    /** Where a value lies, from 0 to 1; in the middle where all are equal. */
    double share(double value) {
        return high > low || Double.isNaN(value) ? (value - low) / (high - low) : high == 0 ? 0 : 0.5;
    }

    String words() {
        return low == 0 && high == 0 ? "all 0" : Digits.of(low) + " to " + Digits.of(high);
    }
}
