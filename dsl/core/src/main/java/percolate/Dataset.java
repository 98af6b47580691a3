package percolate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import percolate.data.Augmented;
import percolate.data.Batches;
import percolate.data.Classes;
import percolate.data.Corruption;
import percolate.data.Episodes;
import percolate.data.Facts;
import percolate.data.Images;
import percolate.data.Partners;
import percolate.data.Rows;
import percolate.data.Shares;
import percolate.data.Targets;
import percolate.data.TensorDataset;
import percolate.data.Weights;
import percolate.data.Windows;
import percolate.tensor.RandomStream;

/** Examples with their targets. Immutable: every method gives a new data set. */
public interface Dataset {
    /** All inputs, one tensor for each input of a model, [examples, …]. */
    List<Tensor> inputs();

    /** All targets, one tensor for each output that has some; none where there are none. */
    List<Tensor> targets();

    int size();

    /** What is known of the examples beside their numbers. */
    @Internal
    Facts facts();

    /** These examples in this order, counted from 0; one may be named several times. */
    Dataset rows(long... examples);

    /** Whether the examples are drawn anew in each epoch, or come from outside of memory: a training asks for them in parts. */
    @Internal
    default boolean isDrawn() {
        return false;
    }

    /** Whether all examples are in memory; others are read when they are wanted, and {@link #isDrawn} then too. */
    @Internal
    default boolean isHeld() {
        return true;
    }

    /** Whether examples can only be read one after the other: numbers of examples then count from the beginning of a pass. */
    @Internal
    default boolean isSequential() {
        return false;
    }

    /** What tells data that is not in memory from other data: its files by name and size. */
    @Internal
    default String fingerprint() {
        return toString();
    }

    /** Examples as an epoch, counted from 0, of a training with this seed sees them. */
    @Internal
    default Batch drawn(long[] examples, long seed, long epoch) {
        return rows(examples).batch();
    }

    /** The same examples without what {@link #augment} draws: images are cut at their middle, and not turned. */
    default Dataset still() {
        return this;
    }

    /** The same data, whose transforms are fitted to these examples: those of a training. */
    @Internal
    default Dataset fitted() {
        return this;
    }

    /** All inputs, [examples, …]; the first where there are several. */
    default Tensor x() {
        return inputs().get(0);
    }

    /** All targets, [examples, …]; class labels are int64 [examples]; the first where there are several. */
    default Tensor y() {
        return Targets.at("dataset.y", targets(), 0);
    }

    /** The names of the targets; none where they have no names. */
    default List<String> targetNames() {
        return facts().targetNames();
    }

    /** The same data, whose targets are called by the names of the outputs they belong to. */
    default Dataset named(String... targets) {
        return new TensorDataset(inputs(), targets(), facts().withTargetNames(List.of(targets)), weights());
    }

    /**
     * How much each example counts when a model is trained or evaluated: the loss of examples is Σ wᵢ·lᵢ / Σ wᵢ, with lᵢ the
     * loss of one. So PyTorch weighs classes in its cross-entropy, and Keras with {@code mean_with_sample_weight}; Keras'
     * {@code sum_over_batch_size} divides by the number of examples instead. Twice the weight is as much as the example
     * twice. A loss that is a {@code sum()} is Σ wᵢ·lᵢ. Metrics count each example once; an {@code objective(batch -> …)} has
     * {@link Batch#weights} at hand.
     *
     * @param each one number of 0 or more for each example, [examples]; 0 leaves it out
     * @throws IllegalArgumentException if there is another number of them, one is negative or not finite, or all are 0
     */
    default Dataset weights(Tensor each) {
        return new TensorDataset(inputs(), targets(), facts(), Optional.of(Weights.of(this, each)));
    }

    /** How much each example counts, float32 [examples]; none where all count alike. */
    default Optional<Tensor> weights() {
        return Optional.empty();
    }

    /** The classes' names in the order of their labels; empty where targets are not classes. */
    default List<String> classes() {
        return facts().classes();
    }

    /**
     * The numbers of the words or characters; of the source, where a text is translated.
     *
     * @throws IllegalStateException if this is no text
     */
    default Vocabulary vocabulary() {
        return facts().requireVocabulary();
    }

    /**
     * The numbers of the words that a model says.
     *
     * @throws IllegalStateException if this is no text
     */
    default Vocabulary targetVocabulary() {
        return facts().requireTargetVocabulary();
    }

    /**
     * A training and a validation part, drawn at random; of data that is {@link #stratified}, of each class for itself. Only
     * the training part is augmented.
     *
     * @param train the training part's share, between 0 and 1
     */
    default Split split(Number train, long seed) {
        return Shares.split(this, train, seed);
    }

