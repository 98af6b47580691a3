package percolate.plotting.notebook;

import java.util.List;
import java.util.Map;
import percolate.Tensor;
import percolate.plotting.chart.Bars;
import percolate.plotting.chart.Bins;
import percolate.plotting.chart.Boxes;
import percolate.plotting.chart.Picture;

/** Bars, histograms and boxes. */
public final class BarPicture {
    private static final String BARS = "values of shape [bars] or [bars, groups]";
    private static final String BOXES = "values of shape [values] or [values, boxes]";

    private BarPicture() {}

    public static Picture bars(Tensor values) {
        int count = values.shape().rank() == 0 ? 0 : values.shape().get(0);
        return bars(Numbers.numbered(count), values);
    }

    public static Picture bars(List<String> names, Tensor values) {
        var groups = Numbers.columns("bars", BARS, values);
        var titles = groups.size() == 1 ? List.<String>of() : Numbers.numbered(groups.size());
        return Picture.of(Bars.plot(names, titles, groups));
    }

    public static Picture bars(Map<String, ? extends Number> values) {
        var heights = values.values().stream().mapToDouble(Number::doubleValue).toArray();
        return Picture.of(Bars.plot(List.copyOf(values.keySet()), List.of(), List.of(heights)));
    }

    public static Picture histogram(Tensor values) {
        return Picture.of(Bins.of(values.toDoubleArray()).plot());
    }

    public static Picture histogram(Tensor values, int bins) {
        return Picture.of(Bins.of(values.toDoubleArray(), bins).plot());
    }

    public static Picture boxes(Tensor values) {
        var groups = Numbers.columns("boxes", BOXES, values);
        return Picture.of(Boxes.plot(Numbers.numbered(groups.size()), groups));
    }

    public static Picture boxes(List<String> names, Tensor values) {
        return Picture.of(Boxes.plot(names, Numbers.columns("boxes", BOXES, values)));
    }

    /** Groups of different sizes. */
    public static Picture boxes(Map<String, Tensor> groups) {
        return Picture.of(Boxes.plot(
                List.copyOf(groups.keySet()),
                groups.values().stream().map(Tensor::toDoubleArray).toList()));
    }
}
