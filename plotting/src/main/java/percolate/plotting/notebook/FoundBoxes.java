package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Outline;

/**
 * Boxes written into the cells of a grid: for each cell whether there is one, its centre within the cell, its width and
 * height as shares of the image, and its class.
 *
 * @see <a href="https://arxiv.org/abs/1506.02640">Redmon et al. 2016, You only look once, section 2</a>
 */
final class FoundBoxes {
    private static final int PARTS = 5;
    private static final double THRESHOLD = 0.5;

    private final float[] values;
    private final int depth;
    private final int rows;
    private final int columns;
    private final List<String> classes;
    private final boolean shares;

    /** One, by its corners as shares of the image. */
    record Box(double left, double top, double right, double bottom, double sure, String label) {
        Outline outline(boolean found) {
            var words = found ? label + " " + Digits.percent(sure) : "";
            return new Outline(left, top, right, bottom, words.strip(), found);
        }

        double overlap(Box other) {
            double width = Math.min(right, other.right) - Math.max(left, other.left);
            double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            double both = Math.max(0, width) * Math.max(0, height);
            return both / (area() + other.area() - both);
        }

        private double area() {
            return (right - left) * (bottom - top);
        }
    }

    private FoundBoxes(Tensor grid, List<String> classes) {
        this.values = grid.toFloatArray();
        this.depth = grid.shape().get(1);
        this.rows = grid.shape().get(2);
        this.columns = grid.shape().get(3);
        this.classes = classes;
        this.shares = presences();
    }

    /** @param whose says in errors what has the wrong shape */
    static FoundBoxes in(String whose, Tensor grid, List<String> classes) {
        if (grid.shape().rank() != 4 || grid.shape().get(1) < PARTS) {
            throw new ShapeException(
                    "detections: expected " + whose + " to be [batch, 5 + classes, rows, columns], got " + grid.shape()
                            + "; end the network in conv2d(5 + classes, 1) and make the targets with boxes(grid)");
        }
        return new FoundBoxes(grid, classes);
    }

    /** Whether all presences lie between 0 and 1; else they are logits. */
    private boolean presences() {
        int cells = rows * columns;
        for (int from = 0; from < values.length; from += depth * cells) {
            for (int at = from; at < from + cells; at++) {
                if (!(values[at] >= 0 && values[at] <= 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What is more likely there than not, without what overlaps a surer one by more than half. */
    List<Box> of(int image) {
        var all = new ArrayList<Box>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = at(image, 0, row, column);
                double sure = shares ? value : 1 / (1 + Math.exp(-value));
                if (sure > THRESHOLD) {
                    all.add(box(image, row, column, sure));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Box::sure).reversed());
        var kept = new ArrayList<Box>();
        for (var box : all) {
            if (kept.stream().noneMatch(surer -> surer.overlap(box) > THRESHOLD)) {
                kept.add(box);
            }
        }
        return kept;
    }

    private Box box(int image, int row, int column, double sure) {
        double x = (column + at(image, 1, row, column)) / columns;
        double y = (row + at(image, 2, row, column)) / rows;
        double width = at(image, 3, row, column);
        double height = at(image, 4, row, column);
        int best = PARTS;
        for (int part = PARTS; part < depth; part++) {
            best = at(image, part, row, column) > at(image, best, row, column) ? part : best;
        }
        var label = depth == PARTS ? "" : Labels.name(classes, best - PARTS);
        return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2, sure, label);
    }

    private double at(int image, int part, int row, int column) {
        return values[((image * depth + part) * rows + row) * columns + column];
    }
}
