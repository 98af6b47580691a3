package percolate.model;

import java.util.List;

/**
 * The minimal gated unit: one gate decides what is forgotten and what of the state is seen. For each time step, with the
 * gates side by side as forget, candidate:
 *
 * <pre>
 * f = σ(x·W + h·U + b)    g = tanh(x·W + (f·h)·U + b)    h = (1 − f)·h + f·g
 * </pre>
 *
 * <p>Weights and options besides: {@link Recurrent}. Readable inside: {@code forget}, {@code candidate} [time, units], and
 * at the end {@code state} [units].
 *
 * @see <a href="https://arxiv.org/abs/1603.09420">Zhou et al. 2016</a>
 */
public final class MinimalGru extends Recurrent<MinimalGru> {
    public MinimalGru(Attributes attributes) {
        super(attributes);
    }

    public MinimalGru(int units) {
        this(Attributes.of("minimalGru").with("units", units));
    }

    @Override
    protected MinimalGru with(Attributes attributes) {
        return new MinimalGru(attributes);
    }

    @Override
    int gates() {
        return 2;
    }

    @Override
    List<String> insides() {
        return List.of("forget", "candidate");
    }

    @Override
    void step(Pass pass) {
        pass.line("$forget = torch.sigmoid(torch.add(" + pass.gate("$x", 0) + ", torch.mm($h, "
                + pass.gate("#recurrent", 0) + ")))");
        pass.line("$candidate = torch.tanh(torch.add(" + pass.gate("$x", 1) + ", torch.mm(torch.mul($forget, $h), "
                + pass.gate("#recurrent", 1) + ")))");
        pass.line("$h = torch.add($h, torch.mul($forget, torch.sub($candidate, $h)))");
    }
}
