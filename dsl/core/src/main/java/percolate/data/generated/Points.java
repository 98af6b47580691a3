package percolate.data.generated;

import java.util.List;
import java.util.SplittableRandom;
import percolate.Dataset;
import percolate.data.Facts;
import percolate.data.TensorDataset;

/** Points in the plane, in classes, and points of a curve. */
public final class Points {
    private final String who;
    private final int n;
    private final double noise;
    private final SplittableRandom random;

    private Points(String who, int n, Number noise, long seed) {
        Made.count(who, n);
        Made.noise(who, noise);
        this.who = who;
        this.n = n;
        this.noise = noise.doubleValue();
        this.random = new SplittableRandom(seed);
    }

    /** Where the example of a class lies, before noise. */
    @FunctionalInterface
    private interface Place {
        /** @param t how far along its class the example is, from 0 to 1 */
        double[] of(int label, double t);
    }

    /** The truth table: (0, 0), (0, 1), (1, 0), (1, 1), of which the middle two are 1; y [4, 1], float32. */
    public static Dataset xor() {
        return new TensorDataset(
                List.of(Made.tensor(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2)),
                List.of(Made.tensor(new float[] {0, 1, 1, 0}, 4, 1)),
                Facts.none());
    }

    /** Half circles that reach into each other: (cos πt, sin πt) and (1 − cos πt, ½ − sin πt). */
    public static Dataset moons(int n, Number noise, long seed) {
        return new Points("moons", n, noise, seed)
                .classes((label, t) -> label == 0
                        ? new double[] {Math.cos(Math.PI * t), Math.sin(Math.PI * t)}
                        : new double[] {1 - Math.cos(Math.PI * t), 0.5 - Math.sin(Math.PI * t)});
    }

    /** r·(cos 2πt, sin 2πt), of radius 1 and within it of radius ½. */
    public static Dataset circles(int n, Number noise, long seed) {
        // The last point lies before the first one again, not on it.
        double turn = 2 * Math.PI * (1 - 2.0 / Math.max(2, n + 1));
        return new Points("circles", n, noise, seed).classes((label, t) -> {
            double radius = label == 0 ? 1 : 0.5;
            return new double[] {radius * Math.cos(turn * t), radius * Math.sin(turn * t)};
        });
    }

    /** Arms t·(sin φ, cos φ) with φ = 3.5πt, and half a turn further. */
    public static Dataset spirals(int n, Number noise, long seed) {
        return new Points("spirals", n, noise, seed).classes((label, t) -> {
            double angle = 3.5 * Math.PI * t + Math.PI * label;
            return new double[] {t * Math.sin(angle), t * Math.cos(angle)};
        });
    }

    /** Clouds about (−1, −1) and (1, 1), normally distributed. */
    public static Dataset gaussians(int n, Number noise, long seed) {
        return new Points("gaussians", n, noise, seed)
                .classes((label, t) -> new double[] {2 * label - 1, 2 * label - 1});
    }

    /** By turns of each class, evenly along it. */
    private Dataset classes(Place place) {
        if (n < 2) {
            throw new IllegalArgumentException(who + ": expected 2 points or more, one of each class, got " + n);
        }
        var x = new float[2 * n];
        var y = new long[n];
        int steps = Math.max(1, (n + 1) / 2 - 1);
        for (int i = 0; i < n; i++) {
            int label = i % 2;
            var at = place.of(label, (i - label) / (2.0 * steps));
            x[2 * i] = (float) (at[0] + noise * random.nextGaussian());
            x[2 * i + 1] = (float) (at[1] + noise * random.nextGaussian());
            y[i] = label;
        }
        return Made.labelled(Made.tensor(x, n, 2), y, "0", "1").shuffle(random.nextLong());
    }

    /** y = sin 3x + noise, with x drawn evenly from −1 to 1; x and y [n, 1]. */
    public static Dataset regression(int n, Number noise, long seed) {
        var points = new Points("regression", n, noise, seed);
        var x = new float[n];
        var y = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) (2 * points.random.nextDouble() - 1);
            y[i] = (float) (Math.sin(3 * x[i]) + points.noise * points.random.nextGaussian());
        }
        return new TensorDataset(List.of(Made.tensor(x, n, 1)), List.of(Made.tensor(y, n, 1)), Facts.none());
    }
}
