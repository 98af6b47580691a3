package percolate.model;

import java.util.List;

/**
 * The gated recurrent unit as PyTorch and cuDNN have it. For each time step, with the gates side by side as reset, update,
 * candidate:
 *
 * <pre>
 * r, z = σ(x·W + b + h·U + b′)    n = tanh(x·W + b + r·(h·U + b′))    h = (1 − z)·n + z·h
 * </pre>
 *
 * <p>The second bias b′ is {@code recurrentBias} [3·units]; textbooks count one. {@link #cho} has the equations of the
 * paper. Weights and options besides: {@link Recurrent}. Readable inside: {@code reset}, {@code update},
 * {@code candidate} [time, units], and at the end {@code state} [units].
 */
public final class Gru extends Recurrent<Gru> {
    public Gru(Attributes attributes) {
        super(attributes);
    }

    public Gru(int units) {
        this(Attributes.of("gru").with("units", units));
    }

    @Override
    protected Gru with(Attributes attributes) {
        return new Gru(attributes);
    }

    /**
     * As first published, with one bias: the reset gate acts on the state before the product, n = tanh(x·W + (r·h)·U + b).
     *
     * @see <a href="https://arxiv.org/abs/1406.1078">Cho et al. 2014, eq. 5 to 8</a>
     */
    public Gru cho() {
        return option("cho", true);
    }

    @Override
    int gates() {
        return 3;
    }

    @Override
    boolean hasRecurrentBias() {
        return isFused();
    }

    @Override
    List<String> insides() {
        return List.of("reset", "update", "candidate");
    }

    @Override
    boolean isFused() {
        return !attributes().flag("cho", false);
    }

    @Override
    void writeFused(Pass pass) {
        pass.line("$y, $hn = torch.gru($s, $start_h, " + pass.operands() + ")");
        pass.line("$h = torch.select($hn, 0, 0)");
    }

    @Override
    void step(Pass pass) {
        pass.line("$q = " + pass.recurrentProduct());
        pass.line("$reset = torch.sigmoid(torch.add(" + pass.gate("$x", 0) + ", " + pass.gate("$q", 0) + "))");
        pass.line("$update = torch.sigmoid(torch.add(" + pass.gate("$x", 1) + ", " + pass.gate("$q", 1) + "))");
        var remembered = isFused()
                ? "torch.mul($reset, " + pass.gate("$q", 2) + ")"
                : "torch.mm(torch.mul($reset, $h), " + pass.gate("#recurrent", 2) + ")";
        pass.line("$candidate = torch.tanh(torch.add(" + pass.gate("$x", 2) + ", " + remembered + "))");
        pass.line("$h = torch.add($candidate, torch.mul($update, torch.sub($h, $candidate)))");
    }
}
