package percolate.schedule;

import java.util.List;
import percolate.model.Attributes;

/**
 * Multiplies the rate by γ when more than so many epochs in a row were not better than the best before; after every epoch.
 * It looks at the validation loss, or at the training loss where there is none. Torch: {@code ReduceLROnPlateau} with
 * {@code threshold_mode="abs"}.
 */
public final class ReduceOnPlateau extends Warming<ReduceOnPlateau> {
    private static final double FACTOR = 0.1;
    private static final double CHANGE = 1e-4;

    private ReduceOnPlateau(Attributes attributes) {
        super(attributes);
        attributes.positive("patience");
        share("factor", FACTOR);
        improvement();
    }

    /** @param patience in epochs */
    public ReduceOnPlateau(int patience) {
        this(Attributes.of("reduceOnPlateau").with("patience", patience));
    }

    @Override
    protected ReduceOnPlateau with(Attributes attributes) {
        return new ReduceOnPlateau(attributes);
    }

    /** γ, above 0 and up to 1; 0.1 unless said. */
    public ReduceOnPlateau factor(Number share) {
        return option("factor", share);
    }

    /** By which value of the run's table: {@code "val_accuracy"}. */
    public ReduceOnPlateau on(String name) {
        return option("on", Improvement.named(name));
    }

    /** How much better counts as better; 0.0001 unless said. */
    public ReduceOnPlateau minimumChange(Number change) {
        return option("minimumChange", change);
    }

    /** Whether smaller values are better, where the name does not tell. */
    public ReduceOnPlateau smaller(boolean smaller) {
        return option("smaller", smaller);
    }

    private Improvement improvement() {
        return Improvement.of(attributes(), CHANGE);
    }

    @Override
    protected double at(Position position, Position behind) {
        double factor = 1;
        int worse = 0;
        for (boolean better : improvement().better(position.history())) {
            worse = better ? 0 : worse + 1;
            if (worse > attributes().integer("patience")) {
                factor *= share("factor", FACTOR);
                worse = 0;
            }
        }
        return factor;
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public void check(long steps, List<String> names) {
        super.check(steps, names);
        if (!names.isEmpty()) {
            improvement().check("reduceOnPlateau", names);
        }
    }

    @Override
    protected List<String> given() {
        return List.of("patience");
    }
}
