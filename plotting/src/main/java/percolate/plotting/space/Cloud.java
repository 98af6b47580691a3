package percolate.plotting.space;

import java.util.List;
import java.util.stream.IntStream;
import percolate.plotting.chart.Points;

/** Points in the plane or in space, with a class and a title each. */
final class Cloud {
    private final double[][] places;
    private final int[] labels;
    private final List<String> classes;
    private final List<String> titles;

    /**
     * @param places [dimensions][points]
     * @param labels the class of each
     * @param classes their names; one empty name where there are none
     * @param titles what each point is
     */
    Cloud(double[][] places, int[] labels, List<String> classes, List<String> titles) {
        this.places = places;
        this.labels = labels;
        this.classes = classes;
        this.titles = titles;
    }

    int size() {
        return labels.length;
    }

    double at(int dimension, int point) {
        return places[dimension][point];
    }

    double[] along(int dimension) {
        return places[dimension].clone();
    }

    int label(int point) {
        return labels[point];
    }

    List<String> classes() {
        return classes;
    }

    String title(int point) {
        return titles.get(point);
    }

    /** Those of the first two dimensions, class by class. */
    List<Points> points() {
        return IntStream.range(0, classes.size()).mapToObj(this::ofClass).toList();
    }

    private Points ofClass(int label) {
        var its = IntStream.range(0, size()).filter(at -> labels[at] == label).toArray();
        return Points.of(
                classes.get(label),
                IntStream.of(its).mapToDouble(at -> places[0][at]).toArray(),
                IntStream.of(its).mapToDouble(at -> places[1][at]).toArray());
    }
}
