package percolate.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The points of a t-SNE on their way: neighbours attract each other, all points push each other away, with momentum and a
 * gain for each coordinate that grows while its direction stays. For the first quarter neighbours attract twelve times as
 * strongly, so that clusters find together.
 */
final class Unfolding {
    private static final double FIRST_SCALE = 1e-4;
    private static final double EXAGGERATION = 12;
    private static final int MOST_EXAGGERATED = 250;
    private static final double LEAST_RATE = 50;
    private static final double LEAST_GAIN = 0.01;

    private final Neighbours neighbours;
    private final int n;
    private final int dimensions;
    private final double rate;
    private final double[] points;
    private final double[] moves;
    private final double[] gains;

    Unfolding(Neighbours neighbours, int dimensions, long seed) {
        this.neighbours = neighbours;
        this.n = neighbours.size();
        this.dimensions = dimensions;
        this.rate = Math.max(LEAST_RATE, n / EXAGGERATION / 4);
        this.points = new double[n * dimensions];
        this.moves = new double[points.length];
        this.gains = new double[points.length];
        var random = new SplittableRandom(seed);
        Arrays.setAll(points, i -> FIRST_SCALE * random.nextGaussian());
        Arrays.fill(gains, 1);
    }

    double[] points() {
        return points;
    }

    /** Takes the steps, unless it is interrupted; how many were taken. */
    int run(int steps) {
        int exaggerated = Math.min(MOST_EXAGGERATED, steps / 4);
        int step = 0;
        while (step < steps && !Thread.currentThread().isInterrupted()) {
            boolean first = step < exaggerated;
            move(slope(first ? EXAGGERATION : 1), first ? 0.5 : 0.8);
            step++;
        }
        return step;
    }

    private void move(double[] slope, double momentum) {
        for (int i = 0; i < points.length; i++) {
            boolean turned = slope[i] * moves[i] > 0;
            gains[i] = Math.max(LEAST_GAIN, turned ? gains[i] * 0.8 : gains[i] + 0.2);
            moves[i] = momentum * moves[i] - rate * gains[i] * slope[i];
            points[i] += moves[i];
        }
    }

    /** ∂KL/∂y = 4 Σⱼ (pᵢⱼ − qᵢⱼ)(yᵢ − yⱼ)/(1 + |yᵢ − yⱼ|²). */
    private double[] slope(double exaggeration) {
        var push = new double[points.length];
        // Each row sums for itself, so that the digits do not depend on the number of processors.
        double total = Arrays.stream(IntStream.range(0, n)
                        .parallel()
                        .mapToDouble(i -> push(i, push))
                        .toArray())
                .sum();
        var slope = new double[points.length];
        IntStream.range(0, n).parallel().forEach(i -> {
            pull(i, exaggeration, slope);
            for (int d = i * dimensions; d < (i + 1) * dimensions; d++) {
                slope[d] = 4 * (slope[d] - push[d] / total);
            }
        });
        return slope;
    }

    /** Adds up how much all others push one point, and gives the sum of its 1/(1 + |yᵢ − yⱼ|²). */
    private double push(int i, double[] into) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            if (j != i) {
                double near = near(i, j);
                sum += near;
                add(i, j, near * near, into);
            }
        }
        return sum;
    }

    private void pull(int i, double exaggeration, double[] into) {
        int[] numbers = neighbours.of(i);
        double[] shares = neighbours.shares(i);
        for (int at = 0; at < numbers.length; at++) {
            add(i, numbers[at], exaggeration * shares[at] * near(i, numbers[at]), into);
        }
    }

    private void add(int i, int j, double factor, double[] into) {
        for (int d = 0; d < dimensions; d++) {
            into[i * dimensions + d] += factor * (points[i * dimensions + d] - points[j * dimensions + d]);
        }
    }

    private double near(int i, int j) {
        double square = 0;
        for (int d = 0; d < dimensions; d++) {
            double apart = points[i * dimensions + d] - points[j * dimensions + d];
            square += apart * apart;
        }
        return 1 / (1 + square);
    }
}
