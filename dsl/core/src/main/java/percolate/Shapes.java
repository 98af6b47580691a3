package percolate;

import java.util.List;
import percolate.data.Facts;
import percolate.data.generated.Scenes;

/**
 * Images of circles, squares and triangles in six colours, with smooth edges on grey: [3, 64, 64], float32 from 0 to 1. As it
 * stands, each image has one shape, and its kind is the label. The same seed gives the same images.
 */
public final class Shapes implements Dataset {
    private static final int SIDE = 64;

    private final Scenes scenes;
    private Dataset single;

    private Shapes(Scenes scenes) {
        this.scenes = scenes;
    }

    @Internal
    public static Shapes of(int n, long seed) {
        return new Shapes(new Scenes(n, seed, SIDE));
    }

    /** Images of so many pixels in each direction. */
    public Shapes side(int pixels) {
        return new Shapes(scenes.withSide(pixels));
    }

    /** Scenes of up to three shapes; y is the kind of each pixel, int64 [n, h, w]: 0 ground, 1 circle, 2 square, 3 triangle. */
    public Dataset masks() {
        return scenes.masks();
    }

    /**
     * Scenes of up to three shapes; y is float32 [n, 5 + 3, grid, grid]: for the cell in which a shape's middle lies 1, the
     * middle's x and y within the cell from 0 to 1, width and height as parts of the image, and a one-hot kind; 0 elsewhere.
     * Images have 16 pixels for each cell, 64 at least.
     *
     * @see <a href="https://arxiv.org/abs/1506.02640">Redmon et al. 2016</a>
     */
    public Dataset boxes(int grid) {
        return scenes.boxes(grid);
    }

    /**
     * Scenes of one or two shapes in words, such as "a small red circle left of a large blue square": x(0) images, x(1) words
     * from the beginning on, y words up to the end, filled up.
     */
    public Dataset captions() {
        return scenes.captions();
    }

    private synchronized Dataset single() {
        if (single == null) {
            single = scenes.single();
        }
        return single;
    }

    @Override
    public List<Tensor> inputs() {
        return single().inputs();
    }

    @Override
    public List<Tensor> targets() {
        return single().targets();
    }

    @Override
    public Facts facts() {
        return single().facts();
    }

    @Override
    public Dataset rows(long... examples) {
        return single().rows(examples);
    }

    @Override
    public int size() {
        return scenes.n();
    }

    @Override
    public String toString() {
        return single().toString();
    }
}
