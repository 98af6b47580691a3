package percolate.plotting.notebook;

import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Model;
import percolate.plotting.chart.Confusion;
import percolate.plotting.chart.ConfusionChart;
import percolate.plotting.chart.Picture;

/** How often a network takes each class for each other. */
public final class ConfusionPicture {
    private ConfusionPicture() {}

    public static Picture of(Model net, Dataset data) {
        var predictions = Predictions.of("confusion", net, data.x(), data.y());
        var counts = new long[predictions.classes()][predictions.classes()];
        for (int at = 0; at < predictions.size(); at++) {
            counts[predictions.truth(at)][predictions.prediction(at)]++;
        }
        var names = IntStream.range(0, counts.length)
                .mapToObj(label -> Labels.name(data.classes(), label))
                .toList();
        return Picture.of(new ConfusionChart(new Confusion(counts, names)));
    }
}
