package percolate;

import java.util.List;
import percolate.tensor.RandomStream;

/** Examples with their targets, in memory. Immutable: every method gives a new data set. */
public interface Dataset {
    /** All inputs, [examples, …]. */
    Tensor x();

    /** All targets, [examples, …]; class labels are int64 [examples]. */
    Tensor y();

    /** All inputs, one tensor for each input of a model. */
    List<Tensor> inputs();

    /** All targets, one tensor for each output that has some; none where there are none. */
    List<Tensor> targets();

    /** The names of the targets; none where they have no names. */
    List<String> targetNames();

    /** The same data, whose targets are called by the names of the outputs they belong to. */
    Dataset named(String... targets);

    int size();

    /** The classes' names in the order of their labels; empty where targets are not classes. */
    List<String> classes();

    /**
     * A training and a validation part, drawn at random.
     *
     * @param train the training part's share, between 0 and 1
     */
    Split split(Number train, long seed);

    /** Training, validation and test parts; what the two shares leave is the test part. */
    Split split(Number train, Number validation, long seed);

    /** In another order. */
    Dataset shuffle(long seed);

    /** The first {@code count} examples. */
    Dataset take(int count);

    /** All but the first {@code count} examples. */
    Dataset skip(int count);

    /** Batches in order; the last one may be smaller. */
    Iterable<Batch> batches(int size);

    /** Batches in an order drawn at random; the last one may be smaller. */
    Iterable<Batch> batches(int size, long seed);

    /** All examples as one batch. */
    Batch batch();

    /** {@code count} different examples drawn at random. */
    Batch sample(int count, long seed);

    /** {@code count} different examples drawn at random from the session's stream. */
    default Batch sample(int count) {
        return sample(count, RandomStream.session().nextSeed());
    }
}
