package percolate.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Importance;
import percolate.Importance.Feature;
import percolate.Model;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.TensorDataset;
import percolate.engine.Array;
import percolate.tensor.Joining;
import percolate.tensor.RandomStream;

/** Exchanges one feature after the other among the examples, and measures the loss each time. */
public final class Permuted {
    private final Model net;
    private final Dataset data;
    private final int repetitions;
    private final RandomStream random;
    private final double loss;

    private Permuted(Model net, Dataset data, int repetitions, long seed) {
        this.net = net;
        this.data = data;
        this.repetitions = repetitions;
        this.random = new RandomStream(seed);
        this.loss = net.evaluate(data).loss();
    }

    /** @throws IllegalArgumentException if there are fewer than two examples, or no repetition */
    public static Importance of(Model net, Dataset data, int repetitions, long seed) {
        if (data.size() < 2) {
            throw new IllegalArgumentException(
                    "importance: expected two examples or more to exchange values among, got " + data.size());
        }
        if (repetitions < 1) {
            throw new IllegalArgumentException("importance: expected 1 repetition or more, got " + repetitions);
        }
        var permuted = new Permuted(net, data, repetitions, seed);
        return new Importance(permuted.loss, permuted.features());
    }

    private List<Feature> features() {
        var features = new ArrayList<Feature>();
        for (int input = 0; input < data.inputs().size(); input++) {
            var prefix = data.inputs().size() == 1 ? "x" : "x(" + input + ")";
            var example = data.inputs().get(input).shape().dropFirst(1);
            for (int at = 0; at < example.length(); at++) {
                features.add(feature(prefix + place(example, at), input, at));
            }
        }
        return features;
    }

    /** For example {@code [0, 7, 3]}. */
    private static String place(Shape example, int at) {
        var indices = new ArrayList<Integer>();
        int left = at;
        for (int axis = example.rank() - 1; axis >= 0; axis--) {
            indices.add(0, left % example.get(axis));
            left /= example.get(axis);
        }
        return indices.toString();
    }

    private Feature feature(String name, int input, int at) {
        double[] growth = IntStream.range(0, repetitions)
                .mapToDouble(i -> exchanged(input, at) - loss)
                .toArray();
        double mean = DoubleStream.of(growth).average().orElse(0);
        double squares =
                DoubleStream.of(growth).map(g -> (g - mean) * (g - mean)).sum();
        return new Feature(name, mean, repetitions == 1 ? 0 : Math.sqrt(squares / (repetitions - 1)));
    }

    private double exchanged(int input, int at) {
        var inputs = new ArrayList<>(data.inputs());
        inputs.set(input, exchanged(inputs.get(input), at));
        return net.evaluate(new TensorDataset(inputs, data.targets(), data.facts(), data.weights()))
                .loss();
    }

    /** The same examples, with this one of their numbers in another order. */
    private Tensor exchanged(Tensor x, int at) {
        int rows = x.size(0);
        var flat = x.reshape(rows, -1);
        var order =
                new Tensor(Array.of(random.permutation(rows), Shape.of(rows)).to(x.device()));
        var column = flat.slice(1, at, at + 1).get(order);
        int width = flat.size(1);
        var parts = new ArrayList<Tensor>();
        parts.add(flat.slice(1, 0, at));
        parts.add(column);
        parts.add(flat.slice(1, at + 1, width));
        return Joining.concat(1, parts).reshape(x.shape().toArray());
    }
}
