package percolate.plotting.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Series;

/** A function's curve with the tangent at a place. */
final class CurveGround implements Ground {
    private static final int SAMPLES = 121;
    private static final double TANGENT = 0.16;

    private final List<DescentSteps.Place> places;
    private final Plane plane;
    private final Series curve;

    CurveGround(List<DescentSteps.Place> places, Function<List<double[]>, double[]> f) {
        this.places = places;
        var way = Ground.along(places, places.size(), place -> place.at()[0]);
        var range = symmetric(Plane.around(way, way).x());
        var x = IntStream.range(0, SAMPLES)
                .mapToDouble(at -> range[0] + (range[1] - range[0]) * at / (SAMPLES - 1))
                .toArray();
        var y = f.apply(
                IntStream.range(0, SAMPLES).mapToObj(at -> new double[] {x[at]}).toList());
        this.curve = Series.of("f", x, y);
        this.plane = new Plane(range, Plane.around(x, y).y());
    }

    /** A way down one side shows some of the other side too. */
    private double[] symmetric(double[] range) {
        double end = places.get(places.size() - 1).at()[0];
        double room = 0.45 * Math.max(range[1] - end, end - range[0]);
        return Double.isFinite(end)
                ? new double[] {Math.min(range[0], end - room), Math.max(range[1], end + room)}
                : range;
    }

    @Override
    public Plot plot(int updates) {
        var place = places.get(updates);
        var marks = new ArrayList<Mark>();
        marks.add(new Ring("", place.at()[0], place.value()));
        marks.add(new Coloured(tangent(place), 1));
        marks.add(new Coloured(
                Series.of(
                                "way",
                                Ground.along(places, updates, one -> one.at()[0]),
                                Ground.along(places, updates, DescentSteps.Place::value))
                        .withDots(),
                2));
        marks.add(new Coloured(curve, 0));
        return plane.plot(marks, "x", "f(x)");
    }

    private Mark tangent(DescentSteps.Place place) {
        double x = place.at()[0];
        double wide = (plane.x()[1] - plane.x()[0]) * TANGENT;
        double high = (plane.y()[1] - plane.y()[0]) * 2 * TANGENT;
        double reach = Math.min(wide, high / Math.max(1e-12, Math.abs(place.gradient()[0])));
        double slope = place.gradient()[0];
        return Series.of("tangent", new double[] {x - reach, x + reach}, new double[] {
            place.value() - slope * reach, place.value() + slope * reach
        });
    }
}