    /** Training, validation and test parts; what the two shares leave is the test part. */
    default Split split(Number train, Number validation, long seed) {
        return Shares.split(this, train, validation, seed);
    }

    /**
     * The same data, which {@link #split} and {@link #folds} divide class by class, so that each part has as much of each.
     *
     * @throws IllegalArgumentException if targets are not labels, int64 [examples]
     */
    default Dataset stratified() {
        Classes.labels("stratified", this);
        return new TensorDataset(inputs(), targets(), facts().withStrata(), weights());
    }

    /**
     * Cross-validation: k splits, each of which validates on another k-th of the examples.
     *
     * @throws IllegalArgumentException unless k is from 2 to the number of examples
     */
    default List<Split> folds(int k, long seed) {
        return Shares.folds(this, k, seed);
    }

    /**
     * The test part that the data came with, {@code mnist().test()}.
     *
     * @throws IllegalStateException if it came with none; {@link #split} then makes one
     */
    default Dataset test() {
        throw new IllegalStateException("test: expected data that comes with a test part, such as mnist(), got " + this
                + "; split(0.7, 0.15, 42).test() makes one");
    }

    /** In another order. */
    default Dataset shuffle(long seed) {
        return rows(new RandomStream(seed).permutation(size()));
    }

    /** The first {@code count} examples. */
    default Dataset take(int count) {
        return rows(LongStream.range(0, Rows.count("take", count, size())).toArray());
    }

    /** All but the first {@code count} examples. */
    default Dataset skip(int count) {
        return rows(LongStream.range(Rows.count("skip", count, size()), size()).toArray());
    }

    /** The examples of both, one after the other. */
    default Dataset concat(Dataset more) {
        return Rows.concat(this, more);
    }

    /** The examples for which this holds; it is asked with each as a batch of one: {@code filter(b -> b.y().item() < 5)}. */
    default Dataset filter(Predicate<Batch> condition) {
        return rows(LongStream.range(0, size())
                .filter(i -> condition.test(rows(i).batch()))
                .toArray());
    }

    /**
     * The examples of these classes alone, whose labels count anew in the order named: {@code ofClass(3, 5)} has labels 0 and
     * 1, and {@link #classes} their names.
     *
     * @throws IllegalArgumentException if targets are not labels, or there is no such class
     */
    default Dataset ofClass(int... labels) {
        return Classes.of(this, labels);
    }

    /** Labels as float32 vectors with 1 in the class's place and 0 elsewhere, [examples, classes]. */
    default Dataset oneHot() {
        return Classes.oneHot(this);
    }

    /** Changes all examples at once, as a batch, into as many others. */
    default Dataset map(UnaryOperator<Batch> change) {
        return Rows.map(this, change);
    }

    /** Changes the inputs, all at once, [examples, …]; the first where there are several. */
    default Dataset mapX(UnaryOperator<Tensor> change) {
        return map(b -> b.withX(Rows.asMany("mapX", change.apply(b.x()), b.size())));
    }

    /** Changes the targets, all at once, [examples, …]; the first where there are several. */
    default Dataset mapY(UnaryOperator<Tensor> change) {
        return map(b -> b.withY(Rows.asMany("mapY", change.apply(b.y()), b.size())));
    }

    /**
     * Images [channels, h, w] of another size, bilinear and smoothed where they shrink; label masks take the nearest pixel.
     *
     * @throws IllegalArgumentException if x is not images
     */
    default Dataset resize(int height, int width) {
        return map(Images.resized(height, width));
    }

    /**
     * Scales to mean 0 and standard deviation 1, x′ = (x − μ) / σ: images [channels, h, w] by channel, other examples by
     * column. What does not vary is only shifted. μ and σ are those of this data and stay readable as {@link #scaling}; take
     * {@code split.normalise()} to scale all parts by the training part's.
     */
    default Dataset normalise() {
        return normalise(Scaling.standard(still()));
    }

    /** Scales images to mean 0 and standard deviation 1 in each channel. */
    default Dataset normalisePerChannel() {
        return normalise(Scaling.perChannel(still()));
    }

    /** Subtracts the mean example: of images, the mean image. */
    default Dataset subtractMean() {
        return normalise(Scaling.mean(still()));
    }

    /** Scales as other data was: {@code test.normalise(train.scaling())}. */
    default Dataset normalise(Scaling scaling) {
        return Rows.scaled(this, scaling);
    }

    /**
     * How {@link #normalise} scaled this data; its {@code inverse} leads back.
     *
     * @throws IllegalStateException if it did not
     */
    default Scaling scaling() {
        return facts().requireScaling();
    }

