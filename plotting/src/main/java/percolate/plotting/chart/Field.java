package percolate.plotting.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Values over a plane as bands of colour, with a line between each two.
 *
 * @param cells row 0 lies at {@code y.low}, column 0 at {@code x.low}, the last ones at the other ends
 * @param x from where to where the columns reach
 * @param y from where to where the rows reach
 * @param colors which colour a value has
 * @param levels between which the bands lie, rising
 */
public record Field(String name, Cells cells, Extent x, Extent y, Shading colors, Levels levels) implements Mark {
    private static final int LINE_ALPHA = 90;

    /** With bands at round values. */
    public static Field of(Cells cells, double fromX, double toX, double fromY, double toY) {
        var range = Axis.around(cells.extent());
        var colors = new Shading(range.min(), range.max(), false);
        return new Field("", cells, Extent.of(fromX, toX), Extent.of(fromY, toY), colors, Levels.round(cells.extent()));
    }

    @Override
    public Field named(String other) {
        return new Field(other, cells, x, y, colors, levels);
    }

    public Field withShading(Shading other) {
        return new Field(name, cells, x, y, other, levels);
    }

    @Override
    public boolean fillsPlane() {
        return true;
    }

    @Override
    public Optional<Shading> shading() {
        return Optional.of(colors);
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        var area = axes.area();
        int width = (int) Math.max(1, area.getWidth() * Raster.SCALE);
        int height = (int) Math.max(1, area.getHeight() * Raster.SCALE);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var map = colors.map(pen.theme());
        int none = pen.theme().pale().getRGB();
        var columns = new double[width];
        for (int column = 0; column < width; column++) {
            columns[column] = column(axes.horizontal().value((column + 0.5) / width));
        }
        for (int row = 0; row < height; row++) {
            double at = row(axes.vertical().value(1 - (row + 0.5) / height));
            for (int column = 0; column < width; column++) {
                double value = cells.between(at, columns[column]);
                image.setRGB(column, row, Extent.takes(value) ? map.rgb(colors.share(levels.band(value))) : none);
            }
        }
        var place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / width, area.getHeight() / height);
        g.drawImage(image, place, null);
        lines(g, axes, pen.theme());
    }

    private void lines(Graphics2D g, Axes axes, Theme theme) {
        var ink = theme.ground();
        g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), LINE_ALPHA));
        g.setStroke(Theme.thin());
        for (double level : levels.values()) {
            for (var line : Contour.of(cells, level)) {
                g.draw(line.on(axes, this));
            }
        }
    }

    /** Where among the columns a value of x lies, 0 at the first. */
    private double column(double value) {
        return (value - x.low()) / (x.high() - x.low()) * (cells.columns() - 1);
    }

    private double row(double value) {
        return (value - y.low()) / (y.high() - y.low()) * (cells.rows() - 1);
    }

    double xAt(double column) {
        return x.low() + column / (cells.columns() - 1) * (x.high() - x.low());
    }

    double yAt(double row) {
        return y.low() + row / (cells.rows() - 1) * (y.high() - y.low());
    }

    @Override
    public String words() {
        var low = cells.lowest();
        var high = cells.highest();
        if (low.isEmpty() || high.isEmpty()) {
            return "a surface without a finite value";
        }
        return "surface over x from " + Digits.of(x.low()) + " to " + Digits.of(x.high()) + " and y from "
                + Digits.of(y.low()) + " to " + Digits.of(y.high()) + ", lowest " + at(low.getAsInt()) + ", highest "
                + at(high.getAsInt());
    }

    private String at(int index) {
        int row = index / cells.columns();
        int column = index % cells.columns();
        return Digits.of(cells.get(row, column)) + " at (" + Digits.of(xAt(column)) + ", " + Digits.of(yAt(row)) + ")";
    }

    @Override
    public int gaps(Axis horizontal, Axis vertical) {
        return cells.gaps();
    }
}
