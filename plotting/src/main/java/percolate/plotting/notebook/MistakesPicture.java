package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Model;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.ImageGrid;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Sentence;
import percolate.plotting.chart.Sign;
import percolate.plotting.chart.TextTable;
import percolate.plotting.chart.Tile;

/** The examples that a network is wrong about, most confident first: as images, or as a table where they are none. */
public final class MistakesPicture {
    private static final int MOST = 20;
    private static final int MOST_FEATURES = 6;
    private static final List<String> HEADER = List.of("example", "truth", "prediction", "confidence", "x");

    private final Dataset data;
    private final Predictions predictions;
    private final List<Integer> worst;
    private final int count;

    private MistakesPicture(Dataset data, Predictions predictions) {
        this.data = data;
        this.predictions = predictions;
        var wrong = IntStream.range(0, predictions.size())
                .filter(at -> !predictions.isRight(at))
                .boxed()
                .sorted(Comparator.comparing(predictions::confidence).reversed())
                .toList();
        this.count = wrong.size();
        this.worst = wrong.subList(0, Math.min(MOST, count));
    }

    public static Picture of(Model net, Dataset data) {
        var mistakes = new MistakesPicture(data, Predictions.of("mistakes", net, data.x(), data.y()));
        return Picture.of(mistakes.drawing());
    }

    private Drawing drawing() {
        if (worst.isEmpty()) {
            return new Sentence("no mistake among " + examples());
        }
        return Images.areIn(data.x()) ? grid() : table();
    }

    private ImageGrid grid() {
        var images = Images.of("mistakes", data.x());
        var tiles = worst.stream()
                .map(at -> new Tile(
                        images.pixels(at),
                        List.of(prediction(at) + "  " + confidence(at), "truth " + truth(at), "example " + at),
                        Optional.of(Sign.CROSS)))
                .toList();
        return new ImageGrid(tiles, note(), alt());
    }

    private TextTable table() {
        var x = data.x();
        int size = (int) x.shape().dropFirst(1).elementCount();
        var values = x.toDoubleArray();
        var rows = new ArrayList<List<String>>();
        for (int at : worst) {
            rows.add(List.of(
                    String.valueOf(at), truth(at), prediction(at), confidence(at), features(values, at * size, size)));
        }
        return new TextTable(HEADER, rows, note(), alt());
    }

    private static String features(double[] values, int from, int size) {
        var shown = IntStream.range(from, from + Math.min(size, MOST_FEATURES))
                .mapToObj(at -> Digits.of(values[at]))
                .collect(Collectors.joining(", "));
        return size > MOST_FEATURES ? shown + ", …" : shown;
    }

    private String note() {
        var all = Digits.count(count) + (count == 1 ? " mistake among " : " mistakes among ") + examples();
        return worst.size() == count ? all : "worst " + worst.size() + " of " + all;
    }

    private String examples() {
        return predictions.size() == 1 ? "1 example" : Digits.count(predictions.size()) + " examples";
    }

    private String alt() {
        return note() + ": "
                + worst.stream()
                        .map(at -> truth(at) + " taken for " + prediction(at) + " (" + confidence(at) + ")")
                        .collect(Collectors.joining(", "));
    }

    private String truth(int at) {
        return Labels.name(data.classes(), predictions.truth(at));
    }

    private String prediction(int at) {
        return Labels.name(data.classes(), predictions.prediction(at));
    }

    private String confidence(int at) {
        return Digits.percent(predictions.confidence(at));
    }
}
