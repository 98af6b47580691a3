package percolate.plotting.network;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Theme;

/** Colours for the norms of gradients, by their logarithm from the smallest to the largest; none where there are none. */
record GradientScale(double least, double most) {
    static final GradientScale NONE = new GradientScale(Double.NaN, Double.NaN);

    private static final int STEPS = 60;

    /** From the finite norms above zero. */
    static GradientScale of(List<Double> norms) {
        var sizes = norms.stream()
                .filter(norm -> norm > 0 && Double.isFinite(norm))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        if (norms.isEmpty()) {
            return NONE;
        }
        return sizes.getCount() == 0
                ? new GradientScale(1e-8, 1)
                : new GradientScale(sizes.getMin(), Math.max(sizes.getMax(), sizes.getMin() * 10));
    }

    boolean isEmpty() {
        return Double.isNaN(least);
    }

    /** Pale for the smallest, strong for the largest, the warning's colour where it is no number. */
    Color color(double norm, Theme theme) {
        if (!Double.isFinite(norm)) {
            return theme.bad();
        }
        return norm <= 0 ? theme.grid() : at(Math.log(norm / least) / Math.log(most / least), theme);
    }

    private static Color at(double share, Theme theme) {
        var low = Theme.mix(theme.ground(), theme.color(3), 0.35);
        return share < 0.5
                ? Theme.mix(low, theme.color(3), 2 * share)
                : Theme.mix(theme.color(3), new Color(0xB0261E), 2 * share - 1);
    }

    /** A bar with its ends in numbers. */
    void paint(Graphics2D g, double y, double width, Theme theme) {
        double step = width / STEPS;
        for (int at = 0; at < STEPS; at++) {
            g.setColor(at((at + 0.5) / STEPS, theme));
            g.fill(new Rectangle2D.Double(at * step, y, step + 0.5, 8));
        }
        new Label(Digits.of(least, 2), theme.small(), theme.muted()).left(g, 0, y + 22);
        new Label("norm of the gradient", theme.small(), theme.muted()).centred(g, width / 2, y + 22);
        new Label(Digits.of(most, 2), theme.small(), theme.muted()).right(g, width, y + 22);
    }
}
