package percolate.train;

import java.util.List;
import percolate.Epoch;
import percolate.model.Attributes;
import percolate.schedule.Improvement;

/**
 * Ends a training when so many epochs in a row were not better than the best before. It looks at the validation loss, or at
 * the training loss where there is none.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-35289-8_5">Prechelt 1998, Early stopping – but when?</a>
 */
public final class EarlyStopping implements Inside {
    private final Attributes attributes;

    private EarlyStopping(Attributes attributes) {
        this.attributes = attributes;
        attributes.positive("patience");
        improvement();
    }

    /** @param patience how many epochs */
    public EarlyStopping(int patience) {
        this(Attributes.of("earlyStopping").with("patience", patience));
    }

    private EarlyStopping option(String name, Object value) {
        return new EarlyStopping(attributes.with(name, value));
    }

    /** Gives the model the weights of the best epoch when the training ends; not where it is interrupted. */
    public EarlyStopping restoreBest() {
        return option("restoreBest", true);
    }

    /** By which value of the run's table: {@code "val_accuracy"}. */
    public EarlyStopping on(String name) {
        return option("on", Improvement.named(name));
    }

    /** How much better counts as better; anything unless said. */
    public EarlyStopping minimumChange(Number change) {
        return option("minimumChange", change);
    }

    /** Whether smaller values are better, where the name does not tell. */
    public EarlyStopping smaller(boolean smaller) {
        return option("smaller", smaller);
    }

    private Improvement improvement() {
        return Improvement.of(attributes, 0);
    }

    private boolean restores() {
        return attributes.flag("restoreBest", false);
    }

    @Override
    public void began(Standing standing) {
        var history = standing.run().history();
        if (!history.isEmpty()) {
            stop(history.get(history.size() - 1), standing);
        }
    }

    @Override
    public void epoch(Epoch epoch, Standing standing) {
        if (restores() && improvement().isBest(standing.run().history())) {
            standing.keepBest();
        }
        stop(epoch, standing);
    }

    private void stop(Epoch epoch, Standing standing) {
        int since = improvement().since(standing.run().history());
        if (since >= attributes.integer("patience")) {
            standing.say("fit stopped early after epoch " + epoch.number() + ": "
                    + improvement().name(epoch)
                    + " was best in epoch " + (epoch.number() - since)
                    + (restores() ? ", whose weights the model has again" : ""));
            standing.run().finish();
        }
    }

    @Override
    public void ended(Standing standing) {
        if (restores()) {
            standing.restoreBest();
        }
    }

    @Override
    public void check(List<String> names) {
        improvement().check("earlyStopping", names);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return Saying.of(attributes, "patience");
    }
}
