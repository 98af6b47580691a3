package percolate.plotting.notebook;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import percolate.Shape;
import percolate.Tensor;
import percolate.plotting.chart.Cells;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.HeatMap;
import percolate.plotting.chart.Picture;

/** A tensor too large to read at a glance: the first of its matrices as colours, with its range. */
final class Thumbnail {
    /** Fewer values are all printed. */
    private static final int LEAST = 1_001;

    private static final int MOST = 4_000_000;

    private Thumbnail() {}

    /** HTML; nothing where it has few values, very many, or no two axes. */
    static Optional<String> of(Tensor tensor) {
        var shape = tensor.shape();
        long count = shape.elementCount();
        if (shape.rank() < 2 || count < LEAST || count > MOST) {
            return Optional.empty();
        }
        var values = tensor.toDoubleArray();
        int columns = shape.get(shape.rank() - 1);
        int rows = shape.get(shape.rank() - 2);
        var map = HeatMap.of(Cells.of(Arrays.copyOf(values, rows * columns), rows, columns));
        var picture = Picture.of(map.withTitles("", ""));
        var whole = picture.size();
        double share = Math.min(1, 260.0 / Math.max(whole.width(), whole.height()));
        int width = (int) Math.max(120, whole.width() * share);
        int height = (int) Math.max(90, whole.height() * share);
        return Optional.of(html(picture.size(width, height), words(tensor, shape, values), tensor.toString()));
    }

    private static String words(Tensor tensor, Shape shape, double[] values) {
        var extent = Extent.of(values);
        var form = shape + " " + tensor.dtype()
                + (extent.isEmpty()
                        ? ", no value is finite"
                        : ", values from " + Digits.of(extent.low()) + " to " + Digits.of(extent.high()));
        return shape.rank() == 2 ? form : form + "; below, its first matrix";
    }

    private static String html(Picture picture, String words, String values) {
        var size = picture.size();
        return "<div>" + words + "</div><img width=\"" + size.width() + "\" height=\"" + size.height() + "\" alt=\""
                + picture.alt() + "\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(picture.png())
                + "\"><details><summary>values</summary><pre>" + values + "</pre></details>";
    }
}
