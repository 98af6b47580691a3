package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Points;

/** Points in the plane, their classes told by colour and shape. */
public final class ScatterPicture {
    private ScatterPicture() {}

    /** @param points [points, 2] */
    public static Picture of(Tensor points) {
        int count = points.shape().rank() == 0 ? 0 : points.shape().get(0);
        return of(points, IntStream.range(0, count).mapToObj(at -> "").toList());
    }

    /**
     * @param points [points, 2]
     * @param labels [points], the number of each one's class
     */
    public static Picture of(Tensor points, Tensor labels) {
        int count = (int) labels.shape().elementCount();
        var words = Labels.texts(labels, count);
        if (words.size() != count) {
            throw new ShapeException("scatter: expected one label for each point, [points], got " + labels.shape()
                    + "; take argmax(1) of one-hot labels");
        }
        return of(points, words);
    }

    public static Picture of(Tensor points, List<String> labels) {
        if (points.shape().rank() != 2 || points.shape().get(1) != 2) {
            throw new ShapeException("scatter: expected points of shape [points, 2], got " + points.shape()
                    + "; choose two columns, for example x.get(\":, 0:2\"), or take pca(2) of them");
        }
        int count = points.shape().get(0);
        if (labels.size() != count) {
            throw new ShapeException("scatter: expected one label for each of " + count + " points, got "
                    + labels.size() + "; give as many");
        }
        var values = points.toDoubleArray();
        var marks = new ArrayList<Points>();
        groups(labels)
                .forEach((name, rows) -> marks.add(Points.of(
                        name,
                        rows.stream().mapToDouble(row -> values[2 * row]).toArray(),
                        rows.stream().mapToDouble(row -> values[2 * row + 1]).toArray())));
        return Picture.of(Plot.of(marks).withTitles("x[0]", "x[1]").withSize(520, 380));
    }

    /** The rows of each class: numbers in their order, names in the order in which they come. */
    private static Map<String, List<Integer>> groups(List<String> labels) {
        var groups = new LinkedHashMap<String, List<Integer>>();
        labels.stream()
                .distinct()
                .sorted((one, other) -> one.matches("\\d{1,9}") && other.matches("\\d{1,9}")
                        ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
                        : 0)
                .forEach(name -> groups.put(name, new ArrayList<>()));
        for (int row = 0; row < labels.size(); row++) {
            groups.get(labels.get(row)).add(row);
        }
        return groups;
    }
}
