package percolate.plotting.steps;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import percolate.plotting.chart.Cells;
import percolate.plotting.chart.Field;
import percolate.plotting.chart.Plot;

/** A surface as bands of equal height. */
final class SurfaceGround implements Ground {
    private static final int SIDE = 33;

    private final List<DescentSteps.Place> places;
    private final Plane plane;
    private final Field field;

    SurfaceGround(List<DescentSteps.Place> places, Function<List<double[]>, double[]> f) {
        this.places = places;
        this.plane = plane(places);
        var x = plane.x();
        var y = plane.y();
        var values = f.apply(IntStream.range(0, SIDE * SIDE)
                .mapToObj(at -> new double[] {between(x, at % SIDE), between(y, at / SIDE)})
                .toList());
        this.field = Field.of(Cells.of(values, SIDE, SIDE), x[0], x[1], y[0], y[1]);
    }

    /** As wide around the end as it is to the start, both ways alike, so that angles are true. */
    private static Plane plane(List<DescentSteps.Place> places) {
        var finite = places.stream().filter(DescentSteps.Place::isFinite).toList();
        var all = Plane.around(
                Ground.along(finite, finite.size(), place -> place.at()[0]),
                Ground.along(finite, finite.size(), place -> place.at()[1]));
        double half = Math.max(all.x()[1] - all.x()[0], all.y()[1] - all.y()[0]) * 0.62;
        double middleX = (all.x()[0] + all.x()[1]) / 2;
        double middleY = (all.y()[0] + all.y()[1]) / 2;
        return new Plane(
                new double[] {middleX - half * 1.4, middleX + half * 1.4},
                new double[] {middleY - half, middleY + half});
    }

    private static double between(double[] range, int at) {
        return range[0] + (range[1] - range[0]) * at / (SIDE - 1);
    }

    @Override
    public Plot plot(int updates) {
        var place = places.get(updates);
        var way = new Way(
                Ground.along(places, updates, one -> one.at()[0]), Ground.along(places, updates, one -> one.at()[1]));
        return plane.plot(List.of(new Ring("", place.at()[0], place.at()[1]), way, field), "x₁", "x₂");
    }
}
