package percolate.plotting.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import percolate.Dataset;
import percolate.Model;
import percolate.Tensor;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;

/**
 * Where a network's code puts examples, or an embedding puts words: along the first principal components unless
 * {@link #tsne} says otherwise. In a notebook the pointer on a point tells which it is.
 */
public final class Embedded extends Illustration<Embedded> {
    private static final double CORNER = 35;
    /** With more words the picture is told, not written. */
    private static final int MOST_WRITTEN = 60;

    private final Vectors vectors;
    private final Projection projection;
    private final boolean deep;
    private final boolean pictured;
    private final double degrees;

    private Embedded(
            Vectors vectors,
            Projection projection,
            boolean deep,
            boolean pictured,
            double degrees,
            UnaryOperator<Picture> dress) {
        super(dress);
        this.vectors = vectors;
        this.projection = projection;
        this.deep = deep;
        this.pictured = pictured;
        this.degrees = degrees;
    }

    /** What a network, such as {@code net.upTo("code")}, gives for examples; coloured by their class. */
    public static Embedded of(Model net, Dataset data) {
        return of(Vectors.of(net, data));
    }

    /** @param vectors [words, dimensions], such as {@code net.weight("embedding1.weight")} */
    public static Embedded of(Tensor vectors, List<String> words) {
        return of(Vectors.of(vectors, words));
    }

    private static Embedded of(Vectors vectors) {
        return new Embedded(vectors, Projection.pca(vectors), false, false, CORNER, UnaryOperator.identity());
    }

    /** Along the directions of largest spread. */
    public Embedded pca() {
        return new Embedded(vectors, Projection.pca(vectors), deep, pictured, degrees, dress());
    }

    /** So that neighbours stay neighbours; of more than 1,000 points the first. */
    public Embedded tsne() {
        return new Embedded(vectors, Projection.tsne(vectors, deep), deep, pictured, degrees, dress());
    }

    /** In space, seen from a corner; {@link #turn} turns it. */
    public Embedded in3d() {
        return new Embedded(vectors, projection.inSpace(vectors), true, pictured, degrees, dress());
    }

    /** Turned around the upright axis, in degrees; 35 unless said. */
    public Embedded turn(Number by) {
        return new Embedded(vectors, projection, deep, pictured, by.doubleValue(), dress());
    }

    /**
     * With the examples' images in the place of points, as many as do not cover each other.
     *
     * @throws percolate.ShapeException if the examples are no images
     */
    public Embedded images() {
        vectors.images();
        return new Embedded(vectors, projection, deep, true, degrees, dress());
    }

    /** Where each point is on the picture, and what it is. */
    public List<Hover> hovers() {
        var hovers = new ArrayList<Hover>();
        dress().apply(Picture.of(drawing(hovers::add))).image();
        return hovers;
    }

    Vectors vectors() {
        return vectors;
    }

    @Override
    protected Embedded with(UnaryOperator<Picture> other) {
        return new Embedded(vectors, projection, deep, pictured, degrees, other);
    }

    @Override
    protected Drawing drawing() {
        return drawing(hover -> {});
    }

    private Drawing drawing(Consumer<Hover> told) {
        var cloud = vectors.cloud(projection.places());
        if (deep) {
            return new Room(cloud, degrees, projection.titles(), told);
        }
        var marks = new ArrayList<Mark>(pictured ? Thumbnails.of(cloud, vectors.images()) : cloud.points());
        marks.add(new Titles(cloud, vectors.areWords() && cloud.size() <= MOST_WRITTEN, told));
        return Plot.of(List.copyOf(marks))
                .withTitles(projection.titles().get(0), projection.titles().get(1))
                .withNote(projection.note())
                .withSize(520, 420);
    }
}
