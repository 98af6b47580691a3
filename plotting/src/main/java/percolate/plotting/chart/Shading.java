package percolate.plotting.chart;

import java.awt.Color;

/**
 * Which colour a value has: viridis over a range, or, where values have both signs, a diverging map with its middle at 0.
 *
 * @param low the value at the map's begin
 * @param high the value at its end
 * @param signed whether values have both signs
 */
public record Shading(double low, double high, boolean signed) {
    /** For values of this extent. */
    public static Shading of(Extent extent) {
        if (extent.isEmpty()) {
            return new Shading(0, 1, false);
        } else if (extent.low() < 0 && extent.high() > 0) {
            double most = Math.max(-extent.low(), extent.high());
            return new Shading(-most, most, true);
        }
        var range = Axis.linear(extent.low(), extent.high());
        return new Shading(range.min(), range.max(), false);
    }

    public ColorMap map(Theme theme) {
        return signed ? theme.diverging() : ColorMap.VIRIDIS;
    }

    public double share(double value) {
        return (value - low) / (high - low);
    }

    /** A value's colour; that of an empty cell where it is not finite. */
    public Color color(double value, Theme theme) {
        return Extent.takes(value) ? map(theme).at(share(value)) : theme.pale();
    }

    Axis axis() {
        return new Axis(low, high, Scale.LINEAR);
    }
}
