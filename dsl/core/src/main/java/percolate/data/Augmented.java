package percolate.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import percolate.Augmentation;
import percolate.Batch;
import percolate.Dataset;
import percolate.Tensor;

/** Examples that are changed each time they are drawn. */
public final class Augmented implements Dataset {
    private static final int SAMPLE = 1000;

    private final Dataset base;
    private final List<Change> changes;
    private final Facts facts;
    private Batch shown;

    private Augmented(Dataset base, List<Change> changes, Facts facts) {
        this.base = base;
        this.changes = changes;
        this.facts = facts;
    }

    public static Dataset of(Dataset data, Augmentation... augmentations) {
        if (augmentations.length == 0) {
            throw new IllegalArgumentException(
                    "augment: expected what is to be done to images, got nothing; say augment(flip(), crop(28))");
        }
        Dataset augmented = data;
        for (var augmentation : augmentations) {
            augmented = through(augmented, new Pictured(augmentation));
        }
        return augmented;
    }

    /** Data that goes through one more change. */
    static Augmented through(Dataset data, Change change) {
        // One example tells whether the change suits them.
        change.still(data.take(1).still().batch());
        var changes = new ArrayList<Change>();
        var base = data;
        if (data instanceof Augmented before) {
            base = before.base;
            changes.addAll(before.changes);
        }
        changes.add(change.fitted(shown(data)));
        return new Augmented(base, List.copyOf(changes), data.facts());
    }

    Augmented with(Facts others) {
        return new Augmented(base, changes, others);
    }

    /** All examples, or as many as stand for them where they are not in memory. */
    private static Batch shown(Dataset data) {
        return (data.isHeld() ? data.still() : data.still().take(SAMPLE)).batch();
    }

    @Override
    public boolean isDrawn() {
        return true;
    }

    @Override
    public boolean isHeld() {
        return base.isHeld();
    }

    @Override
    public boolean isSequential() {
        return base.isSequential();
    }

    @Override
    public String fingerprint() {
        return base.fingerprint() + "\n" + this;
    }

    @Override
    public Dataset take(int count) {
        return new Augmented(base.take(count), changes, facts);
    }

    @Override
    public Dataset skip(int count) {
        return new Augmented(base.skip(count), changes, facts);
    }

    @Override
    public Batch drawn(long[] examples, long seed, long epoch) {
        var batch = base.drawn(examples, seed, epoch);
        var draws = new Draws(examples, seed, epoch, 0);
        for (int i = 0; i < changes.size(); i++) {
            batch = changes.get(i).apply(batch, draws.of(i));
        }
        return batch;
    }

    @Override
    public Dataset still() {
        if (!isHeld()) {
            return new Augmented(
                    base.still(), changes.stream().map(Augmented::calm).toList(), facts);
        }
        var batch = base.still().batch();
        for (var change : changes) {
            batch = change.still(batch);
        }
        return new TensorDataset(batch, facts);
    }

    /** Draws nothing. */
    private static Change calm(Change change) {
        return (batch, draws) -> change.still(batch);
    }

    @Override
    public Dataset fitted() {
        var fitted = new ArrayList<Change>();
        var batch = shown(base);
        for (var change : changes) {
            fitted.add(change.fitted(batch));
            batch = fitted.get(fitted.size() - 1).still(batch);
        }
        return new Augmented(base.fitted(), List.copyOf(fitted), facts);
    }

    @Override
    public Dataset rows(long... examples) {
        return new Augmented(base.rows(examples), changes, facts);
    }

    @Override
    public Dataset named(String... targets) {
        return new Augmented(base.named(targets), changes, facts.withTargetNames(List.of(targets)));
    }

    @Override
    public Dataset weights(Tensor each) {
        return new Augmented(base.weights(each), changes, facts);
    }

    @Override
    public Optional<Tensor> weights() {
        return base.weights();
    }

    @Override
    public Dataset stratified() {
        Classes.labels("stratified", this);
        return with(facts.withStrata());
    }

    @Override
    public Dataset withoutClasses() {
        return with(facts.withClasses(List.of()));
    }

    @Override
    public int size() {
        return base.size();
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public List<Tensor> inputs() {
        return shown().inputs();
    }

    @Override
    public List<Tensor> targets() {
        return shown().targets();
    }

    private synchronized Batch shown() {
        if (shown == null) {
            shown = drawn(LongStream.range(0, size()).toArray(), 0, 0);
        }
        return shown;
    }

    @Override
    public String toString() {
        return base + "; in each epoch "
                + changes.stream().map(Change::toString).collect(Collectors.joining(", "));
    }
}
