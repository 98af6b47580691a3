package percolate.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.program.Comparison;
import percolate.program.Programs;
import percolate.tensor.RandomStream;

/**
 * Training steps by the native program: any number of them in one call, always the same ones. Step n is batch n mod
 * {@link #perEpoch} of epoch n / perEpoch, whose order of examples depends on the seed and the epoch alone.
 */
final class Steps {
    private final NativeProgram program;
    private final List<Array> weights;
    private final Map<String, List<Array>> moments = new LinkedHashMap<>();
    private final Array x;
    private final Array y;
    private final int rows;
    private final int batch;
    private final long seed;
    private final Array rate;
    private final Tally tally;

    private long[] order;
    private long orderOf = -1;

    /** Steps that change the model's weights. */
    static Steps training(Setup setup, Tensor x, Tensor targets) {
        return new Steps(setup, x, targets, setup.model().arrays());
    }

    /** The same steps on copies of the weights, to find out how long they take. */
    static Steps rehearsal(Setup setup, Tensor x, Tensor targets) {
        var copies = setup.model().arrays().stream()
                .map(w -> w.copy().requireGradient())
                .toList();
        return new Steps(setup, x, targets, copies);
    }

    private Steps(Setup setup, Tensor x, Tensor targets, List<Array> weights) {
        var graph = setup.model().graph();
        var output = graph.output(x.shape().dropFirst(1));
        var scoring = Score.scoring(output, targets);
        this.program = Programs.train(graph, setup.loss(), setup.optimizer(), setup.metrics(), scoring);
        var comparison = new Comparison(graph, setup.loss(), setup.metrics(), scoring);
        this.tally = new Tally(setup.loss(), setup.metrics(), comparison.counts());
        this.x = x.array();
        this.y = targets.array();
        this.rows = x.shape().get(0);
        this.batch = setup.batch();
        this.seed = setup.seed();
        this.rate = Array.of(new double[] {setup.optimizer().rate()}, Shape.of());
        this.weights = weights;
        for (var moment : setup.optimizer().moments()) {
            moments.put(
                    moment.name(),
                    weights.stream().map(w -> moment.begin(w.shape())).toList());
        }
    }

    /** An empty tally for the numbers of these steps. */
    Tally tally() {
        tally.clear();
        return tally;
    }

    int perEpoch() {
        return (rows + batch - 1) / batch;
    }

    /** How many examples step n has. */
    int size(long step) {
        return (int) Math.min(batch, rows - (step % perEpoch()) * batch);
    }

    /** Bytes of the examples of one step. */
    long bytes() {
        return x.shape().elementCount() / rows * x.dtype().bytes() * batch;
    }

    /**
     * Does steps {@code from} … {@code from + count − 1}.
     *
     * @return per step, what the loss and the metrics count in it
     */
    double[][] run(long from, int count) {
        int first = (int) (from % perEpoch());
        var plan = Array.of(new long[] {count, first, perEpoch(), batch, rows}, Shape.of(5));
        var examples = examples(from, count);
        var arguments = new NativeProgram.Arguments().add("ps", weights);
        moments.forEach(arguments::add);
        arguments.add(x).add(y).add(Array.of(examples, Shape.of(examples.length)));
        arguments.add(plan).add(rate);
        var scores = new Tensor(program.run(true, arguments).get(0)).toDoubleArray();
        var perStep = new double[count][];
        for (int i = 0, at = 0; i < count; i++) {
            perStep[i] = Arrays.copyOfRange(scores, at, at + tally.width(size(from + i)));
            at += perStep[i].length;
        }
        return perStep;
    }

    private long[] examples(long from, int count) {
        int total = 0;
        for (long step = from; step < from + count; step++) {
            total += size(step);
        }
        var examples = new long[total];
        int at = 0;
        for (long step = from; step < from + count; step++) {
            int start = (int) (step % perEpoch()) * batch;
            System.arraycopy(order(step / perEpoch()), start, examples, at, size(step));
            at += size(step);
        }
        return examples;
    }

    private long[] order(long epoch) {
        if (epoch != orderOf) {
            // 2⁶⁴ / φ, an odd number: neighbouring epochs get seeds that lie far apart, and no two the same.
            order = new RandomStream(seed + 0x9E3779B97F4A7C15L * (epoch + 1)).permutation(rows);
            orderOf = epoch;
        }
        return order;
    }
}
