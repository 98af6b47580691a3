package percolate.plotting.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Model;
import percolate.Tensor;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * One image on its way through a network: the image with what its prediction hangs on, what every layer makes of it, and the
 * prediction.
 */
public final class Explanation extends Illustration<Explanation> {
    private static final int MOST_STATIONS = 9;
    private static final int MOST_MAPS = 4;
    private static final int MOST_CELLS = 48;
    private static final int MOST_CLASSES = 5;

    private final Subject subject;
    private final List<Station> stations;
    private final List<String> classes;
    private final int layers;

    private Explanation(
            Subject subject, List<Station> stations, List<String> classes, int layers, UnaryOperator<Picture> dress) {
        super(dress);
        this.subject = subject;
        this.stations = stations;
        this.classes = classes;
        this.layers = layers;
    }

    public static Explanation of(Model net, Tensor image) {
        var subject = Subject.of("explain", net, image);
        var activations = net.activations(subject.x());
        var stations = new ArrayList<Station>();
        stations.add(new Station(
                "input",
                subject.x().shape().dropFirst(1).toString(),
                List.of(subject.image(), Saliency.of(subject).field()),
                "saliency",
                false));
        var shown = chosen(net.names());
        for (var name : shown) {
            stations.add(station(name, activations.at(name)));
        }
        return new Explanation(subject, stations, List.of(), net.names().size(), UnaryOperator.identity());
    }

    /** All layers, of very many some at equal distances, the last one among them. */
    private static List<String> chosen(List<String> names) {
        int count = Math.min(MOST_STATIONS, names.size());
        return IntStream.range(0, count)
                .mapToObj(at -> names.get(count == 1 ? 0 : Math.round(at * (names.size() - 1f) / (count - 1))))
                .toList();
    }

    private static Station station(String name, Tensor activation) {
        var shape = activation.shape().dropFirst(1);
        if (shape.rank() == 3) {
            var maps = FeatureMaps.Maps.of(activation);
            var fields = IntStream.range(0, Math.min(MOST_MAPS, maps.count()))
                    .mapToObj(maps::field)
                    .toList();
            int more = maps.count() - fields.size();
            return new Station(
                    name, shape.toString(), fields, more == 0 ? "" : "and " + Digits.count(more) + " more", false);
        }
        var values = activation.toFloatArray();
        int cells = Math.min(MOST_CELLS, values.length);
        var span = Span.of(values).anchored();
        int more = values.length - cells;
        return new Station(
                name,
                shape.toString(),
                List.of(Field.of(values, 0, cells, 1, span, span.shade())),
                more == 0 ? "" : "and " + Digits.count(more) + " more",
                true);
    }

    /** With names for the classes, as {@code data.classes()} has them. */
    public Explanation classes(List<String> names) {
        if (names.size() != subject.output().length) {
            throw new IllegalArgumentException("explain: expected " + subject.output().length
                    + " names, one for each output of the network, got " + names.size());
        }
        return new Explanation(subject, stations, List.copyOf(names), layers, dress());
    }

    @Override
    protected Explanation with(UnaryOperator<Picture> other) {
        return new Explanation(subject, stations, classes, layers, other);
    }

    @Override
    protected Drawing drawing() {
        int shown = stations.size() - 1;
        return new Strip(stations, guesses(), shown < layers ? shown + " of " + layers + " layers" : "", words());
    }

    /** The likeliest classes, largest first; none where the network has one output. */
    private List<Strip.Guess> guesses() {
        if (subject.output().length == 1) {
            return List.of(new Strip.Guess(Digits.of(subject.output()[0]), 1));
        }
        var shares = subject.shares();
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted((one, other) -> Double.compare(shares[other], shares[one]))
                .limit(MOST_CLASSES)
                .map(at -> new Strip.Guess(classes.isEmpty() ? String.valueOf(at) : classes.get(at), shares[at]))
                .toList();
    }

    private String words() {
        var best = guesses().get(0);
        var layerNames = stations.stream().skip(1).map(Station::name).collect(Collectors.joining(", "));
        return "an image of " + subject.height() + " × " + subject.width() + " on its way through " + layerNames
                + " to "
                + (subject.output().length == 1
                        ? "the output " + best.name()
                        : "class " + best.name() + " (" + Digits.percent(best.share()) + ")");
    }
}
