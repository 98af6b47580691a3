package percolate.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.IntStream;
import percolate.Tensor;
import percolate.tensor.Matrices;

/**
 * How much each example takes the others for its neighbours: pᵢⱼ = (pⱼ|ᵢ + pᵢ|ⱼ)/2n, with pⱼ|ᵢ a Gaussian of the distance
 * whose width gives each example the same perplexity. Those beyond three times the perplexity count for nothing.
 */
final class Neighbours {
    private static final int TRIES = 64;
    private static final double CLOSE = 1e-5;
    private static final int ROWS = 1_000;

    private final int[][] numbers;
    private final double[][] shares;

    private Neighbours(int[][] numbers, double[][] shares) {
        this.numbers = numbers;
        this.shares = shares;
    }

    static Neighbours of(Tensor rows, double perplexity) {
        int n = rows.size(0);
        int count = (int) Math.min(n - 1, Math.ceil(3 * perplexity));
        var nearest = new int[n][];
        var given = new double[n][];
        for (int from = 0; from < n; from += ROWS) {
            var distances = Matrices.cdist(rows.slice(0, from, Math.min(n, from + ROWS)), rows)
                    .toFloatMatrix();
            for (int row = 0; row < distances.length; row++) {
                nearest[from + row] = nearest(distances[row], from + row, count);
                given[from + row] = shares(distances[row], nearest[from + row], perplexity);
            }
        }
        return both(nearest, given);
    }

    /** How many examples there are. */
    int size() {
        return numbers.length;
    }

    /** The neighbours of an example. */
    int[] of(int example) {
        return numbers[example];
    }

    /** pᵢⱼ of an example with each of {@link #of(int)}; all of all examples sum to 1. */
    double[] shares(int example) {
        return shares[example];
    }

    private static int[] nearest(float[] distances, int own, int count) {
        return IntStream.range(0, distances.length)
                .filter(j -> j != own)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> distances[j]))
                .limit(count)
                .mapToInt(j -> j)
                .toArray();
    }

    /** exp(−β d²)/Σ, with β such that the entropy is the perplexity's logarithm; found by halving. */
    private static double[] shares(float[] distances, int[] nearest, double perplexity) {
        double[] squares = Arrays.stream(nearest)
                .mapToDouble(j -> distances[j] * distances[j])
                .toArray();
        double least = squares[0];
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double beta = 1 / Math.max(Arrays.stream(squares).average().orElse(1) - least, Double.MIN_NORMAL);
        double[] shares = shares(squares, beta);
        for (int i = 0; i < TRIES; i++) {
            double excess = entropy(shares) - Math.log(perplexity);
            if (Math.abs(excess) < CLOSE) {
                break;
            }
            low = excess > 0 ? beta : low;
            high = excess > 0 ? high : beta;
            beta = Double.isInfinite(high) ? 2 * beta : (low + high) / 2;
            shares = shares(squares, beta);
        }
        return shares;
    }

    private static double[] shares(double[] squares, double beta) {
        double[] weights = Arrays.stream(squares)
                .map(d -> Math.exp(-beta * (d - squares[0])))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    private static double entropy(double... shares) {
        return -Arrays.stream(shares)
                .filter(p -> p > 0)
                .map(p -> p * Math.log(p))
                .sum();
    }

    /** Whom one takes for a neighbour takes the other for one too, half as much. */
    private static Neighbours both(int[][] nearest, double[][] given) {
        int n = nearest.length;
        var sums = IntStream.range(0, n)
                .mapToObj(i -> new TreeMap<Integer, Double>())
                .toList();
        for (int i = 0; i < n; i++) {
            for (int at = 0; at < nearest[i].length; at++) {
                double half = given[i][at] / (2 * n);
                sums.get(i).merge(nearest[i][at], half, Double::sum);
                sums.get(nearest[i][at]).merge(i, half, Double::sum);
            }
        }
        return new Neighbours(
                sums.stream()
                        .map(row -> row.keySet().stream().mapToInt(j -> j).toArray())
                        .toArray(int[][]::new),
                sums.stream()
                        .map(row -> row.values().stream().mapToDouble(p -> p).toArray())
                        .toArray(double[][]::new));
    }
}
