package percolate.plotting.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Model;
import percolate.Percolate;
import percolate.ShapeException;
import percolate.plotting.chart.Axis;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Frame;
import percolate.plotting.chart.Points;

/** Examples with two features and a class each, and the part of the plane they lie in. */
final class Plane {
    /** Places along each side that the network is asked at. */
    private static final int SIDE = 120;

    private static final double ROOM = 0.12;
    private static final int MOST_CLASSES = 50;

    private final double[] x;
    private final double[] y;
    private final double[] labels;
    private final List<String> names;
    private final boolean signed;
    private final double threshold;

    private Plane(double[] x, double[] y, double[] labels, List<String> names, boolean signed, double threshold) {
        this.x = x;
        this.y = y;
        this.labels = labels;
        this.names = names;
        this.signed = signed;
        this.threshold = threshold;
    }

    static Plane of(Dataset data) {
        var shape = data.x().shape();
        if (shape.rank() != 2 || shape.get(1) != 2 || shape.get(0) == 0) {
            throw new ShapeException("decisionRegions: expected examples with two features, [examples, 2], got " + shape
                    + "; take two of them, or embedding(net, data)");
        }
        if (data.targets().isEmpty() || data.y().shape().elementCount() != shape.get(0)) {
            throw new ShapeException("decisionRegions: expected one class label for each example, got "
                    + (data.targets().isEmpty()
                            ? "none"
                            : "targets of shape " + data.y().shape())
                    + "; take argmax(1) of one-hot targets");
        }
        var points = data.x().t().copy().toDoubleArray();
        int count = shape.get(0);
        var labels = data.y().toDoubleArray();
        boolean signed = Arrays.stream(labels).anyMatch(label -> label == -1);
        return new Plane(
                Arrays.copyOfRange(points, 0, count),
                Arrays.copyOfRange(points, count, 2 * count),
                checked(labels, signed),
                data.classes(),
                signed,
                signed ? 0 : 0.5);
    }

    private static double[] checked(double[] labels, boolean signed) {
        for (double label : labels) {
            boolean right =
                    signed ? Math.abs(label) == 1 : label >= 0 && label < MOST_CLASSES && label == Math.rint(label);
            if (!right) {
                throw new IllegalArgumentException(
                        "decisionRegions: expected classes numbered 0, 1, 2, …, or −1 and 1, got the" + " label "
                                + Digits.of(label) + "; for numbers take contours((x, y) -> …)");
            }
        }
        return labels;
    }

    Plane withThreshold(double output) {
        return new Plane(x, y, labels, names, signed, output);
    }

    /** The class of an example, from 0 on. */
    private int label(int at) {
        return signed ? (labels[at] > 0 ? 1 : 0) : (int) labels[at];
    }

    private String name(int label) {
        return label < names.size() ? names.get(label) : signed ? (label == 1 ? "1" : "−1") : String.valueOf(label);
    }

    /** The examples, class by class. */
    List<Points> points() {
        int classes = IntStream.range(0, x.length).map(this::label).max().orElse(0) + 1;
        var all = new ArrayList<Points>();
        for (int label = 0; label < classes; label++) {
            int its = label;
            var places =
                    IntStream.range(0, x.length).filter(at -> label(at) == its).toArray();
            all.add(Points.of(
                    name(label),
                    IntStream.of(places).mapToDouble(at -> x[at]).toArray(),
                    IntStream.of(places).mapToDouble(at -> y[at]).toArray()));
        }
        return all;
    }

    Frame frame() {
        return Frame.DATA.withX(horizontal()).withY(vertical());
    }

    private Axis horizontal() {
        return around(x);
    }

    private Axis vertical() {
        return around(y);
    }

    private static Axis around(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double room = high > low ? (high - low) * ROOM : 1;
        return Axis.linear(low - room, high + room);
    }

    /** What the network says all over the plane, and how many examples it is right about. */
    Territory divided(Model net) {
        var places = new float[SIDE * SIDE * 2];
        for (int at = 0; at < SIDE * SIDE; at++) {
            int row = at / SIDE;
            int column = at - row * SIDE;
            places[2 * at] = (float) horizontal().value((column + 0.5) / SIDE);
            places[2 * at + 1] = (float) vertical().value(1 - (row + 0.5) / SIDE);
        }
        var said = said(net, places);
        var examples = new float[x.length * 2];
        for (int at = 0; at < x.length; at++) {
            examples[2 * at] = (float) x[at];
            examples[2 * at + 1] = (float) y[at];
        }
        var own = said(net, examples);
        int right = (int) IntStream.range(0, x.length)
                .filter(at -> own.label(at) == label(at))
                .count();
        var classNames = IntStream.range(0, Math.max(own.classes(), 2))
                .mapToObj(this::name)
                .toList();
        return new Territory(said, SIDE, classNames, right + " of " + Digits.count(x.length) + " examples");
    }

    private Verdicts said(Model net, float[] places) {
        var outputs = net.predict(Percolate.tensor(places).reshape(-1, 2));
        if (outputs.shape().rank() != 2) {
            throw new ShapeException(
                    "decisionRegions: expected a network that gives [batch, classes] or [batch, 1], got "
                            + outputs.shape());
        }
        return Verdicts.of(outputs.toFloatArray(), outputs.size(1), threshold);
    }
}
