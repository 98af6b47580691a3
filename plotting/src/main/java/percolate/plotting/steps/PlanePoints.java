package percolate.plotting.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Points;

/** Points of a plane. */
@SuppressWarnings("ArrayRecordComponent") // many numbers, made here and compared with none
record PlanePoints(double[] x, double[] y) {
    private static final int MOST = 2_000;

    /** @param who says in errors whose points these are */
    static PlanePoints of(String who, Tensor points) {
        var shape = points.shape();
        if (shape.rank() != 2 || shape.get(1) != 2 || shape.get(0) == 0) {
            throw new ShapeException(who + ": expected points of a plane, [points, 2], got " + shape
                    + "; take two columns, for example x.get(\":, :2\")");
        }
        if (shape.get(0) > MOST) {
            throw new ShapeException(who + ": expected at most " + MOST + " points, which can be told apart, got "
                    + shape.get(0) + "; take some of them, for example x.get(\":500\")");
        }
        var values = points.toDoubleArray();
        if (Arrays.stream(values).anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    who + ": expected finite numbers, got some that are not; leave these points out");
        }
        return new PlanePoints(every(values, 0), every(values, 1));
    }

    private static double[] every(double[] values, int from) {
        return IntStream.range(0, values.length / 2)
                .mapToDouble(at -> values[2 * at + from])
                .toArray();
    }

    int size() {
        return x.length;
    }

    /** A mark for each group, named; {@code group} says of each point which one it is in. */
    List<Mark> marks(int[] group, List<String> names) {
        var marks = new ArrayList<Mark>();
        for (int number = 0; number < names.size(); number++) {
            int wanted = number;
            var its =
                    IntStream.range(0, size()).filter(at -> group[at] == wanted).toArray();
            var mark = Points.of(
                    names.get(number),
                    Arrays.stream(its).mapToDouble(at -> x[at]).toArray(),
                    Arrays.stream(its).mapToDouble(at -> y[at]).toArray());
            marks.add(new Coloured(mark, number));
        }
        return marks;
    }

    Plane plane() {
        return Plane.around(x, y);
    }
}
