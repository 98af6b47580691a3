package percolate.plotting.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import percolate.Dataset;
import percolate.ShapeException;
import percolate.plotting.chart.Drawing;

/**
 * A perceptron that learns to part two classes of points of a plane: example after example, over and over, and where it is
 * wrong, y·(w₀ + w₁x₁ + w₂x₂) ≤ 0, it adds: w ← w + η·y·(1, x₁, x₂). A step for each such update, and one for the end.
 *
 * @see <a href="https://doi.org/10.1037/h0042519">Rosenblatt 1958</a>
 */
public final class PerceptronSteps extends Moving<PerceptronSteps> {
    private static final int MOST_UPDATES = 100;
    private static final String DOUBT = "perhaps no line parts these classes";

    private final PlanePoints points;
    private final int[] y;
    private final List<String> names;
    private final Weights start;
    private final double rate;

    /** The weights after an update by one example, −1 where there was none. */
    private record Moment(Weights before, Weights after, int example, int pass) {}

    private record Weights(double w0, double w1, double w2) {
        double sum(double x1, double x2) {
            return w0 + w1 * x1 + w2 * x2;
        }

        Weights plus(double by, double x1, double x2) {
            return new Weights(w0 + by, w1 + by * x1, w2 + by * x2);
        }

        String written() {
            return Written.point(w0, w1, w2);
        }
    }

    /** @param y −1 or 1 for each point */
    private PerceptronSteps(Show show, PlanePoints points, int[] y, List<String> names, Weights start, double rate) {
        super(show);
        this.points = points;
        this.y = y;
        this.names = names;
        this.start = start;
        this.rate = rate;
    }

    /**
     * @param data x is [examples, 2], y has two different labels, of which the larger counts as 1, the other as −1
     */
    public static PerceptronSteps of(Dataset data) {
        var points = PlanePoints.of("perceptronSteps", data.x());
        var labels = data.y().toDoubleArray();
        var kinds = Arrays.stream(labels).distinct().sorted().toArray();
        if (labels.length != points.size() || kinds.length != 2) {
            throw new ShapeException("perceptronSteps: expected two classes, a label for each of " + points.size()
                    + " points, got " + labels.length + " labels of " + kinds.length
                    + (kinds.length == 1 ? " kind" : " kinds") + "; keep two classes");
        }
        var y = Arrays.stream(labels)
                .mapToInt(label -> label == kinds[1] ? 1 : -1)
                .toArray();
        return new PerceptronSteps(
                Show.USUAL,
                points,
                y,
                List.of("y = −1, label " + name(data, kinds[0]), "y = 1, label " + name(data, kinds[1])),
                new Weights(0, 0, 0),
                1);
    }

    private static String name(Dataset data, double label) {
        int at = (int) label;
        return at == label && at >= 0 && at < data.classes().size()
                ? data.classes().get(at)
                : Written.of(label);
    }

    @Override
    PerceptronSteps with(Show other) {
        return new PerceptronSteps(other, points, y, names, start, rate);
    }

    /** Starting at these weights; at zeros unless said. */
    public PerceptronSteps start(Number w0, Number w1, Number w2) {
        var weights = new Weights(w0.doubleValue(), w1.doubleValue(), w2.doubleValue());
        return new PerceptronSteps(show(), points, y, names, weights, rate);
    }

