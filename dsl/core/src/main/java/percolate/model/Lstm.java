package percolate.model;

import java.util.List;
import java.util.Locale;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * Long short-term memory. For each time step, with the gates stacked as input, forget, candidate, output:
 *
 * <pre>
 * i, f, o = σ(W x + U h + b)    g = tanh(W x + U h + b)    c = f·c + i·g    h = o·tanh(c)
 * </pre>
 *
 * <p>[time, in] gives the last step's h, [units], or with {@link #returnSequences} all of them, [time, units]. h and c start
 * as zeros. Weights: {@code weightInput} [4·units, in], {@code weightRecurrent} [4·units, units], and two biases
 * {@code biasInput}, {@code biasRecurrent} [4·units] that are added up; a textbook counts one bias.
 *
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber 1997</a>
 */
public final class Lstm extends Part<Lstm> {
    public Lstm(Attributes attributes) {
        super(attributes);
        attributes.positive("units");
    }

    public Lstm(int units) {
        this(Attributes.of("lstm").with("units", units));
    }

    @Override
    protected Lstm with(Attributes attributes) {
        return new Lstm(attributes);
    }

    /** Gives every step's output instead of the last one's. */
    public Lstm returnSequences() {
        return option("sequences", true);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 2) {
            throw new ShapeException("expected a sequence of vectors, [batch, time, features], got "
                    + Sizes.batch(input) + "; put embedding(words, dimensions) before it for words, or reshape(time, 1)"
                    + " for single numbers");
        }
        Sizes.features(input);
        return sequences() ? input.withLast(units()) : Shape.of(units());
    }

    @Override
    public List<Weight> weights(Shape input) {
        var initial = InitialValues.uniform(1 / Math.sqrt(units()));
        return List.of(
                new Weight("weightInput", Shape.of(4 * units(), input.get(1)), initial),
                new Weight("weightRecurrent", Shape.of(4 * units(), units()), initial),
                new Weight("biasInput", Shape.of(4 * units()), initial),
                new Weight("biasRecurrent", Shape.of(4 * units()), initial));
    }

    @Override
    public String write(Body body) {
        body.line("start = torch.new_zeros(" + body.input() + ", [1, torch.size(" + body.input() + ", 0), " + units()
                + "], dtype=None, layout=None, device=None, pin_memory=None)");
        body.line("h, hn, cn = torch.lstm(" + body.input()
                + ", [start, start], [weightInput, weightRecurrent, biasInput, biasRecurrent], True, 1, 0.0, "
                + body.training() + ", False, True)");
        return sequences() ? "h" : "torch.select(h, 1, -1)";
    }

    @Override
    public String parameterFormula(Shape input) {
        long textbook = 4L * units() * (input.get(1) + units() + 1);
        return String.format(
                Locale.ROOT,
                "4·((%d + %d)·%d + %d) = %,d in textbooks; with a second bias + 4·%d = %,d",
                input.get(1),
                units(),
                units(),
                units(),
                textbook,
                units(),
                Sizes.count(weights(input)));
    }

    @Override
    public long work(Shape input) {
        return Sizes.rows(input) * 4 * units() * (input.get(1) + units());
    }

    @Override
    protected String written() {
        return "lstm(" + units() + ")" + (sequences() ? ".returnSequences()" : "");
    }

    private int units() {
        return attributes().integer("units");
    }

    private boolean sequences() {
        return attributes().flag("sequences", false);
    }
}
