package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A matrix as colours, row 0 on top, with a colour bar; numbers stand in cells that have room for them.
 *
 * @param cells the numbers
 * @param shading which colour a number has
 * @param frame names or numbers at rows and columns
 */
public record HeatMap(Cells cells, Shading shading, String xTitle, String yTitle, Frame frame) implements OnAxes {
    private static final double GAP = 14;
    private static final double NOTE_HEIGHT = 18;
    private static final double TITLE_HEIGHT = 24;
    private static final double LEAST_WITH_TEXT = 26;
    private static final int SIDE = 340;

    /** With the numbers of rows and columns at its sides, and colours over the range of its values. */
    public static HeatMap of(Cells cells) {
        return new HeatMap(cells, Shading.of(cells.extent()), "column", "row", Frame.DATA);
    }

    @Override
    public HeatMap withTitles(String x, String y) {
        return new HeatMap(cells, shading, x, y, frame);
    }

    /** With names of the columns and of the rows; an empty list leaves the numbers. */
    public HeatMap withNames(List<String> columns, List<String> rows) {
        var named = columns.isEmpty() ? frame : frame.withX(Axis.named(columns));
        return new HeatMap(
                cells,
                shading,
                xTitle,
                yTitle,
                rows.isEmpty() ? named : named.withY(Axis.named(rows).reversed()));
    }

    public HeatMap withShading(Shading other) {
        return new HeatMap(cells, other, xTitle, yTitle, frame);
    }

    @Override
    public OnAxes withLog(boolean x, boolean y) {
        throw new IllegalStateException(
                "heatMap: rows and columns are counted, they have no logarithmic axis; take log() of the values");
    }

    @Override
    public OnAxes withLegend(List<String> names) {
        throw new IllegalStateException(
                "heatMap: its colour bar is its legend; name its sides with axes(\"…\", \"…\")");
    }

    /** Cells are squares unless that made a needle of the picture. */
    @Override
    public Size size() {
        double ratio = Math.min(4, Math.max(0.25, (double) cells.columns() / Math.max(1, cells.rows())));
        double width = ratio >= 1 ? SIDE * Math.min(ratio, 1.6) : SIDE * Math.max(ratio, 0.4);
        return new Size((int) width + 100, (int) (width / ratio + 66));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double top = yTitle.isEmpty() ? 0 : TITLE_HEIGHT;
        double room = Math.max(1, height - top - (note().isEmpty() ? 0 : NOTE_HEIGHT));
        var bar = new ColorBar(shading);
        double barWidth = bar.width(g, room, theme);
        new Label(yTitle, theme.strong(), theme.ink()).within(g, width).left(g, 0, 12);
        new Label(note(), theme.small(), theme.muted()).within(g, width).left(g, 0, height - 3);
        var inner = (Graphics2D) g.create();
        inner.translate(0, top);
        var axes = Axes.paint(inner, Math.max(1, width - barWidth - GAP), room, columns(), rows(), xTitle, theme);
        var area = axes.area();
        image(inner, area, theme);
        numbers(inner, area, theme);
        bar.paint(inner, width - barWidth, area.getY(), area.getHeight(), theme);
        inner.dispose();
    }

    private Axis columns() {
        return frame.x() == null ? counted(cells.columns()) : frame.x();
    }

    private Axis rows() {
        return frame.y() == null ? counted(cells.rows()).reversed() : frame.y();
    }

    private static Axis counted(int count) {
        return new Axis(-0.5, Math.max(1, count) - 0.5, Scale.WHOLE);
    }

    private void image(Graphics2D g, Rectangle2D area, Theme theme) {
        if (cells.columns() == 0 || cells.rows() == 0) {
            return;
        }
        var image = cells.image(shading, theme);
        var place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(image, place, null);
    }

    private void numbers(Graphics2D g, Rectangle2D area, Theme theme) {
        double width = area.getWidth() / Math.max(1, cells.columns());
        double height = area.getHeight() / Math.max(1, cells.rows());
        if (Math.min(width, height) < LEAST_WITH_TEXT) {
            return;
        }
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                double value = cells.get(row, column);
                var text = Theme.textOn(shading.color(value, theme));
                var label = new Label(Extent.takes(value) ? Digits.of(value) : "–", theme.small(), text);
                if (label.width(g) <= width - 2) {
                    label.middle(g, area.getX() + (column + 0.5) * width, area.getY() + (row + 0.5) * height);
                }
            }
        }
    }

    private String note() {
        int gaps = cells.gaps();
        return gaps == 0
                ? ""
                : Digits.count(gaps) + (gaps == 1 ? " value is" : " values are") + " not finite and left out";
    }

    /** Small areas of even colour, or smooth ones. */
    @Override
    public boolean isFlat() {
        return false;
    }

    @Override
    public String alt() {
        return "heat map of " + cells.words() + (note().isEmpty() ? "" : "; " + note());
    }
}
