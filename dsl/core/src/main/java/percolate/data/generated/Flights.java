package percolate.data.generated;

import java.util.List;
import java.util.SplittableRandom;
import percolate.Dataset;
import percolate.Tensor;
import percolate.data.Facts;
import percolate.data.TensorDataset;

/** Flights of balls in a box, seen at equal times. */
public final class Flights {
    private static final int STEPS = 6;
    private static final int SIDE = 16;
    private static final double FASTEST = 0.15;
    /** How wide a ball looks, a part of the box. */
    private static final double WIDTH = 0.08;

    private final int n;
    private final float[] places;

    public Flights(int n, long seed) {
        Made.count("balls", n);
        this.n = n;
        this.places = new float[n * (STEPS + 1) * 2];
        var random = new SplittableRandom(seed);
        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < 2; axis++) {
                double start = random.nextDouble();
                double speed = FASTEST * (2 * random.nextDouble() - 1);
                for (int t = 0; t <= STEPS; t++) {
                    places[(i * (STEPS + 1) + t) * 2 + axis] = (float) bounced(start + t * speed);
                }
            }
        }
    }

    /** Where a straight line lies that is folded back at 0 and 1. */
    private static double bounced(double straight) {
        double folded = Math.abs(straight) % 2;
        return folded > 1 ? 2 - folded : folded;
    }

    private Tensor all() {
        return Made.tensor(places, n, STEPS + 1, 2);
    }

    public Dataset positions() {
        return with(all().slice(1, 0, STEPS));
    }

    private Dataset with(Tensor x) {
        var next = all().slice(1, STEPS, STEPS + 1).squeeze(1);
        return new TensorDataset(List.of(x), List.of(next), Facts.none());
    }

    /** A bright spot in each picture, e^(−d²/2w²) at the distance d from the ball. */
    public Dataset images() {
        var pixels = new float[n * STEPS * SIDE * SIDE];
        for (int frame = 0; frame < n * STEPS; frame++) {
            int at = (frame / STEPS * (STEPS + 1) + frame % STEPS) * 2;
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    double across = (column + 0.5) / SIDE - places[at];
                    double down = (row + 0.5) / SIDE - places[at + 1];
                    pixels[(frame * SIDE + row) * SIDE + column] =
                            (float) Math.exp(-(across * across + down * down) / (2 * WIDTH * WIDTH));
                }
            }
        }
        return with(Made.tensor(pixels, n, STEPS, 1, SIDE, SIDE));
    }
}
