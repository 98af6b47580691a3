package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import percolate.Dataset;
import percolate.Model;
import percolate.ShapeException;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Points;
import percolate.plotting.chart.Rule;

/** What a regression leaves: target − prediction over prediction, which should show no pattern around 0. */
public final class ResidualsPicture {
    private ResidualsPicture() {}

    public static Picture of(Model net, Dataset data) {
        var outputs = net.predict(data.x());
        if (data.size() == 0
                || outputs.shape().elementCount() != data.y().shape().elementCount()) {
            throw new ShapeException(
                    "residuals: expected one output for each target of one example or more, got outputs "
                            + outputs.shape() + " and targets " + data.y().shape()
                            + "; for classes there are confusion(net, data) and roc(net, data)");
        }
        var predicted = outputs.toDoubleArray();
        var targets = data.y().toDoubleArray();
        var residuals = new double[targets.length];
        Arrays.setAll(residuals, at -> targets[at] - predicted[at]);
        int each = targets.length / data.size();
        var marks = new ArrayList<Mark>();
        for (int output = 0; output < each; output++) {
            marks.add(Points.of(
                    each == 1 ? "" : "y[" + output + "]",
                    column(predicted, output, each),
                    column(residuals, output, each)));
        }
        marks.add(Rule.level(0, ""));
        return Picture.of(
                Plot.of(marks).withTitles("prediction", "target − prediction").withNote(note(targets, residuals)));
    }

    private static double[] column(double[] values, int column, int columns) {
        var picked = new double[values.length / columns];
        Arrays.setAll(picked, at -> values[at * columns + column]);
        return picked;
    }

    /** R² = 1 − Σ residual² / Σ (target − mean)². */
    private static String note(double[] targets, double[] residuals) {
        double mean = Arrays.stream(targets).average().orElse(0);
        double left = Arrays.stream(residuals).map(value -> value * value).sum();
        double all = Arrays.stream(targets)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        var root = "root mean square " + Digits.of(Math.sqrt(left / residuals.length));
        return all == 0 ? root : root + ", R² " + Digits.of(1 - left / all);
    }
}
