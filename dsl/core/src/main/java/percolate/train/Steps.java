package percolate.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import percolate.Loss;
import percolate.Model;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.model.Carried;
import percolate.program.Comparison;
import percolate.program.Forward;
import percolate.program.Mode;
import percolate.program.Programs;
import percolate.program.Roles;
import percolate.tensor.RandomStream;

/**
 * Training steps by the native program: any number of them in one call, always the same ones. Step n is batch n mod
 * {@link #perEpoch} of epoch n / perEpoch, whose order of examples depends on the seed and the epoch alone; layers that take
 * states over from one batch to the next get the examples in their own order.
 */
final class Steps {
    private final NativeProgram program;
    private final boolean apart;
    private final Setup setup;
    private final Set<Integer> bare;
    private final Roles roles;
    private final List<Array> weights;
    private final Map<String, List<Array>> moments = new LinkedHashMap<>();
    private final List<Array> inputs;
    private final Array y;
    private final int rows;
    private final int batch;
    private final long seed;
    private final Array rate;
    private final Tally tally;

    private long[] order;
    private long orderOf = -1;

    /** Steps that change the model's weights. */
    static Steps training(Setup setup, List<Tensor> x, Tensor targets) {
        return new Steps(setup, x, targets, setup.model().arrays());
    }

    /** The same steps on copies of the weights, to find out how long they take. */
    static Steps rehearsal(Setup setup, List<Tensor> x, Tensor targets) {
        var copies = setup.model().wiring().copy().graph().weights().stream()
                .map(e -> e.variable().array())
                .toList();
        return new Steps(setup, x, targets, copies);
    }

    private Steps(Setup setup, List<Tensor> x, Tensor targets, List<Array> weights) {
        var graph = setup.model().graph();
        this.roles = Roles.of(graph, setup.model().frozenLayers());
        var output = graph.outputs(Fit.examples(x)).get(0);
        var comparison = new Comparison(graph, setup.loss(), setup.metrics(), Score.scoring(output, targets));
        this.setup = setup;
        this.apart = isApart(setup.model(), setup.loss());
        this.bare = comparison.bare();
        this.program = apart
                ? Programs.step(graph, roles, comparison, setup.optimizer())
                : Programs.train(graph, roles, comparison, setup.optimizer());
        this.tally = new Tally(setup.loss(), setup.metrics(), comparison.counts());
        this.inputs = x.stream().map(Tensor::array).toList();
        this.y = targets.array();
        this.rows = x.get(0).shape().get(0);
        this.batch = setup.batch();
        this.seed = setup.seed();
        this.rate = Array.of(new double[] {setup.optimizer().rate()}, Shape.of());
        this.weights = weights;
        for (var moment : setup.optimizer().moments()) {
            moments.put(
                    moment.name(),
                    roles.trained(weights).stream()
                            .map(w -> moment.begin(w.shape()).to(w.device()))
                            .toList());
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
        return inputs.stream()
                .mapToLong(x -> x.shape().elementCount() / rows * x.dtype().bytes() * batch)
                .sum();
    }

    /**
     * Does steps {@code from} … {@code from + count − 1}.
     *
     * @return per step, what the loss and the metrics count in it
     */
    double[][] run(long from, int count) {
        if (apart) {
            return IntStream.range(0, count).mapToObj(i -> step(from + i)).toArray(double[][]::new);
        }
        int first = (int) (from % perEpoch());
        var plan = Array.of(new long[] {count, first, perEpoch(), batch, rows}, Shape.of(5));
        var examples = examples(from, count);
        var arguments = roles.add(new NativeProgram.Arguments(), weights);
        moments.forEach(arguments::add);
        inputs.forEach(arguments::add);
        arguments.add(y).add(places(examples));
        arguments.add(plan).add(rate);
        var scores = new Tensor(program.run(true, arguments).get(0)).toDoubleArray();
        var perStep = new double[count][];
        for (int i = 0, at = 0; i < count; i++) {
            perStep[i] = Arrays.copyOfRange(scores, at, at + tally.width(size(from + i)));
            at += perStep[i].length;
        }
        return perStep;
    }

    /** Whether each step returns to Java between outputs and gradients: for layers or losses that are computed there. */
    static boolean isApart(Model model, Loss loss) {
        return Forward.isStepwise(model.graph()) || loss.isOwn();
    }

    /** One step, with what is computed in Java. */
    private double[] step(long number) {
        if (number % perEpoch() == 0) {
            Carried.reset(setup.model().graph());
        }
        var examples = examples(number, 1);
        var rows = places(examples);
        var batch = inputs.stream().map(x -> new Tensor(x.rows(rows))).toList();
        var target = new Tensor(y.rows(rows));
        var outputs = Forward.compared(setup.model().graph(), Mode.TRAINING, true, weights, batch, bare);
        var arguments = roles.add(new NativeProgram.Arguments(), weights);
        moments.forEach(arguments::add);
        arguments.add("os", Score.compared(setup.loss(), outputs.get(0), target));
        arguments.add(target.array()).add(rate);
        return new Tensor(program.run(true, arguments).get(0)).toDoubleArray();
    }

    /** On the device of the examples. */
    private Array places(long... examples) {
        return Array.of(examples, Shape.of(examples.length)).to(y.device());
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
            order = Carried.in(setup.model().graph())
                    ? LongStream.range(0, rows).toArray()
                    : new RandomStream(seed + 0x9E3779B97F4A7C15L * (epoch + 1)).permutation(rows);
            orderOf = epoch;
        }
        return order;
    }
}
