package percolate.plotting.notebook;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Model;
import percolate.plotting.chart.Axis;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Frame;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Rule;
import percolate.plotting.chart.Series;

/**
 * Whether a network is right as often as it says: how many predictions are right, over how sure it is of them, in ten ranges.
 *
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo et al. 2017, On calibration of modern neural networks, eq. 3</a>
 */
public final class CalibrationPicture {
    private static final int RANGES = 10;

    private final double[] sure = new double[RANGES];
    private final double[] right = new double[RANGES];
    private final int[] counts = new int[RANGES];

    private CalibrationPicture(int size, IntToDoubleFunction confidence, IntPredicate isRight) {
        for (int at = 0; at < size; at++) {
            double share = confidence.applyAsDouble(at);
            int range = (int) Math.min(RANGES - 1.0, share * RANGES);
            sure[range] += share;
            right[range] += isRight.test(at) ? 1 : 0;
            counts[range]++;
        }
    }

    public static Picture of(Model net, Dataset data) {
        if (Scores.isSingle(net, data)) {
            var scores = Scores.single("calibration", net, data);
            return new CalibrationPicture(scores.size(), scores::confidence, scores::isRight).picture(scores.size());
        }
        var predictions = Predictions.of("calibration", net, data.x(), data.y());
        return new CalibrationPicture(predictions.size(), predictions::confidence, predictions::isRight)
                .picture(predictions.size());
    }

    private Picture picture(int size) {
        double error = 0;
        var x = new double[RANGES];
        var y = new double[RANGES];
        for (int range = 0; range < RANGES; range++) {
            x[range] = sure[range] / counts[range];
            y[range] = right[range] / counts[range];
            error += Math.abs(sure[range] - right[range]) / size;
        }
        var frame = Frame.DATA.withX(Axis.linear(0, 1)).withY(Axis.linear(0, 1));
        var line = Series.of("", filled(x), filled(y)).withDots();
        return Picture.of(Plot.of(List.of(line, Rule.diagonal()))
                .withTitles("confidence", "share that is right")
                .withFrame(frame)
                .withSize(400, 380)
                .withNote(
                        "expected calibration error " + Digits.of(error) + " of " + Digits.count(size) + " examples"));
    }

    /** Only ranges with an example have a place. */
    private double[] filled(double[] values) {
        return IntStream.range(0, RANGES)
                .filter(range -> counts[range] > 0)
                .mapToDouble(range -> values[range])
                .toArray();
    }
}
