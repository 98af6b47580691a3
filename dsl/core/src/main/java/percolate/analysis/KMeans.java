package percolate.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.tensor.Joining;
import percolate.tensor.Matrices;
import percolate.tensor.RandomStream;

/**
 * k-means: clusters whose centres are the means of their examples. Lloyd's steps, each example to its nearest centre and each
 * centre to the mean of its examples, from the start of k-means++ until no example moves. A centre that loses all its
 * examples goes to the example that is furthest from its own.
 *
 * @see <a href="https://theory.stanford.edu/~sergei/papers/kMeansPP-soda.pdf">Arthur and Vassilvitskii 2007</a>
 */
public final class KMeans {
    private static final int MOST_STEPS = 300;

    private final Shape example;
    private final List<Tensor> history;
    private final long[] labels;
    private final double inertia;

    private KMeans(Shape example, List<Tensor> history, long[] labels, double inertia) {
        this.example = example;
        this.history = List.copyOf(history);
        this.labels = labels;
        this.inertia = inertia;
    }

    /** Clusters of examples [n, …] from the start of k-means++. */
    public static KMeans of(Tensor x, int k, long seed) {
        var rows = Rows.of("kMeans", x, 1);
        if (k < 1 || k > rows.size(0)) {
            throw new IllegalArgumentException(
                    "kMeans: expected 1 to " + rows.size(0) + " clusters, as many as there are examples, got " + k);
        }
        return lloyd(x.shape().dropFirst(1), rows, Start.of(rows, k, new RandomStream(seed)));
    }

    /** Clusters of examples [n, …] from these first centres, [k, …]. */
    public static KMeans of(Tensor x, Tensor centres) {
        var rows = Rows.of("kMeans", x, 1);
        var first = Rows.of("kMeans", centres, 1);
        if (!x.shape().dropFirst(1).equals(centres.shape().dropFirst(1)) || first.size(0) > rows.size(0)) {
            throw new ShapeException("kMeans: expected at most " + rows.size(0) + " centres of the examples' shape "
                    + x.shape().dropFirst(1) + ", got " + centres.shape());
        }
        return lloyd(x.shape().dropFirst(1), rows, first.to(rows.dtype()));
    }

    private static KMeans lloyd(Shape example, Tensor rows, Tensor start) {
        var history = new ArrayList<>(List.of(start));
        var nearest = Nearest.of(rows, start);
        for (int step = 0; step < MOST_STEPS && !Thread.currentThread().isInterrupted(); step++) {
            var centres = nearest.means(rows, start.size(0));
            var next = Nearest.of(rows, centres);
            history.add(centres);
            boolean settled = Arrays.equals(next.labels, nearest.labels);
            nearest = next;
            if (settled) {
                break;
            }
        }
        return new KMeans(example, history, nearest.labels, nearest.inertia());
    }

    /** The cluster of each example, 0 to k − 1, int64 [n]. */
    public Tensor labels() {
        return new Tensor(Array.of(labels, Shape.of(labels.length)));
    }

    /** The centres of the clusters, [k, …]. */
    public Tensor centres() {
        return shaped(history.get(history.size() - 1));
    }

    /** The centres before the first step and after each, [k, …] each. */
    public List<Tensor> history() {
        return history.stream().map(this::shaped).toList();
    }

    private Tensor shaped(Tensor rows) {
        return rows.reshape(example.prepend(rows.size(0)).toArray());
    }

    /** The sum of the squared distances of the examples to their centres. */
    public double inertia() {
        return inertia;
    }

    /** The nearest centre of each of other examples [n, …], int64 [n]. */
    public Tensor predict(Tensor x) {
        var rows = Rows.of("kMeans.predict", x, 1);
        if (!x.shape().dropFirst(1).equals(example)) {
            throw new ShapeException("kMeans.predict: expected examples of shape " + example + ", got "
                    + x.shape().dropFirst(1) + "; give examples of the shape that kMeans(…) was given");
        }
        return new Tensor(Array.of(Nearest.of(rows, history.get(history.size() - 1)).labels, Shape.of(rows.size(0))));
    }

    @Override
    public String toString() {
        return "kMeans of " + labels.length + " examples: " + history.get(0).size(0) + " clusters after "
                + (history.size() - 1) + " steps, inertia " + inertia;
    }

    /** Each example's nearest centre and its distance. */
    private static final class Nearest {
        private final long[] labels;
        private final double[] distances;

        private Nearest(long[] labels, double[] distances) {
            this.labels = labels;
            this.distances = distances;
        }

        static Nearest of(Tensor rows, Tensor centres) {
            var all = Matrices.cdist(rows, centres);
            return new Nearest(all.argmin(1).toLongArray(), all.min(1).toDoubleArray());
        }

        double inertia() {
            return Arrays.stream(distances).map(d -> d * d).sum();
        }

        /** The mean of each cluster. */
        Tensor means(Tensor rows, int k) {
            fill(k);
            var members = new Tensor(Array.of(labels, Shape.of(labels.length)))
                    .oneHot(k)
                    .to(rows.dtype());
            return members.t().mm(rows).div(members.sum(0).unsqueeze(1));
        }

        /** Gives each cluster without examples the one that is furthest from its centre and not alone there. */
        private void fill(int k) {
            var counts = new int[k];
            Arrays.stream(labels).forEach(label -> counts[(int) label]++);
            for (int cluster = 0; cluster < k; cluster++) {
                if (counts[cluster] == 0) {
                    int furthest = IntStream.range(0, labels.length)
                            .filter(i -> counts[(int) labels[i]] > 1)
                            .reduce((i, j) -> distances[j] > distances[i] ? j : i)
                            .orElseThrow();
                    counts[(int) labels[furthest]]--;
                    counts[cluster]++;
                    labels[furthest] = cluster;
                    distances[furthest] = 0;
                }
            }
        }
    }

    /** First centres that lie apart: each is an example, drawn by its squared distance to the nearest one before. */
    private record Start(Tensor rows, RandomStream random) {
        static Tensor of(Tensor rows, int k, RandomStream random) {
            return new Start(rows, random).centres(k);
        }

        private Tensor centres(int k) {
            var chosen = new ArrayList<Tensor>();
            var distances = rows.mean(1).times(0).plus(1);
            for (int i = 0; i < k; i++) {
                var weights = distances.sum().item() > 0 ? distances : distances.plus(1);
                int row = random.choice(weights).toInt();
                var centre = rows.slice(0, row, row + 1);
                chosen.add(centre);
                var far = Matrices.cdist(rows, centre).squeeze(1).square();
                distances = i == 0 ? far : distances.minimum(far);
            }
            return Joining.concat(0, chosen);
        }
    }
}
