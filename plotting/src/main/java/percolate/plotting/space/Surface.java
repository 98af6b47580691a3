package percolate.plotting.space;

import java.awt.Graphics2D;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Axis;
import percolate.plotting.chart.Cells;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Field;
import percolate.plotting.chart.Levels;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;
import percolate.plotting.chart.Shading;

/** A loss over a plane: bands of equal width in the logarithm of what it lies above its lowest. */
final class Surface implements Mark {
    private static final int BANDS = 14;
    /** Beside the span of the losses, what the lowest one counts for, so that its logarithm is finite. */
    private static final double FLOOR = 1e-3;

    private final Field field;
    private final String said;

    private Surface(Field field, String said) {
        this.field = field;
        this.said = said;
    }

    /** @param losses row by row from below */
    static Surface of(double[] losses, int side, Axis x, Axis y) {
        var extent = Extent.of(losses);
        double span = Math.max(1e-30, extent.high() - extent.low());
        var logs = DoubleStream.of(losses)
                .map(loss -> Extent.takes(loss) ? Math.log((loss - extent.low()) / span + FLOOR) : Double.NaN)
                .toArray();
        var cells = Cells.of(logs, side, side);
        var levels = Levels.of(IntStream.range(1, BANDS)
                .mapToDouble(at -> Math.log(FLOOR) * (1 - (double) at / BANDS))
                .toArray());
        var shading = new Shading(Math.log(FLOOR), 0, false);
        var field = new Field("", cells, Extent.of(x.min(), x.max()), Extent.of(y.min(), y.max()), shading, levels);
        return new Surface(field, words(losses, side, x, y, extent));
    }

    private static String words(double[] losses, int side, Axis x, Axis y, Extent extent) {
        if (extent.isEmpty()) {
            return "a loss that is nowhere finite";
        }
        int low = IntStream.range(0, losses.length)
                .filter(at -> losses[at] == extent.low())
                .findFirst()
                .orElse(0);
        int row = low / side;
        return "loss from " + Digits.of(extent.low()) + " at ("
                + Digits.of(x.value((low - row * side) / (side - 1.0))) + ", "
                + Digits.of(y.value(row / (side - 1.0))) + ") to " + Digits.of(extent.high());
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Mark named(String other) {
        return this;
    }

    @Override
    public Extent x() {
        return field.x();
    }

    @Override
    public Extent y() {
        return field.y();
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        field.paint(g, axes, pen);
    }

    @Override
    public String words() {
        return said;
    }
}
