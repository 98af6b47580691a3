package percolate.model;

import java.util.List;
import percolate.Shape;

/**
 * The simple recurrent layer (Elman 1990): h = tanh(x·W + h·U + b) for each time step. An activation named behind it takes
 * the place of tanh within the recurrence: {@code simpleRnn(8).relu()}.
 *
 * <p>Weights and options besides: {@link Recurrent}. Readable at the end: {@code state} [units].
 *
 * @see <a href="https://doi.org/10.1207/s15516709cog1402_1">Elman 1990</a>
 */
public final class SimpleRnn extends Recurrent<SimpleRnn> {
    public SimpleRnn(Attributes attributes) {
        super(attributes);
        within();
    }

    public SimpleRnn(int units) {
        this(Attributes.of("simpleRnn").with("units", units));
    }

    @Override
    protected SimpleRnn with(Attributes attributes) {
        return new SimpleRnn(attributes);
    }

    @Override
    protected SimpleRnn activation(String name) {
        if (name.equals("prelu")) {
            throw new IllegalArgumentException(
                    "simpleRnn.prelu: the recurrence has no slope to train; choose leakyRelu(…)");
        }
        if (name.equals(Activation.OWN)) {
            throw new IllegalArgumentException("simpleRnn.activation: the recurrence runs natively; take a cell of your"
                    + " own, recurrent(new MyCell()), or put lambda(…) behind the layer");
        }
        return with(attributes().without("slope").with("within", name));
    }

    private Activation within() {
        return new Activation(
                attributes().text("within", "tanh"),
                attributes().has("slope") ? attributes().number("slope") : 0);
    }

    @Override
    int gates() {
        return 1;
    }

    @Override
    List<String> insides() {
        return List.of();
    }

    @Override
    boolean isFused() {
        return within().name().equals("tanh") || within().name().equals("relu");
    }

    @Override
    void writeFused(Pass pass) {
        pass.line("$y, $hn = torch.rnn_" + within().name() + "($s, $start_h, " + pass.operands() + ")");
        pass.line("$h = torch.select($hn, 0, 0)");
    }

    @Override
    void step(Pass pass) {
        pass.line("$a = torch.add($x, " + pass.recurrentProduct() + ")");
        pass.line("$h = " + within().code("$a", Shape.of(units())));
    }

    @Override
    protected String written() {
        return super.written() + (attributes().has("within") ? "." + within() : "");
    }
}
