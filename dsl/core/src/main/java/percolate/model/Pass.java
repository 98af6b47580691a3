package percolate.model;

import java.util.LinkedHashSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import percolate.program.Body;

/**
 * The native statements of one recurrent layer in one direction. In a statement $name is a variable of this pass, and #name
 * one of its weights.
 */
final class Pass {
    private static final Pattern NAME = Pattern.compile("([$#])(\\w+)");

    private final Body body;
    private final Recurrent<?> cell;
    private final Direction direction;
    private final int layer;
    private String indent = "";

    Pass(Body body, Recurrent<?> cell, Direction direction, int layer) {
        this.body = body;
        this.cell = cell;
        this.direction = direction;
        this.layer = layer;
    }

    String variable(String name) {
        return direction.prefix() + name + "_" + layer;
    }

    /** Adds a statement. */
    void line(String statement) {
        body.line(indent
                + NAME.matcher(statement)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                found.group(1).equals("$")
                                        ? variable(found.group(2))
                                        : direction.name(found.group(2), layer))));
    }

    /** One gate's part of a vector of all gates. */
    String gate(String vector, int gate) {
        return "torch.narrow(" + vector + ", 1, " + gate * cell.units() + ", " + cell.units() + ")";
    }

    /** One gate's share of a weight that has a number per unit. */
    String peephole(int gate) {
        return "torch.narrow(#peephole, 0, " + gate * cell.units() + ", " + cell.units() + ")";
    }

    /** h·U and the second bias, where there is one. */
    String recurrentProduct() {
        var product = "torch.mm($h, #recurrent)";
        return cell.hasBias() && cell.hasRecurrentBias() ? "torch.add(" + product + ", #recurrentBias)" : product;
    }

    /**
     * What the engine's operators take behind the states: weights, whether there are biases, one layer without dropout in
     * one direction, the batch in front.
     */
    String operands() {
        var second = cell.hasRecurrentBias() ? "#recurrentBias" : "torch.zeros_like(#bias)";
        var weights = "torch.t(#input), torch.t(#recurrent)" + (cell.hasBias() ? ", #bias, " + second : "");
        return "[" + weights + "], " + (cell.hasBias() ? "True" : "False") + ", 1, 0.0, " + body.training()
                + ", False, True";
    }

    /**
     * Reads the sequence in {@code x}, [batch, time, in]: afterwards $y holds the states of all steps, and each state's
     * variable the last one.
     */
    void write(String x, boolean exposing) {
        line("$s = " + (direction.backwards() ? flipped(x) : x));
        if (cell.isFused() && !body.exposing() && !isMasked()) {
            cell.states().forEach(state -> line("$start_" + state + " = torch.unsqueeze(" + start(state) + ", 0)"));
            cell.writeFused(this);
        } else {
            loop(exposing && body.exposing());
        }
        if (direction.backwards()) {
            line("$y = " + flipped("$y"));
        }
        if (cell.isStateful()) {
            cell.states()
                    .forEach(state -> line(
                            "$_ = torch.copy_(" + carried(state, layer) + ", torch.detach($" + state + "), False)"));
        }
    }

    /** The name of a state that a layer of the stack takes over from the batch before. */
    static String carried(String state, int layer) {
        return "carried_" + state + layer;
    }

    /** The state of the batch before, a copy since it is changed; zeros where that had another number of sequences. */
    private String carried(String state) {
        var name = carried(state, layer);
        line("if torch.ne(torch.size(" + name + ", 0), torch.size($s, 0)):");
        line("  $_ = torch.zero_(torch.resize_(" + name + ", [torch.size($s, 0), " + cell.units()
                + "], memory_format=None))");
        return "torch.clone(" + name + ", memory_format=None)";
    }

    private boolean isMasked() {
        return Mask.isSaid(cell.attributes());
    }

    /** What a state starts as: the input that says so, or the state of the batch before, else zeros. */
    private String start(String state) {
        if (cell.isStateful()) {
            return carried(state);
        }
        int input = 1 + cell.states().indexOf(state);
        return input < body.inputs() - Mask.count(cell.attributes())
                ? body.input(input)
                : "torch.new_zeros($s, [torch.size($s, 0), " + cell.units()
                        + "], dtype=None, layout=None, device=None, pin_memory=None)";
    }

    private static String flipped(String sequence) {
        return "torch.flip(" + sequence + ", [1])";
    }

    private void loop(boolean exposing) {
        line("$p = torch.matmul($s, #input)");
        if (cell.hasBias()) {
            line("$p = torch.add($p, #bias)");
        }
        cell.states().forEach(state -> line("$" + state + " = " + start(state)));
        if (isMasked()) {
            var mask = body.input(body.inputs() - 1);
            line("$m = torch.ne(" + (direction.backwards() ? flipped(mask) : mask) + ", 0)");
        }
        var kept = new LinkedHashSet<String>();
        kept.add("h");
        if (exposing) {
            kept.addAll(cell.insides());
        }
        kept.forEach(value -> line("$all_" + value + " = annotate(List[Tensor], [])"));
        line("for i in range(torch.size($s, 1)):");
        indent = "  ";
        line("$x = torch.select($p, 1, i)");
        step();
        kept.forEach(value -> line("$_ = torch.append($all_" + value + ", $" + value + ")"));
        indent = "";
        line("$y = torch.stack($all_h, 1)");
        kept.remove("h");
        kept.forEach(this::expose);
    }

    /** One step; where the mask says that it does not count, the states stay. */
    private void step() {
        if (!isMasked()) {
            cell.step(this);
            return;
        }
        cell.states().forEach(state -> line("$before_" + state + " = $" + state));
        cell.step(this);
        line("$counts = torch.unsqueeze(torch.select($m, 1, i), 1)");
        cell.states()
                .forEach(state -> line("$" + state + " = torch.where($counts, $" + state + ", $before_" + state + ")"));
    }

    private void expose(String value) {
        var stacked = "torch.stack($all_" + value + ", 1)";
        line("$each_" + value + " = " + (direction.backwards() ? flipped(stacked) : stacked));
        body.expose(direction.name(value, 1), variable("each_" + value));
    }
}
