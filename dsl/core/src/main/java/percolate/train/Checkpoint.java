package percolate.train;

import java.nio.file.Path;
import java.util.List;
import percolate.Epoch;
import percolate.Run;
import percolate.model.Attributes;
import percolate.schedule.Improvement;

/**
 * Writes a training into a file: weights, the optimizer's moments, position, history. {@code resume} goes on from it with the
 * same numbers as if nothing had happened, and {@code load} opens it as a model. The file appears whole or not at all, in place
 * of the one before.
 *
 * <p>After every epoch unless said otherwise, and where the training is interrupted.
 */
public final class Checkpoint implements Inside {
    private final Attributes attributes;

    private Checkpoint(Attributes attributes) {
        this.attributes = attributes;
        attributes.positive("every", 1);
        attributes.positive("everySteps", 1);
        improvement();
        if (attributes.text("file", "").isBlank()) {
            throw new IllegalArgumentException(
                    "checkpoint: expected the name of a file, got \"\"; write checkpoint(\"runs/lenet\")");
        }
    }

    public Checkpoint(String file) {
        this(Attributes.of("checkpoint").with("file", file));
    }

    private Checkpoint option(String name, Object value) {
        return new Checkpoint(attributes.with(name, value));
    }

    /** After every so many epochs only, and after the last. */
    public Checkpoint every(int epochs) {
        return option("every", epochs);
    }

    /** After every so many steps too, for epochs that take long. */
    public Checkpoint everySteps(int steps) {
        return option("everySteps", steps);
    }

    /** Only after an epoch that was better than all before, by the validation loss, or the training loss where there is none. */
    public Checkpoint best() {
        return option("best", true);
    }

    /** The same by another value of the run's table: {@code best().on("val_accuracy")}. */
    public Checkpoint on(String name) {
        return option("on", Improvement.named(name));
    }

    /** Whether smaller values are better, where the name does not tell. */
    public Checkpoint smaller(boolean smaller) {
        return option("smaller", smaller);
    }

    private Improvement improvement() {
        return Improvement.of(attributes, 0);
    }

    private boolean isBest() {
        return attributes.flag("best", false);
    }

    private Path file() {
        return Path.of(attributes.text("file", ""));
    }

    @Override
    public int every() {
        return attributes.integer("everySteps", 0);
    }

    @Override
    public void stepped(Standing standing) {
        if (every() != 0 && standing.isWithinEpoch() && standing.done() % every() == 0) {
            standing.save(file());
        }
    }

    @Override
    public void epoch(Epoch epoch, Standing standing) {
        boolean due = epoch.number() % attributes.integer("every", 1) == 0 || standing.isOver();
        if (isBest() ? improvement().isBest(standing.run().history()) : due) {
            standing.save(file());
        }
    }

    @Override
    public void ended(Standing standing) {
        if (standing.run().state() == Run.State.INTERRUPTED && !isBest() && standing.done() > 0) {
            standing.save(file());
        }
    }

    @Override
    public void check(List<String> names) {
        improvement().check("checkpoint", names);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return Saying.of(attributes, "file");
    }
}
