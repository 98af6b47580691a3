package percolate.plotting.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import percolate.Percolate;
import percolate.plotting.chart.Axis;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Frame;

/** A plane through the space of weights, with coordinates on it. */
final class Slice {
    private static final int SIDE = 21;
    private static final double ROOM = 0.25;

    private final Terrain terrain;
    private final double[] origin;
    private final double[] right;
    private final double[] up;
    private final String xTitle;
    private final String yTitle;
    private Axis horizontal;
    private Axis vertical;

    private Slice(Terrain terrain, double[] origin, double[] right, double[] up, String xTitle, String yTitle) {
        this.terrain = terrain;
        this.origin = origin;
        this.right = right;
        this.up = up;
        this.xTitle = xTitle;
        this.yTitle = yTitle;
    }

    static Slice of(Terrain terrain, List<Way> ways) {
        var slice = terrain.size() == 2 ? ofTwo(terrain) : ways.isEmpty() ? atRandom(terrain) : along(terrain, ways);
        double least = terrain.size() == 2 ? Math.max(1, Math.abs(terrain.start()[0])) : 1;
        slice.horizontal = slice.axis(ways, slice.right, least);
        slice.vertical = slice.axis(ways, slice.up, least);
        return slice;
    }

    private static Slice ofTwo(Terrain terrain) {
        return new Slice(
                terrain, new double[2], new double[] {1, 0}, new double[] {0, 1}, terrain.name(0), terrain.name(1));
    }

    private static Slice atRandom(Terrain terrain) {
        var random = new Random(1);
        return new Slice(
                terrain,
                terrain.start(),
                terrain.direction(random),
                terrain.direction(random),
                "first random direction, in lengths of filters",
                "second direction");
    }

    /** The first two principal components of all points of all ways. */
    private static Slice along(Terrain terrain, List<Way> ways) {
        var points = ways.stream().flatMap(way -> way.points().stream()).toArray(double[][]::new);
        var pca = Percolate.pca(Percolate.tensor(points).to(Percolate.float32)).components(2);
        var directions = pca.directions().toDoubleArray();
        var explained = pca.explained().toDoubleArray();
        int size = terrain.size();
        return new Slice(
                terrain,
                terrain.start(),
                DoubleStream.of(directions).limit(size).toArray(),
                DoubleStream.of(directions).skip(size).toArray(),
                "first principal direction of the paths, " + Digits.percent(explained[0]) + " of their spread",
                "second direction, " + Digits.percent(explained[1]));
    }

    /** Around all ways; without any, around where the network is. */
    private Axis axis(List<Way> ways, double[] direction, double least) {
        var places = new ArrayList<Double>(List.of(along(terrain.start(), direction)));
        ways.forEach(way -> way.points().forEach(point -> places.add(along(point, direction))));
        double low = places.stream().min(Double::compare).orElse(0.0);
        double high = places.stream().max(Double::compare).orElse(0.0);
        double room = high > low ? (high - low) * ROOM : least;
        return Axis.linear(low - room, high + room);
    }

    private double along(double[] point, double[] direction) {
        double sum = 0;
        double length = 0;
        for (int at = 0; at < point.length; at++) {
            sum += (point[at] - origin[at]) * direction[at];
            length += direction[at] * direction[at];
        }
        return length == 0 ? 0 : sum / length;
    }

    double[] x(Way way) {
        return way.points().stream().mapToDouble(point -> along(point, right)).toArray();
    }

    double[] y(Way way) {
        return way.points().stream().mapToDouble(point -> along(point, up)).toArray();
    }

    String xTitle() {
        return xTitle;
    }

    String yTitle() {
        return yTitle;
    }

    Frame frame() {
        return Frame.DATA.withX(horizontal).withY(vertical);
    }

    Surface surface() {
        var losses = new double[SIDE * SIDE];
        for (int at = 0; at < losses.length; at++) {
            int row = at / SIDE;
            double x = horizontal.value((at - row * SIDE) / (SIDE - 1.0));
            double y = vertical.value(row / (SIDE - 1.0));
            losses[at] = terrain.loss(point(x, y));
        }
        return Surface.of(losses, SIDE, horizontal, vertical);
    }

    private double[] point(double x, double y) {
        var point = origin.clone();
        for (int at = 0; at < point.length; at++) {
            point[at] += x * right[at] + y * up[at];
        }
        return point;
    }
}