    /** The learning rate η; 1 unless said. */
    public PerceptronSteps rate(Number value) {
        if (!(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
            throw new IllegalArgumentException("perceptronSteps.rate: expected a learning rate above 0, got " + value
                    + "; 1 is usual, and from weights of 0 all rates lead to the same lines");
        }
        return new PerceptronSteps(show(), points, y, names, start, value.doubleValue());
    }

    /** The weights w₀, w₁, w₂ at the end. */
    public double[] weights() {
        var w = last();
        return new double[] {w.w0, w.w1, w.w2};
    }

    private Weights last() {
        var moments = learned();
        return moments.get(moments.size() - 1).after;
    }

    private List<Moment> learned() {
        var moments = new ArrayList<Moment>();
        var weights = start;
        int right = 0;
        for (int at = 0, pass = 1; right < points.size() && moments.size() < MOST_UPDATES; right++) {
            if (y[at] * sum(weights, at) <= 0) {
                var next = weights.plus(rate * y[at], points.x()[at], points.y()[at]);
                moments.add(new Moment(weights, next, at, pass));
                weights = next;
                right = -1;
            }
            pass += at == points.size() - 1 ? 1 : 0;
            at = (at + 1) % points.size();
        }
        moments.add(new Moment(weights, weights, -1, 0));
        return moments;
    }

    private double sum(Weights weights, int at) {
        return weights.sum(points.x()[at], points.y()[at]);
    }

    @Override
    List<? extends Drawing> make() {
        var moments = learned();
        var drawings = new ArrayList<Drawing>();
        for (int at = 0; at < moments.size(); at++) {
            drawings.add(drawing(moments.get(at), at + 1));
        }
        return drawings;
    }

    private Drawing drawing(Moment moment, int number) {
        var groups = Arrays.stream(y).map(label -> (label + 1) / 2).toArray();
        var marks = points.marks(groups, names);
        var plane = points.plane();
        marks.add(border("w·x = 0", moment.after, plane, false));
        if (moment.example >= 0) {
            marks.add(border("before", moment.before, plane, true));
            marks.add(0, new Ring("", points.x()[moment.example], points.y()[moment.example]));
        }
        return new Told(plane.plot(marks, "x₁", "x₂"), moment.example < 0 ? end(moment) : update(moment, number), 3);
    }

    private static Border border(String name, Weights w, Plane plane, boolean earlier) {
        return new Border(name, w.w1, w.w2, w.w0, middle(plane.x()), middle(plane.y()), earlier);
    }

    private static double middle(double[] range) {
        return (range[0] + range[1]) / 2;
    }

    private List<String> update(Moment moment, int number) {
        int at = moment.example;
        double x1 = points.x()[at];
        double x2 = points.y()[at];
        var w = moment.before;
        return List.of(
                "update " + number + ", pass " + moment.pass + ": example " + at + " at " + Written.point(x1, x2)
                        + " has y = " + Written.of(y[at]),
                "w·x = " + Written.of(w.w0) + " + " + Written.product(w.w1, x1) + " + " + Written.product(w.w2, x2)
                        + " = " + Written.of(sum(w, at)) + ", so y·w·x = " + Written.of(y[at] * sum(w, at) + 0.0)
                        + " is not above 0",
                "w ← " + w.written() + " + " + (rate == 1 ? "" : Written.of(rate) + "·") + Written.inner(y[at]) + "·"
                        + Written.point(1, x1, x2) + " = " + moment.after.written());
    }

    private long wrong(Weights weights) {
        long count = 0;
        for (int at = 0; at < points.size(); at++) {
            count += y[at] * sum(weights, at) <= 0 ? 1 : 0;
        }
        return count;
    }

    private List<String> end(Moment moment) {
        var lines = new ArrayList<>(List.of(outcome(moment.after)));
        lines.add("w = " + moment.after.written());
        if (wrong(moment.after) > 0) {
            lines.add(DOUBT);
        }
        return lines;
    }

    private String outcome(Weights weights) {
        long wrong = wrong(weights);
        return wrong == 0
                ? "all " + points.size() + " examples are on their side of the line"
                : wrong + " of " + points.size() + " examples are still wrong after " + MOST_UPDATES + " updates";
    }

    @Override
    public String alt() {
        var moments = learned();
        int updates = moments.size() - 1;
        return "perceptron, " + updates + (updates == 1 ? " update: " : " updates: ") + outcome(last()) + ", w = "
                + last().written() + (wrong(last()) == 0 ? "" : "; " + DOUBT);
    }
}
