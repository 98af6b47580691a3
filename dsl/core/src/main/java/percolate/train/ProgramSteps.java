package percolate.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Training steps by the native program. */
final class ProgramSteps implements Steps {
    private final Setup setup;
    private final Order order;
    private final Comparison comparison;
    private final boolean apart;
    private final NativeProgram program;
    private final Roles roles;
    private final List<Array> weights;
    private final Map<String, List<Array>> moments = new LinkedHashMap<>();
    private final List<Array> inputs;
    private final List<Array> targets;
    private final Array rate;
    private final Tally tally;

    /** Steps that change the model's weights. */
    static ProgramSteps training(Setup setup, Judgement judgement, List<Tensor> x) {
        return new ProgramSteps(setup, judgement, x, setup.model().arrays());
    }

    /** The same steps on copies of the weights, to find out how long they take. */
    static ProgramSteps rehearsal(Setup setup, Judgement judgement, List<Tensor> x) {
        var copies = setup.model().wiring().copy().graph().weights().stream()
                .map(e -> e.variable().array())
                .toList();
        return new ProgramSteps(setup, judgement, x, copies);
    }

    private ProgramSteps(Setup setup, Judgement judgement, List<Tensor> x, List<Array> weights) {
        var graph = setup.model().graph();
        this.setup = setup;
        this.order = new Order(x.get(0).size(0), setup);
        this.roles = Roles.of(graph, setup.model().frozenLayers(), judgement.judged());
        this.comparison = new Comparison(graph, judgement.judged());
        this.apart = Forward.isApart(graph, comparison);
        this.program = apart
                ? Programs.step(graph, roles, comparison, setup.optimizer())
                : Programs.train(graph, roles, comparison, setup.optimizer());
        this.tally = Tally.of(comparison);
        this.inputs = x.stream().map(Tensor::array).toList();
        this.targets = judgement.targets().stream().map(Tensor::array).toList();
        this.rate = Array.of(new double[] {setup.optimizer().rate()}, Shape.of());
        this.weights = weights;
        for (var moment : setup.optimizer().moments()) {
            moments.put(
                    moment.name(),
                    roles.trained(weights).stream().map(moment::begin).toList());
        }
    }

    @Override
    public Order order() {
        return order;
    }

    @Override
    public Tally tally() {
        tally.clear();
        return tally;
    }

    @Override
    public long bytes() {
        return inputs.stream()
                .mapToLong(
                        x -> x.shape().elementCount() / order.rows() * x.dtype().bytes() * order.batch())
                .sum();
    }

    @Override
    public Done run(long from, int count) {
        return apart ? apart(from, count) : together(from, count);
    }

    private Done together(long from, int count) {
        int first = (int) (from % order.perEpoch());
        var plan = Array.of(new long[] {count, first, order.perEpoch(), order.batch(), order.rows()}, Shape.of(5));
        var arguments = arguments();
        inputs.forEach(arguments::add);
        targets.forEach(arguments::add);
        arguments.add(places(order.examples(from, count))).add(plan).add(rate);
        return done(from, new Tensor(program.run(true, arguments).get(0)).toDoubleArray());
    }

    private NativeProgram.Arguments arguments() {
        var arguments = roles.add(new NativeProgram.Arguments(), weights);
        moments.forEach(arguments::add);
        return arguments;
    }

    /** The program ends with the step that fails, and its numbers with whether one did. */
    private Done done(long from, double... numbers) {
        var perStep = new ArrayList<double[]>();
        int last = numbers.length - 1;
        for (int at = 0; at < last; ) {
            int width = tally.width(order.size(from + perStep.size()));
            perStep.add(Arrays.copyOfRange(numbers, at, at + width));
            at += width;
        }
        return new Done(perStep, numbers[last] != 0);
    }

    private Done apart(long from, int count) {
        var scores = new ArrayList<double[]>();
        for (int i = 0; i < count; i++) {
            var done = step(from + i);
            scores.add(done.scores().get(0));
            if (done.failed()) {
                return new Done(scores, true);
            }
        }
        return new Done(scores, false);
    }

    /** One step, with what is computed in Java. */
    private Done step(long number) {
        if (number % order.perEpoch() == 0) {
            Carried.reset(setup.model().graph());
        }
        var buffers = roles.buffers(weights);
        var kept = buffers.stream().map(Array::copy).toList();
        var chosen = places(order.examples(number, 1));
        var y = rows(targets, chosen);
        var outputs = Forward.compared(
                setup.model().graph(), Mode.TRAINING, true, weights, rows(inputs, chosen), comparison.bare());
        var arguments = arguments().add("os", Score.compared(comparison, outputs, y));
        y.forEach(t -> arguments.add(t.array()));
        var numbers = new Tensor(program.run(true, arguments.add(rate)).get(0)).toDoubleArray();
        var done = done(number, numbers);
        for (int i = 0; done.failed() && i < kept.size(); i++) {
            buffers.get(i).assign(kept.get(i));
        }
        return done;
    }

    private static List<Tensor> rows(List<Array> all, Array chosen) {
        return all.stream().map(a -> new Tensor(a.rows(chosen))).toList();
    }

    /** On the device of the examples. */
    private Array places(long... examples) {
        return Array.of(examples, Shape.of(examples.length)).to(inputs.get(0).device());
    }

    @Override
    public String failure(long step) {
        var chosen = places(order.examples(step, 1));
        return new Culprit(setup.model(), roles, comparison, weights).in(rows(inputs, chosen), rows(targets, chosen));
    }
}
