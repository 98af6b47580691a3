package percolate.data.generated;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Tensor;
import percolate.data.Facts;
import percolate.data.TensorDataset;
import percolate.data.Translation;

/** Scenes of shapes with what is asked about them. */
public record Scenes(int n, long seed, int side) {
    private static final int SEVERAL = 3;
    private static final int CELL = 16;
    private static final int LEAST_SIDE = 8;

    public Scenes {
        Made.count("shapes", n);
        if (side < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "shapes.side: expected " + LEAST_SIDE + " pixels or more, got " + side + "; 64 is usual");
        }
    }

    public Scenes withSide(int pixels) {
        return new Scenes(n, seed, pixels);
    }

    /** The scenes, each with up to so many shapes. */
    private List<Scene> drawn(int most) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, n).mapToObj(i -> Scene.drawn(most, random)).toList();
    }

    private static Tensor images(List<Scene> scenes, int side) {
        int length = 3 * side * side;
        var pixels = new float[scenes.size() * length];
        for (int i = 0; i < scenes.size(); i++) {
            scenes.get(i).paint(pixels, i * length, side);
        }
        return Made.tensor(pixels, scenes.size(), 3, side, side);
    }

    /** One shape in each, whose kind is the label. */
    public Dataset single() {
        var scenes = drawn(1);
        var labels = scenes.stream().mapToLong(s -> s.things().get(0).kind()).toArray();
        return Made.labelled(images(scenes, side), labels, Thing.KINDS.toArray(String[]::new));
    }

    public Dataset masks() {
        var scenes = drawn(SEVERAL);
        var labels = new long[n * side * side];
        for (int i = 0; i < n; i++) {
            scenes.get(i).label(labels, i * side * side, side);
        }
        return new TensorDataset(
                List.of(images(scenes, side)),
                List.of(Made.tensor(labels, n, side, side)),
                Facts.none().withClasses(List.of("ground", "circle", "square", "triangle")));
    }

    public Dataset boxes(int grid) {
        if (grid < 1) {
            throw new IllegalArgumentException(
                    "shapes.boxes: expected a grid of 1 cell or more in each direction, got " + grid + "; 7 is usual");
        }
        var scenes = drawn(grid == 1 ? 1 : SEVERAL);
        int length = (5 + Thing.KINDS.size()) * grid * grid;
        var boxes = new float[n * length];
        for (int i = 0; i < n; i++) {
            scenes.get(i).box(boxes, i * length, grid);
        }
        return new TensorDataset(
                List.of(images(scenes, Math.max(side, CELL * grid))),
                List.of(Made.tensor(boxes, n, 5 + Thing.KINDS.size(), grid, grid)),
                Facts.none().withClasses(Thing.KINDS));
    }

    public Dataset captions() {
        var scenes = drawn(2);
        return Translation.said(
                List.of(images(scenes, side)), scenes.stream().map(Scene::words).toList(), null);
    }
}
