package percolate.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import percolate.Dataset;
import percolate.Epoch;
import percolate.Optimizer.Moment;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.Interruption;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.engine.TorchEngine;
import percolate.model.Carried;
import percolate.program.Comparison;
import percolate.program.Forward;
import percolate.program.Mode;
import percolate.program.Programs;
import percolate.program.Rhythm;
import percolate.program.Roles;

/** Training steps by the native program. */
final class ProgramSteps implements Steps {
    private final Setup setup;
    private final Order order;
    private final Pace pace;
    private final Rhythm rhythm;
    private final Comparison comparison;
    private final boolean apart;
    private final NativeProgram program;
    private final Roles roles;
    private final List<Array> weights;
    private final Map<String, List<Array>> moments = new LinkedHashMap<>();
    private final Supply supply;
    private final long bytes;
    private final Array rate;
    private final Tally tally;

    /** Steps that change the model's weights. */
    static ProgramSteps training(
            Setup setup, Judgement judgement, Dataset data, List<Tensor> x, Supplier<List<Epoch>> history) {
        return new ProgramSteps(setup, judgement, data, x, setup.model().arrays(), history);
    }

    /** The same steps on copies of the weights, to find out how long they take. */
    static ProgramSteps rehearsal(Setup setup, Judgement judgement, Dataset data, List<Tensor> x) {
        var copies = setup.model().wiring().copy().graph().weights().stream()
                .map(e -> e.variable().array())
                .toList();
        return new ProgramSteps(setup, judgement, data, x, copies, List::of);
    }

    private ProgramSteps(
            Setup setup,
            Judgement judgement,
            Dataset data,
            List<Tensor> x,
            List<Array> weights,
            Supplier<List<Epoch>> history) {
        var graph = setup.model().graph();
        this.setup = setup;
        this.order = new Order(data, setup);
        this.pace = new Pace(setup, order.perEpoch(), history);
        this.rhythm = setup.rhythm(judgement.isRandom(graph));
        this.roles = Roles.of(graph, setup.model().frozenLayers(), judgement.judged());
        this.comparison = new Comparison(graph, judgement.judged());
        this.apart = Forward.isApart(graph, comparison);
        this.program = apart
                ? Programs.step(graph, roles, comparison, setup.optimizer(), rhythm)
                : Programs.train(graph, roles, comparison, setup.optimizer(), rhythm);
        this.tally = Tally.of(comparison);
        this.bytes = x.stream()
                .mapToLong(
                        t -> t.shape().dropFirst(1).elementCount() * t.dtype().bytes() * order.batch())
                .sum();
        this.supply = new Supply(setup, judgement, data, x, order, bytes);
        this.rate = Array.of(new double[] {setup.optimizer().rate()}, Shape.of());
        this.weights = weights;
        for (var moment : setup.optimizer().moments()) {
            moments.put(
                    moment.name(),
                    roles.trained(weights).stream().map(moment::begin).toList());
        }
        if (rhythm.isAccumulating()) {
            var sum = new Moment("sums");
            moments.put(
                    sum.name(), roles.trained(weights).stream().map(sum::begin).toList());
        }
    }

    @Override
    public List<Array> weights() {
        return weights;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Map<String, List<Array>> state() {
        return Map.copyOf(moments);
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
        return bytes;
    }

    @Override
    public Done run(long from, int count) {
        return apart ? apart(from, count) : together(from, count);
    }

    private Done together(long from, int count) {
        int first = (int) (from % order.perEpoch());
        var plan = Array.of(new long[] {count, first, order.perEpoch(), order.batch(), order.rows()}, Shape.of(5));
        var arguments = arguments();
        var part = supply.steps(from, count);
        part.inputs().forEach(arguments::add);
        part.targets().forEach(arguments::add);
        arguments.add(part.places()).add(plan).add(rhythm.rates() ? rates(from, count) : rate);
        if (rhythm.seeds()) {
            arguments.add(seeds(from, count));
        }
        return done(from, new Tensor(program.run(true, arguments).get(0)).toDoubleArray());
    }

    private Array rates(long from, int count) {
        return Array.of(pace.rates(from, count), Shape.of(count));
    }

    private Array seeds(long from, int count) {
        var seeds = LongStream.range(from, from + count).map(order::seed).toArray();
        return Array.of(seeds, Shape.of(count));
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
        try {
            for (int i = 0; i < count; i++) {
                var done = step(from + i);
                scores.add(done.scores().get(0));
                if (done.failed()) {
                    return new Done(scores, true);
                }
            }
        } catch (Interruption e) {
            // The steps before count.
        }
        return new Done(scores, false);
    }

    /** One step, with what is computed in Java. */
    private Done step(long number) {
        if (order.begins(number)) {
            Carried.reset(setup.model().graph());
        }
        if (rhythm.seeds()) {
            TorchEngine.seed(order.seed(number));
        }
        var kept = Kept.of(roles.buffers(weights));
        var part = supply.steps(number, 1);
        var y = part.y(setup.truncation(), number);
        var outputs = Forward.compared(
                setup.model().graph(),
                Mode.TRAINING,
                true,
                weights,
                part.x(setup.truncation(), number),
                comparison.bare());
        var arguments = Score.compared(arguments(), comparison, outputs, y);
        arguments.add(rhythm.rates() ? rates(number, 1).reshape(Shape.of()) : rate);
        if (rhythm.isAccumulating()) {
            arguments.add(order.turn(number, setup.accumulate()).array());
        }
        var numbers = new Tensor(program.run(true, arguments).get(0)).toDoubleArray();
        var done = done(number, numbers);
        if (done.failed()) {
            kept.putBack();
        }
        return done;
    }

    @Override
    public void close() {
        supply.close();
    }

    @Override
    public String failure(long step) {
        var part = supply.steps(step, 1);
        return new Culprit(setup.model(), roles, comparison, weights)
                .in(part.x(setup.truncation(), step), part.y(setup.truncation(), step));
    }
}
