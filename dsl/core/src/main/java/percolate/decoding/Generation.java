package percolate.decoding;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import percolate.DType;
import percolate.Model;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.tensor.RandomStream;

/**
 * A text that goes on word after word: each is drawn by the probabilities softmax(logits / temperature) that a model gives
 * for what stands before it. {@link #tokens} draws.
 *
 * @see <a href="https://arxiv.org/abs/1904.09751">Holtzman et al. 2020, for topP</a>
 */
public final class Generation {
    private final Continuation continuation;
    private final long[] prefix;
    private final int length;
    private final Sampler sampler;
    private final Long seed;
    private final int end;

    private Generation(Continuation continuation, long[] prefix, int length, Sampler sampler, Long seed, int end) {
        this.continuation = continuation;
        this.prefix = prefix;
        this.length = length;
        this.sampler = sampler;
        this.seed = seed;
        this.end = end;
    }

    private static Generation of(Continuation continuation, Tensor prefix, int length) {
        boolean one = prefix.shape().rank() == 1 || (prefix.shape().rank() == 2 && prefix.size(0) == 1);
        if (!one || prefix.size() == 0 || prefix.dtype().isFloating() || prefix.dtype() == DType.bool) {
            throw new ShapeException("generate: expected the numbers of one word or more, int64 [words], got "
                    + prefix.dtype() + " " + prefix.shape() + "; take vocabulary.encode(…), or begin with bos");
        }
        if (length < 0) {
            throw new IllegalArgumentException("generate: expected a length of 0 or more, got " + length);
        }
        return new Generation(continuation, prefix.toLongArray(), length, Sampler.USUAL, null, -1);
    }

    /** By a model of words [batch, time], or of as many words as its window holds. */
    public static Generation of(Model net, Tensor prefix, int length) {
        return of(Continuation.of(net), prefix, length);
    }

    /** By a function from all words so far, [1, words], to logits. */
    public static Generation of(Function<Tensor, Tensor> next, Tensor prefix, int length) {
        return of(Continuation.of(next), prefix, length);
    }

    private Generation with(Sampler its) {
        return new Generation(continuation, prefix, length, its, seed, end);
    }

    /** Below 1 the likely words come more often, above 1 less; 1 unless said. */
    public Generation temperature(Number value) {
        if (!(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
            throw new IllegalArgumentException("generate.temperature: expected more than 0, got " + value
                    + "; for the likeliest word say greedy()");
        }
        return with(new Sampler(value.doubleValue(), sampler.most(), sampler.share()));
    }

    /** Only the {@code k} likeliest words come. */
    public Generation topK(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("generate.topK: expected 1 or more, got " + k);
        }
        return with(new Sampler(sampler.temperature(), k, sampler.share()));
    }

    /** Only the likeliest words come that together have this share of the probability. */
    public Generation topP(Number share) {
        if (!(share.doubleValue() > 0 && share.doubleValue() <= 1)) {
            throw new IllegalArgumentException("generate.topP: expected a share above 0 and up to 1, got " + share);
        }
        return with(new Sampler(sampler.temperature(), sampler.most(), share.doubleValue()));
    }

    /** The likeliest word comes, always. */
    public Generation greedy() {
        return with(Sampler.GREEDY);
    }

    /** The same seed gives the same words; unless said, one from the session's stream. */
    public Generation seed(long value) {
        return new Generation(continuation, prefix, length, sampler, value, end);
    }

    /** Ends early behind this word. */
    public Generation until(int word) {
        return new Generation(continuation, prefix, length, sampler, seed, word);
    }

    /** The prefix and the words behind it, int64 [words]; fewer where it is interrupted. */
    public Tensor tokens() {
        var random = new SplittableRandom(seed == null ? RandomStream.session().nextSeed() : seed);
        var words = continuation.during(() -> words(random));
        return new Tensor(Array.of(words, Shape.of(words.length)));
    }

    private long[] words(SplittableRandom random) {
        var words = prefix;
        boolean ended = false;
        while (words.length < prefix.length + length
                && !ended
                && !Thread.currentThread().isInterrupted()) {
            int fresh = words.length == prefix.length ? words.length : 1;
            int next = sampler.draw(continuation.next(words, fresh), random);
            words = Arrays.copyOf(words, words.length + 1);
            words[words.length - 1] = next;
            ended = next == end;
        }
        return words;
    }

    @Override
    public String toString() {
        return "generate: " + length + " words behind " + prefix.length + "; tokens() draws them";
    }
}
