package percolate.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Epoch;
import percolate.Model;
import percolate.Tensor;
import percolate.Watched;

/**
 * Keeps on the run, after every epoch, what the weights are, what flows through the layers, and the gradients of the epoch's
 * last batch; no number of the training depends on it.
 *
 * @param what some of {@link #ALL}
 */
record Watch(List<String> what) implements Inside {
    private static final List<String> ALL = List.of("gradients", "weights", "activations");
    private static final int EXAMPLES = 256;
    private static final int PARTS = 30;

    /** @throws IllegalArgumentException if something else is named, or nothing */
    Watch {
        if (what.isEmpty() || !ALL.containsAll(what)) {
            throw new IllegalArgumentException(
                    "train.watch: expected some of " + ALL + ", got " + what + "; write watch(\"gradients\")");
        }
        what = List.copyOf(what);
    }

    @Override
    public void epoch(Epoch epoch, Standing standing) {
        for (var kind : what) {
            values(kind, standing).forEach((name, value) -> standing.run().add(of(epoch.number(), kind, name, value)));
        }
    }

    private static Map<String, Tensor> values(String kind, Standing standing) {
        return switch (kind) {
            case "gradients" -> standing.gradients();
            case "weights" -> trained(standing.run().model());
            default -> standing.activations(EXAMPLES);
        };
    }

    private static Map<String, Tensor> trained(Model model) {
        var names = model.graph().weights().stream()
                .filter(entry -> entry.weight().trained())
                .map(entry -> entry.key())
                .collect(Collectors.toSet());
        var weights = new LinkedHashMap<>(model.weights());
        weights.keySet().retainAll(names);
        return weights;
    }

    private static Watched of(int epoch, String kind, String name, Tensor tensor) {
        var values = tensor.toDoubleArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> v * v).sum();
        double spread = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double least = Arrays.stream(values).min().orElse(Double.NaN);
        double most = Arrays.stream(values).max().orElse(Double.NaN);
        return new Watched(
                epoch,
                kind,
                name,
                Math.sqrt(squares),
                mean,
                Math.sqrt(spread / values.length),
                least,
                most,
                counts(least, most, values));
    }

    private static List<Integer> counts(double least, double most, double... values) {
        var counts = new int[PARTS];
        for (double value : values) {
            double share = most > least ? (value - least) / (most - least) : 0;
            counts[(int) Math.min(PARTS - 1, share * PARTS)]++;
        }
        return IntStream.of(counts).boxed().toList();
    }

    @Override
    public void check(List<String> names) {}
}
