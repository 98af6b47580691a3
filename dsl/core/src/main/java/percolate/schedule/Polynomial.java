package percolate.schedule;

import java.util.List;
import percolate.model.Attributes;

/** f = (1 − t/T)^p over the T steps of the training; in every step. Torch: {@code PolynomialLR}. */
public final class Polynomial extends Warming<Polynomial> {
    private Polynomial(Attributes attributes) {
        super(attributes);
        if (!(attributes.number("power") > 0)) {
            throw new IllegalArgumentException("polynomial: expected a power above 0, got " + attributes.number("power")
                    + "; 1 falls in a straight line");
        }
    }

    /** @param power p, above 0; 1 is a straight line */
    public Polynomial(Number power) {
        this(Attributes.of("polynomial").with("power", power));
    }

    @Override
    protected Polynomial with(Attributes attributes) {
        return new Polynomial(attributes);
    }

    @Override
    protected double at(Position position, Position behind) {
        return Math.pow(1 - behind.share(), attributes().number("power"));
    }

    @Override
    protected List<String> given() {
        return List.of("power");
    }
}
