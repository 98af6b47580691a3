package percolate.model;

import percolate.Shape;
import percolate.program.Body;

/**
 * While training, each element is dropped (set to 0) with probability p and the others grow by 1 / (1 − p), so that the
 * expected sum stays (inverted dropout); otherwise nothing happens. Here p is the share that is <em>dropped</em>; some
 * textbooks call the share that is kept p. No weights.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>
 */
public final class Dropout extends Part<Dropout> {
    public Dropout(Attributes attributes) {
        super(attributes);
        attributes.dropped("p");
    }

    public Dropout(Number p) {
        this(Attributes.of("dropout").with("p", p));
    }

    @Override
    protected Dropout with(Attributes attributes) {
        return new Dropout(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public String write(Body body) {
        return "torch.dropout(" + body.input() + ", " + attributes().number("p") + ", " + body.training() + ")";
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    protected String written() {
        return "dropout(" + attributes().number("p") + ")";
    }
}
