package percolate.plotting.chart;

import java.util.ArrayList;
import java.util.List;

/** Ticks at multiples of 1, 2 or 5 times a power of ten. */
final class RoundTicks {
    private RoundTicks() {}

    /** The least round step that is not below {@code least}. */
    static double step(double least) {
        double unit = Math.pow(10, Math.floor(Math.log10(least)));
        for (int times : new int[] {1, 2, 5}) {
            if (times * unit >= least * (1 - 1e-9)) {
                return times * unit;
            }
        }
        return 10 * unit;
    }

    static List<Tick> between(double low, double high, double step) {
        var ticks = new ArrayList<Tick>();
        int sizeExponent = exponent(Math.max(Math.abs(low), Math.abs(high)));
        for (double count = Math.ceil(low / step - 1e-6); count <= high / step + 1e-6; count++) {
            ticks.add(new Tick(count * step, label(count * step, step, sizeExponent)));
        }
        return ticks;
    }

    /** As many digits as neighbouring ticks need to differ. */
    private static String label(double value, double step, int sizeExponent) {
        int stepExponent = (int) Math.floor(Math.log10(step) + 1e-9);
        int digits = sizeExponent - stepExponent + 1;
        boolean far = sizeExponent >= 6 || sizeExponent < -4;
        return far && digits <= 7
                ? Digits.scientific(value, Math.max(1, digits))
                : Digits.decimals(value, Math.max(0, -stepExponent));
    }

    private static int exponent(double value) {
        return value == 0 ? 0 : (int) Math.floor(Math.log10(value));
    }
}