    /**
     * Images that look a little different in each epoch: {@code augment(pad(4), crop(32), flip())} are done one after the
     * other, drawn for each image from the training's seed. Label masks [examples, h, w] and images as targets follow. After
     * a {@link #split} only the training part is augmented; {@link #x} shows one draw.
     *
     * @throws IllegalArgumentException if x is not images, or targets would not follow
     */
    default Dataset augment(Augmentation... changes) {
        return Augmented.of(this, changes);
    }

    /** Inputs as their own targets: what an autoencoder learns. */
    default Dataset asAutoencoder() {
        return map(b -> new Batch(b.inputs(), List.of(b.x()), List.of(), OptionalInt.empty(), b.weights()))
                .withoutClasses();
    }

    /** The same numbers, which are no classes. */
    @Internal
    default Dataset withoutClasses() {
        return new TensorDataset(inputs(), targets(), facts().withClasses(List.of()), weights());
    }

    /**
     * Sets each element of x to 0 with this probability, others in each epoch; targets stay: {@code
     * asAutoencoder().corrupt(0.3)} is what a denoising autoencoder learns from.
     *
     * @param share from 0 to below 1
     * @see <a href="https://dl.acm.org/doi/10.1145/1390156.1390294">Vincent et al. 2008</a>
     */
    default Dataset corrupt(Number share) {
        return Corruption.of(this, share);
    }

    /**
     * Pieces of {@code length} rows, one after the other, with the same rows one later as targets: x [pieces, length, …], y of
     * the same shape. What does not fill a piece is left out.
     */
    default Dataset window(int length) {
        return Windows.inARow(this, length);
    }

    /**
     * A window that slides over the rows, and what comes {@code ahead} rows after it: x [windows, length, …], y [windows, …].
     * {@code window(5, 1)} foretells the next row of five.
     */
    default Dataset window(int length, int ahead) {
        return Windows.sliding(this, length, ahead);
    }

    /**
     * The same windows in the order that stateful layers need: with {@code batch(batch)}, example i of each batch goes on
     * where example i of the batch before ended. Windows that do not fill the last batch are left out. Train with {@code
     * .batch(batch)} of the same size; models with {@code stateful()} layers get batches in the data's own order. Their states
     * are carried over as numbers, so that gradients reach back one window: {@code text(s).window(35).stream(20)} is
     * backpropagation through time, truncated to 35 steps.
     */
    default Dataset stream(int batch) {
        return rows(Windows.stream(size(), batch));
    }

    /**
     * Tasks of a few examples: each draws {@code ways} classes, and of each {@code shots} examples to learn from and {@code
     * queries} to be asked, class by class; labels count from 0 in each. As many tasks as the examples give, one at least.
     *
     * @throws IllegalArgumentException if targets are not labels, or too few classes have enough examples
     * @see <a href="https://arxiv.org/abs/1606.04080">Vinyals et al. 2016</a>
     */
    default Iterable<Episode> episodes(int ways, int shots, int queries, long seed) {
        return new Episodes(this, ways, shots, queries, seed);
    }

    /**
     * Each example with another one as x(1), by turns of the same class and of another; y is 1 or 0, float32 [examples].
     *
     * @throws IllegalArgumentException if targets are not labels, or there are too few of a class
     */
    default Dataset pairs(long seed) {
        return Partners.pairs(this, seed);
    }

    /**
     * Each example with one of its class as x(1) and one of another class as x(2); there are no targets.
     *
     * @throws IllegalArgumentException if targets are not labels, or there are too few of a class
     */
    default Dataset triplets(long seed) {
        return Partners.triplets(this, seed);
    }

    /** Batches in order; the last one may be smaller. What {@link #augment} draws comes from the session's stream. */
    default Iterable<Batch> batches(int size) {
        return Batches.inOrder(this, size);
    }

    /** Batches in an order drawn at random; the last one may be smaller. */
    default Iterable<Batch> batches(int size, long seed) {
        return Batches.shuffled(this, size, seed);
    }

    /** All examples as one batch. */
    default Batch batch() {
        return new Batch(inputs(), targets(), targetNames(), facts().padding(), weights());
    }

    /** {@code count} different examples drawn at random. */
    default Batch sample(int count, long seed) {
        if (count < 1 || count > size()) {
            throw new IllegalArgumentException(
                    "sample: expected 1 to " + size() + " examples, as many as there are, got " + count);
        }
        return rows(Arrays.copyOf(new RandomStream(seed).permutation(size()), count))
                .batch();
    }

    /** {@code count} different examples drawn at random from the session's stream. */
    default Batch sample(int count) {
        return sample(count, RandomStream.session().nextSeed());
    }
}
