package percolate.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import percolate.DType;
import percolate.Metric;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * BLEU of all sentences together, BP·exp(¼·Σ ln pₙ): pₙ is the share of the predicted n-grams, for n from 1 to 4, that occur
 * in the reference too, each at most as often as there; the brevity penalty BP is exp(1 − r/c) where the c predicted words
 * are fewer than the r of the references, else 1. 0 where one pₙ is 0.
 *
 * <p>Predictions are scores of words [batch, time, words], of which the largest speaks, or the words themselves
 * [batch, time]; references int64 [batch, time], or several of each sentence [batch, references, time], of which the one
 * nearest in length counts for r.
 *
 * @see <a href="https://aclanthology.org/P02-1040">Papineni et al. 2002</a>
 */
public final class Bleu implements Metric {
    private static final int ORDER = 4;

    private final int order;
    private final List<Integer> ignored;
    private final OptionalInt end;

    private Bleu(int order, List<Integer> ignored, OptionalInt end) {
        this.order = order;
        this.ignored = List.copyOf(ignored);
        this.end = end;
    }

    public Bleu() {
        this(ORDER, List.of(), OptionalInt.empty());
    }

    /** Counts n-grams of up to so many words instead of 4. */
    public Bleu order(int longest) {
        if (longest < 1) {
            throw new IllegalArgumentException("bleu.order: expected 1 or more words, got " + longest + "; 4 is usual");
        }
        return new Bleu(longest, ignored, end);
    }

    @Override
    public Bleu leavingOut(int word) {
        return ignored.isEmpty() ? ignore(word) : this;
    }

    /** Leaves out what has one of these numbers, for example padding. */
    public Bleu ignore(int... words) {
        return new Bleu(order, Arrays.stream(words).boxed().toList(), end);
    }

    /** Sentences end before this word; what a model writes behind it does not count. */
    public Bleu end(int word) {
        return new Bleu(order, ignored, OptionalInt.of(word));
    }

    @Override
    public String name() {
        return "bleu";
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        var reference = targets.shape().dropFirst(1);
        if (output.rank() < 1 || output.rank() > 2 || reference.rank() < 1 || reference.rank() > 2) {
            throw new ShapeException("bleu: expected predictions [batch, time, words] or [batch, time] and references"
                    + " [batch, time] or [batch, references, time], got examples of shapes " + output + " and "
                    + reference + "; a sentence alone becomes a batch with unsqueeze(0)");
        }
        return targets.to(DType.int64);
    }

    @Override
    public boolean readsLogits() {
        return true;
    }

    /** Per example: the time steps, the references, their time steps, the predicted words, the words of the references. */
    @Override
    public Counts counts(Scoring scoring) {
        int time = scoring.output().get(0);
        int references = scoring.target().rank() == 1 ? 1 : scoring.target().get(0);
        int length = scoring.target().get(-1);
        var words = scoring.output().rank() == 1 ? "o" : "torch.argmax(o, 2, False)";
        var head = scoring.let("torch.repeat(torch.tensor([" + time + ", " + references + ", " + length
                + "], dtype=7, device=ops.prim.device(o), requires_grad=False), [torch.size(o, 0), 1])");
        var predicted = scoring.let("torch.to(" + words + ", 7, False, False, None)");
        var actual = scoring.let("torch.to(torch.reshape(y, [torch.size(y, 0), -1]), 7, False, False, None)");
        return Counts.all(
                "torch.flatten(torch.cat([" + head + ", " + predicted + ", " + actual + "], 1), 0, -1)",
                3 + time + references * length);
    }

    @Override
    public double value(double[] gathered) {
        var grams = new Grams(order);
        for (int at = 0; at < gathered.length; ) {
            int time = (int) gathered[at];
            int count = (int) gathered[at + 1];
            int length = (int) gathered[at + 2];
            at += 3;
            var predicted = sentence(gathered, at, at + time);
            at += time;
            var references = new ArrayList<List<Integer>>();
            for (int i = 0; i < count; i++, at += length) {
                references.add(sentence(gathered, at, at + length));
            }
            grams.add(predicted, references);
        }
        return grams.bleu();
    }

    private List<Integer> sentence(double[] numbers, int from, int to) {
        var words = new ArrayList<Integer>();
        for (int i = from; i < to; i++) {
            int word = (int) numbers[i];
            if (end.isPresent() && word == end.getAsInt()) {
                break;
            }
            if (!ignored.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    @Override
    public String toString() {
        return "bleu()" + (order == ORDER ? "" : ".order(" + order + ")")
                + (ignored.isEmpty() ? "" : ".ignore(" + ignored.toString().replaceAll("[\\[\\]]", "") + ")")
                + (end.isEmpty() ? "" : ".end(" + end.getAsInt() + ")");
    }
}
