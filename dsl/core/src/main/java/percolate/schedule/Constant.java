package percolate.schedule;

import percolate.model.Attributes;

/** The optimizer's rate throughout, f = 1; of use with {@link #warmUp}. Torch: {@code LinearLR} for the warm-up. */
public final class Constant extends Warming<Constant> {
    private Constant(Attributes attributes) {
        super(attributes);
    }

    public Constant() {
        this(Attributes.of("constant"));
    }

    @Override
    protected Constant with(Attributes attributes) {
        return new Constant(attributes);
    }

    @Override
    protected double at(Position position, Position behind) {
        return 1;
    }

    @Override
    public boolean isConstant() {
        return !attributes().has("warmUp");
    }
}
