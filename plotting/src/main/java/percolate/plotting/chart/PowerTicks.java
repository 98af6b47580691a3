package percolate.plotting.chart;

import java.util.ArrayList;
import java.util.List;

/** Ticks at powers of ten; within a few of these also at 2 and 5 times them. */
final class PowerTicks {
    private PowerTicks() {}

    static List<Tick> between(double low, double high, int most) {
        double decades = Math.log10(high / low);
        if (decades < 0.8) {
            return RoundTicks.between(low, high, RoundTicks.step((high - low) / most));
        }
        int every = Math.max(1, (int) Math.ceil(decades / most));
        var ticks = new ArrayList<Tick>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            if (Math.floorMod(power, every) == 0) {
                for (int times : decades * 3 <= most + 2 ? new int[] {1, 2, 5} : new int[] {1}) {
                    add(ticks, times * Math.pow(10, power), low, high);
                }
            }
        }
        return ticks;
    }

    private static void add(List<Tick> ticks, double value, double low, double high) {
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
            ticks.add(new Tick(value, Digits.of(value)));
        }
    }
}
