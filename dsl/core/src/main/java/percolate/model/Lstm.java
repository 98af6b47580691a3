package percolate.model;

import java.util.List;

/**
 * Long short-term memory. For each time step, with the gates side by side as input, forget, candidate, output:
 *
 * <pre>
 * i, f, o = σ(x·W + h·U + b)    g = tanh(x·W + h·U + b)    c = f·c + i·g    h = o·tanh(c)
 * </pre>
 *
 * <p>The engine's layer, used unless an option changes the equations, adds a second bias {@code recurrentBias}
 * [4·units]; textbooks count one. Weights and options besides: {@link Recurrent}. Readable inside: {@code input},
 * {@code forget}, {@code candidate}, {@code output}, {@code cell} [time, units], and at the end {@code state},
 * {@code cellState} [units].
 *
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber 1997</a>
 */
public final class Lstm extends Recurrent<Lstm> {
    public Lstm(Attributes attributes) {
        super(attributes);
    }

    public Lstm(int units) {
        this(Attributes.of("lstm").with("units", units));
    }

    @Override
    protected Lstm with(Attributes attributes) {
        return new Lstm(attributes);
    }

    /**
     * The gates see the memory cell, i, f = σ(… + c₋₁·p) and o = σ(… + c·p) element by element: weight {@code peephole}
     * [3·units] for input, forget, output; [2·units] with coupled gates. One bias.
     *
     * @see <a href="https://doi.org/10.1109/IJCNN.2000.861302">Gers and Schmidhuber 2000</a>
     */
    public Lstm peephole() {
        return option("peepholes", true);
    }

    /**
     * What is forgotten is what is replaced, i = 1 − f: c = f·c + (1 − f)·g. The weights hold three gates: forget,
     * candidate, output. One bias.
     *
     * @see <a href="https://arxiv.org/abs/1503.04069">Greff et al. 2017, CIFG</a>
     */
    public Lstm coupledGates() {
        return option("coupledGates", true);
    }

    @Override
    int gates() {
        return coupled() ? 3 : 4;
    }

    @Override
    int peepholes() {
        return attributes().flag("peepholes", false) ? gates() - 1 : 0;
    }

    @Override
    boolean hasRecurrentBias() {
        return isFused();
    }

    @Override
    List<String> states() {
        return List.of("h", "cell");
    }

    @Override
    List<String> insides() {
        return List.of("input", "forget", "candidate", "output", "cell");
    }

    @Override
    boolean isFused() {
        return !coupled() && peepholes() == 0;
    }

    @Override
    void writeFused(Pass pass) {
        pass.line("$y, $hn, $cn = torch.lstm($s, [$start_h, $start_cell], " + pass.operands() + ")");
        pass.line("$h = torch.select($hn, 0, 0)");
        pass.line("$cell = torch.select($cn, 0, 0)");
    }

    @Override
    void step(Pass pass) {
        int forget = coupled() ? 0 : 1;
        pass.line("$a = torch.add($x, " + pass.recurrentProduct() + ")");
        pass.line("$forget = " + gate(pass, forget, "$cell"));
        pass.line("$input = " + (coupled() ? "torch.rsub($forget, 1)" : gate(pass, 0, "$cell")));
        pass.line("$candidate = torch.tanh(" + pass.gate("$a", forget + 1) + ")");
        pass.line("$cell = torch.add(torch.mul($forget, $cell), torch.mul($input, $candidate))");
        pass.line("$output = " + gate(pass, forget + 2, "$cell"));
        pass.line("$h = torch.mul($output, torch.tanh($cell))");
    }

    /** A gate, which may see the cell; the candidate, which may not, has no place among the peepholes. */
    private String gate(Pass pass, int gate, String cell) {
        var operand = pass.gate("$a", gate);
        if (peepholes() == 0) {
            return "torch.sigmoid(" + operand + ")";
        }
        int place = gate == gates() - 1 ? gate - 1 : gate;
        return "torch.sigmoid(torch.add(" + operand + ", torch.mul(" + cell + ", " + pass.peephole(place) + ")))";
    }

    private boolean coupled() {
        return attributes().flag("coupledGates", false);
    }
}
