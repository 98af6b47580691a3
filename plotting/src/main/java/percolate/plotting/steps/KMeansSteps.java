package percolate.plotting.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Drawing;

/**
 * Points of a plane that are grouped around k centres: each point goes to its nearest centre, each centre moves to the mean of
 * its points, over and over until no point changes its group. A step for each half. A centre without points stays.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1982.1056489">Lloyd 1982</a>
 */
public final class KMeansSteps extends Moving<KMeansSteps> {
    private static final int MOST_GROUPS = 6;
    private static final int MOST_ROUNDS = 50;

    private final PlanePoints points;
    private final double[][] start;

    /** @param centres [k][2] */
    @SuppressWarnings("ArrayRecordComponent") // many numbers, made here and compared with none
    private record Moment(double[][] centres, int[] groups, List<String> lines) {}

    private KMeansSteps(Show show, PlanePoints points, double[][] start) {
        super(show);
        this.points = points;
        this.start = start;
    }

    /** @param points [points, 2] */
    public static KMeansSteps of(Tensor points, int k) {
        var all = PlanePoints.of("kMeansSteps", points);
        if (k < 1 || k > MOST_GROUPS || k > all.size()) {
            throw new IllegalArgumentException("kMeansSteps: expected 1 to " + Math.min(MOST_GROUPS, all.size())
                    + " groups for " + all.size() + " points, got " + k + "; 3 is a beginning");
        }
        return new KMeansSteps(Show.USUAL, all, drawn(all, k, 1));
    }

    /** Different points, drawn at random. */
    private static double[][] drawn(PlanePoints points, int k, long seed) {
        return new Random(seed)
                .ints(0, points.size())
                .distinct()
                .limit(k)
                .mapToObj(at -> new double[] {points.x()[at], points.y()[at]})
                .toArray(double[][]::new);
    }

    @Override
    KMeansSteps with(Show other) {
        return new KMeansSteps(other, points, start);
    }

    /** Starting at other points, drawn from this seed; 1 unless said. */
    public KMeansSteps seed(long seed) {
        return new KMeansSteps(show(), points, drawn(points, start.length, seed));
    }

    /** Starting at these centres, [k, 2]. */
    public KMeansSteps start(Tensor centres) {
        var shape = centres.shape();
        if (shape.rank() != 2 || shape.get(0) != start.length || shape.get(1) != 2) {
            throw new ShapeException("kMeansSteps.start: expected centres [" + start.length + ", 2], got " + shape
                    + "; give one point for each group");
        }
        var values = centres.toDoubleArray();
        return new KMeansSteps(
                show(),
                points,
                IntStream.range(0, start.length)
                        .mapToObj(at -> new double[] {values[2 * at], values[2 * at + 1]})
                        .toArray(double[][]::new));
    }

    /** The centres at the end, [k][2]. */
    public double[][] centres() {
        var moments = moved();
        return Arrays.stream(moments.get(moments.size() - 1).centres)
                .map(double[]::clone)
                .toArray(double[][]::new);
    }

    private List<Moment> moved() {
        var moments = new ArrayList<Moment>();
        var centres = start;
        int[] groups = null;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            var nearest = nearest(centres);
            int changed = groups == null ? points.size() : changes(groups, nearest);
            boolean first = groups == null;
            groups = nearest;
            moments.add(new Moment(centres, groups, assigned(round, first, changed, centres, groups)));
            if (changed == 0) {
                return moments;
            }
            var means = means(centres, groups);
            moments.add(new Moment(means, groups, walked(round, centres, means)));
            centres = means;
        }
        return moments;
    }

    private int[] nearest(double[][] centres) {
        return IntStream.range(0, points.size())
                .map(at -> {
                    int best = 0;
                    for (int centre = 1; centre < centres.length; centre++) {
                        best = square(at, centres[centre]) < square(at, centres[best]) ? centre : best;
                    }
                    return best;
                })
                .toArray();
    }

    private double square(int at, double[] centre) {
        double x = points.x()[at] - centre[0];
        double y = points.y()[at] - centre[1];
        return x * x + y * y;
    }

    private static int changes(int[] before, int[] after) {
        return (int) IntStream.range(0, before.length)
                .filter(at -> before[at] != after[at])
                .count();
    }

    private double[][] means(double[][] centres, int[] groups) {
        var means = new double[centres.length][];
        for (int centre = 0; centre < centres.length; centre++) {
            int wanted = centre;
            var its = IntStream.range(0, points.size())
                    .filter(at -> groups[at] == wanted)
                    .toArray();
            means[centre] = its.length == 0
                    ? centres[centre]
                    : new double[] {
                        Arrays.stream(its).mapToDouble(at -> points.x()[at]).sum() / its.length,
                        Arrays.stream(its).mapToDouble(at -> points.y()[at]).sum() / its.length
                    };
        }
        return means;
    }

    private double inertia(double[][] centres, int[] groups) {
        return IntStream.range(0, points.size())
                .mapToDouble(at -> square(at, centres[groups[at]]))
                .sum();
    }

    private List<String> assigned(int round, boolean first, int changed, double[][] centres, int[] groups) {
        var what = first
                ? "each of " + points.size() + " points goes to its nearest centre"
                : changed == 0
                        ? "no point changes its group: done"
                        : changed + (changed == 1 ? " point changes its group" : " points change their groups");
        return List.of(
                "round " + round + ": " + what,
                "sum of squared distances to the own centre " + Written.of(inertia(centres, groups)));
    }

    private static List<String> walked(int round, double[][] before, double[][] after) {
        double longest = 0;
        for (int at = 0; at < before.length; at++) {
            longest = Math.max(longest, Math.hypot(after[at][0] - before[at][0], after[at][1] - before[at][1]));
        }
        var places = Arrays.stream(after).map(Written::point).toList();
        return List.of(
                "round " + round + ": each centre moves to the mean of its points, at most by " + Written.of(longest),
                "centres " + String.join(" ", places));
    }

    @Override
    List<? extends Drawing> make() {
        return moved().stream().map(this::drawing).toList();
    }

    private Drawing drawing(Moment moment) {
        var names =
                IntStream.range(0, start.length).mapToObj(at -> "group " + at).toList();
        var marks = points.marks(moment.groups, names);
        for (int at = start.length - 1; at >= 0; at--) {
            marks.add(0, new Centre(at, moment.centres[at][0], moment.centres[at][1]));
        }
        return new Told(points.plane().plot(marks, "x₁", "x₂"), moment.lines, 2);
    }

    @Override
    public String alt() {
        var moments = moved();
        var last = moments.get(moments.size() - 1);
        var sizes = IntStream.range(0, start.length)
                .mapToObj(group -> String.valueOf(
                        Arrays.stream(last.groups).filter(at -> at == group).count()))
                .toList();
        return "k-means of " + points.size() + " points in " + start.length + " groups of " + String.join(", ", sizes)
                + ", after " + (moments.size() + 1) / 2 + " rounds, squared distances "
                + Written.of(inertia(last.centres, last.groups));
    }
}
