package percolate.plotting.chart;

import java.awt.image.BufferedImage;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A matrix of numbers. */
public final class Cells {
    /** A picture shows no more; larger matrices are averaged. */
    private static final int MOST_PIXELS = 1_000;

    private final double[] values;
    private final int rows;
    private final int columns;

    private Cells(double[] values, int rows, int columns) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
    }

    /** @param values [rows, columns] in row-major order; copied */
    public static Cells of(double[] values, int rows, int columns) {
        if (values.length != (long) rows * columns) {
            throw new IllegalArgumentException("heatMap: expected " + rows + " × " + columns + " values, got "
                    + values.length + "; give one for each cell");
        }
        return new Cells(values.clone(), rows, columns);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double get(int row, int column) {
        return values[row * columns + column];
    }

    public Extent extent() {
        return Extent.of(values);
    }

    int gaps() {
        int count = 0;
        for (double value : values) {
            count += Extent.takes(value) ? 0 : 1;
        }
        return count;
    }

    /** A pixel for each cell, of very many for the mean of some. */
    BufferedImage image(Shading shading, Theme theme) {
        int height = Math.min(rows, MOST_PIXELS);
        int width = Math.min(columns, MOST_PIXELS);
        var map = shading.map(theme);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = mean(start(y, height, rows), start(y + 1, height, rows), x, width);
                image.setRGB(
                        x,
                        y,
                        Extent.takes(value)
                                ? map.rgb(shading.share(value))
                                : theme.pale().getRGB());
            }
        }
        return image;
    }

    private static int start(int pixel, int pixels, int cells) {
        return (int) ((long) pixel * cells / pixels);
    }

    /** Of the cells below a pixel; not a number where one of them is not finite. */
    private double mean(int fromRow, int toRow, int pixel, int pixels) {
        double sum = 0;
        int from = start(pixel, pixels, columns);
        int to = start(pixel + 1, pixels, columns);
        for (int row = fromRow; row < toRow; row++) {
            for (int column = from; column < to; column++) {
                sum += get(row, column);
            }
        }
        return sum / ((toRow - fromRow) * (to - from));
    }

    /** The value at a place between cells, straight from each to the next; not a number outside. */
    double between(double row, double column) {
        int top = (int) Math.min(Math.floor(row), rows - 2.0);
        int left = (int) Math.min(Math.floor(column), columns - 2.0);
        if (row < 0 || column < 0 || row > rows - 1 || column > columns - 1 || top < 0 || left < 0) {
            return Double.NaN;
        }
        double upper = mix(get(top, left), get(top, left + 1), column - left);
        double lower = mix(get(top + 1, left), get(top + 1, left + 1), column - left);
        return mix(upper, lower, row - top);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    /** The index of the first least value; nothing if none is finite. */
    OptionalInt lowest() {
        return IntStream.range(0, values.length)
                .filter(at -> Extent.takes(values[at]))
                .reduce((one, other) -> values[other] < values[one] ? other : one);
    }

    OptionalInt highest() {
        return IntStream.range(0, values.length)
                .filter(at -> Extent.takes(values[at]))
                .reduce((one, other) -> values[other] > values[one] ? other : one);
    }

    /** For example {@code 3 × 4 values, lowest -1 in row 0, column 2, highest 5 in row 2, column 0}. */
    String words() {
        var form = Digits.count(rows) + " × " + Digits.count(columns) + " values";
        var low = lowest();
        var high = highest();
        if (low.isEmpty() || high.isEmpty()) {
            return form + ", none of them finite";
        } else if (values[low.getAsInt()] == values[high.getAsInt()]) {
            return form + ", all " + Digits.of(values[low.getAsInt()]);
        }
        return form + ", lowest " + at(low.getAsInt()) + ", highest " + at(high.getAsInt());
    }

    private String at(int index) {
        return Digits.of(values[index]) + " in row " + index / columns + ", column " + index % columns;
    }
}
