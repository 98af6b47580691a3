package percolate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Initializer;
import percolate.Shape;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * Recurrent layers one on top of the other, each reading in one direction or in both.
 *
 * @param sum whether both directions' states are added instead of put side by side
 */
record Stack(Recurrent<?> cell, List<Direction> directions, boolean sum) {
    /** How many numbers one step of a layer gives. */
    int width() {
        return sum ? cell.units() : cell.units() * directions.size();
    }

    private int inputs(Shape input, int layer) {
        return layer == 1 ? input.get(1) : width();
    }

    private IntStream layers() {
        return IntStream.rangeClosed(1, cell.layers());
    }

    List<Weight> weights(Shape input) {
        var weights = new ArrayList<Weight>();
        layers().forEach(
                        layer -> directions.forEach(direction -> add(weights, direction, layer, inputs(input, layer))));
        return weights;
    }

    private void add(List<Weight> weights, Direction direction, int layer, int in) {
        int units = cell.units();
        int all = cell.gates() * units;
        var blocks = Blocks.of(1, cell.gates(), cell.initialWeights());
        weights.add(product(direction.name("input", layer), Shape.of(in, all), blocks));
        weights.add(product(direction.name("recurrent", layer), Shape.of(units, all), blocks));
        if (cell.peepholes() > 0) {
            var shape = Shape.of(cell.peepholes() * units);
            weights.add(cell.weight(direction.name("peephole", layer), shape, cell.initialBias()));
        }
        if (cell.hasBias()) {
            weights.add(cell.weight(direction.name("bias", layer), Shape.of(all), cell.initialBias()));
        }
        if (cell.hasBias() && cell.hasRecurrentBias()) {
            weights.add(cell.weight(direction.name("recurrentBias", layer), Shape.of(all), cell.initialBias()));
        }
    }

    private Weight product(String name, Shape shape, Initializer first) {
        return cell.weight(name, shape, first).byColumns(cell.isFused());
    }

    /** The states of each layer, without rows before the first batch. */
    List<Weight> carried() {
        return layers().boxed()
                .flatMap(layer -> cell.states().stream().map(state -> Pass.carried(state, layer)))
                .map(name -> new Weight(name, Shape.of(0, cell.units()), InitialValues.zeros(), false))
                .toList();
    }

    /** Writes all passes, exposes the last states of the upper layer, and returns the result's name. */
    String write(Body body) {
        var x = body.input();
        List<Pass> passes = List.of();
        for (int layer = 1; layer <= cell.layers(); layer++) {
            passes = passes(body, layer, x);
            x = merged(passes, "y");
        }
        for (var state : cell.states()) {
            var name = "last_" + state;
            body.line(name + " = " + merged(passes, state));
            body.expose(state.equals("h") ? "state" : state + "State", name);
        }
        if (!cell.sequences()) {
            return "last_h";
        }
        body.line("all_h = " + x);
        return "all_h";
    }

    private List<Pass> passes(Body body, int layer, String x) {
        var passes = new ArrayList<Pass>();
        for (var direction : directions) {
            var pass = new Pass(body, cell, direction, layer);
            pass.write(x, layer == cell.layers());
            passes.add(pass);
        }
        return passes;
    }

    private String merged(List<Pass> passes, String variable) {
        var values = passes.stream().map(p -> p.variable(variable)).toList();
        if (values.size() == 1) {
            return values.get(0);
        }
        return sum
                ? "torch.add(" + String.join(", ", values) + ")"
                : "torch.cat([" + String.join(", ", values) + "], -1)";
    }

    String parameterProduct(Shape input) {
        var sum = layers().mapToObj(layer -> product(inputs(input, layer))).collect(Collectors.joining(" + "));
        return directions.size() == 1 ? sum : directions.size() + "·(" + sum + ")";
    }

    private String product(int in) {
        int units = cell.units();
        var gate = "(" + in + " + " + units + ")·" + units + (cell.hasBias() ? " + " + units : "");
        var gates = cell.gates() == 1 ? gate : cell.gates() + "·" + (cell.hasBias() ? "(" + gate + ")" : gate);
        return gates + (cell.peepholes() == 0 ? "" : " + " + cell.peepholes() + "·" + units);
    }

    /** The textbooks' count, and the engine's with its second bias. */
    String parameterFormula(Shape input) {
        long all = Sizes.count(weights(input));
        if (!cell.hasBias() || !cell.hasRecurrentBias()) {
            return parameterProduct(input) + String.format(Locale.ROOT, " = %,d", all);
        }
        int times = cell.layers() * directions.size();
        long second = (long) times * cell.gates() * cell.units();
        return String.format(
                Locale.ROOT,
                "%s = %,d in textbooks; with a second bias + %s%d·%d = %,d",
                parameterProduct(input),
                all - second,
                times == 1 ? "" : times + "·",
                cell.gates(),
                cell.units(),
                all);
    }

    long work(Shape input) {
        long perStep = layers().mapToLong(
                        layer -> (long) cell.gates() * cell.units() * (inputs(input, layer) + cell.units()))
                .sum();
        return Sizes.rows(input) * perStep * directions.size();
    }
}
