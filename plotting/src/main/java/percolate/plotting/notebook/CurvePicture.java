package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import percolate.Dataset;
import percolate.Model;
import percolate.plotting.chart.Axis;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Frame;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Rule;
import percolate.plotting.chart.Series;

/** What a classifier would find and mistake at every threshold. */
public final class CurvePicture {
    private CurvePicture() {}

    /** The true over the false positive rate, with the area below. */
    public static Picture roc(Model net, Dataset data) {
        var lines = new ArrayList<Mark>();
        var rankings = Scores.rankings("roc", net, data);
        rankings.forEach((name, ranking) -> lines.add(Series.of(
                title(rankings, name) + "area " + Digits.of(ranking.area()),
                ranking.falsePositiveRates(),
                ranking.truePositiveRates())));
        lines.add(Rule.diagonal());
        return square(lines, "false positive rate", "true positive rate");
    }

    /** Precision over recall, with the average precision. */
    public static Picture precisionRecall(Model net, Dataset data) {
        var lines = new ArrayList<Mark>();
        var rankings = Scores.rankings("precisionRecall", net, data);
        rankings.forEach((name, ranking) -> lines.add(steps(
                title(rankings, name) + "average precision " + Digits.of(ranking.averagePrecision()),
                ranking.truePositiveRates(),
                ranking.precisions())));
        return square(lines, "recall", "precision");
    }

    private static String title(Map<String, Ranking> rankings, String name) {
        return rankings.size() == 1 ? "" : name + ", ";
    }

    /** Each precision holds from the recall before up to its own. */
    private static Series steps(String name, double[] x, double[] y) {
        var atX = new double[2 * x.length - 1];
        var atY = new double[atX.length];
        for (int at = 0; at < x.length; at++) {
            atX[2 * at] = x[at];
            atY[2 * at] = y[at];
            if (at > 0) {
                atX[2 * at - 1] = x[at - 1];
                atY[2 * at - 1] = y[at];
            }
        }
        return Series.of(name, atX, atY);
    }

    private static Picture square(List<Mark> lines, String x, String y) {
        var frame = Frame.DATA.withX(Axis.linear(0, 1)).withY(Axis.linear(0, 1));
        boolean one = lines.stream().filter(line -> !line.name().isEmpty()).count() == 1;
        return Picture.of(Plot.of(lines)
                .withTitles(x, y)
                .withFrame(frame)
                .withSize(400, 380)
                .withNote(one ? lines.get(0).name() : ""));
    }
}
