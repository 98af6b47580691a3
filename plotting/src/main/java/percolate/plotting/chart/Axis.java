package percolate.plotting.chart;

import java.util.List;

/**
 * The range of an axis, and where a value lies on it.
 *
 * @param min where it begins; above {@code max} on an axis that points backwards, as the rows of a matrix do
 * @param scale how values are spread over it
 */
public record Axis(double min, double max, Scale scale) {
    private static final double NARROWEST = 1e-9;

    /** An axis over numbers. */
    public static Axis linear(double min, double max) {
        return new Axis(min, max, Scale.LINEAR).widened();
    }

    /** An axis with a name at each of 0, 1, 2, … */
    public static Axis named(List<String> names) {
        return new Axis(-0.5, Math.max(1, names.size()) - 0.5, Scale.names(names));
    }

    /** The range of what can be drawn; around a single value there is room, and without any it goes from 0 to 1. */
    static Axis around(Extent extent) {
        return extent.isEmpty() ? linear(0, 1) : linear(extent.low(), extent.high());
    }

    /** The logarithmic range of what is above 0. */
    static Axis logarithmic(Extent extent) {
        if (extent.leastPositive() > extent.high()) {
            return new Axis(0.1, 10, Scale.LOGARITHMIC);
        }
        double room = Math.pow(10, 0.02 + Math.log10(extent.high() / extent.leastPositive()) * 0.03);
        return new Axis(extent.leastPositive() / room, extent.high() * room, Scale.LOGARITHMIC);
    }

    /** With room on both sides, {@code share} of the span each. */
    Axis padded(double share) {
        double room = (max - min) * share;
        return new Axis(min - room, max + room, scale);
    }

    /** Cut to what values can be. */
    Axis clipped(double least, double most) {
        double from = Math.max(min, least);
        double to = Math.min(max, most);
        return new Axis(from, to, scale).widened();
    }

    Axis withWholeTicks() {
        return new Axis(min, max, Scale.WHOLE);
    }

    /** Pointing the other way. */
    public Axis reversed() {
        return new Axis(max, min, scale);
    }

    /** With room around a range that is hardly one. */
    Axis widened() {
        double size = Math.max(Math.abs(min), Math.abs(max));
        if (max - min > size * NARROWEST) {
            return this;
        }
        double room = size == 0 ? 0.5 : size / 20;
        return new Axis(min - room, max + room, scale);
    }

    /** Whether a value has a place on it. */
    public boolean takes(double value) {
        return Extent.takes(value) && scale.takes(value);
    }

    /** Where a value lies: 0 at the axis' begin, 1 at its end. */
    public double share(double value) {
        double from = scale.of(min);
        return (scale.of(value) - from) / (scale.of(max) - from);
    }

    /** The value that lies at a share of the axis. */
    public double value(double share) {
        double from = scale.of(min);
        return scale.at(from + share * (scale.of(max) - from));
    }

    /** At most about as many ticks as given, at round values. */
    List<Tick> ticks(int most) {
        return scale.ticks(Math.min(min, max), Math.max(min, max), Math.max(2, most));
    }
}
