package percolate.decoding;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import percolate.Tensor;

/**
 * The best sentences that beam search found, as numbers of words, best first. Each step extends the {@code width} best
 * beginnings by every word and keeps the {@code width} best of these; those that reached the last word wait aside. A list:
 * {@code beams.get(0)} is the best sentence.
 */
public final class Beams extends AbstractList<List<Integer>> implements RandomAccess {
    private final List<Hypothesis> all;
    private final List<Hypothesis> best;
    private final int width;
    private final double power;

    private Beams(List<Hypothesis> all, int width, double power) {
        this.all = all;
        this.best = all.stream()
                .sorted(Comparator.comparingDouble((Hypothesis h) -> -h.score(power)))
                .limit(width)
                .toList();
        this.width = width;
        this.power = power;
    }

    /**
     * Searches.
     *
     * @param next the logits of the next word for a prefix [1, steps]
     * @param bos the word that a sentence begins with
     * @param eos the word that it ends with
     * @param length the most words behind the first, the last one counted
     */
    public static Beams search(Function<Tensor, Tensor> next, int bos, int eos, int width, int length) {
        if (width < 1 || length < 1 || bos < 0 || eos < 0) {
            throw new IllegalArgumentException(
                    "beamSearch: expected numbers of words, a width and a length of 1 or more," + " got bos " + bos
                            + ", eos " + eos + ", width " + width + ", length " + length);
        }
        var ended = new ArrayList<Hypothesis>();
        var alive = List.of(Hypothesis.EMPTY);
        for (int step = 0; step < length && !alive.isEmpty(); step++) {
            var longer = alive.stream()
                    .flatMap(h -> extended(h, next.apply(Logits.batch(h.behind(bos))), eos, width))
                    .sorted(Comparator.comparingDouble((Hypothesis h) -> -h.score()))
                    .toList();
            longer.stream().limit(width).filter(Hypothesis::ended).forEach(ended::add);
            alive = longer.stream().filter(h -> !h.ended()).limit(width).toList();
        }
        return new Beams(Stream.concat(ended.stream(), alive.stream()).toList(), width, 0);
    }

    /** By the words that can be among the best: one more than the width, for one may be the last. */
    private static Stream<Hypothesis> extended(Hypothesis hypothesis, Tensor logits, int eos, int width) {
        double[] logarithms = Logits.logarithms(Logits.last("beamSearch", logits));
        if (eos >= logarithms.length) {
            throw new IllegalArgumentException("beamSearch: expected eos among the " + logarithms.length
                    + " words that logits were given for, 0 to " + (logarithms.length - 1) + ", got " + eos);
        }
        return IntStream.range(0, logarithms.length)
                .filter(word -> logarithms[word] > Double.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer word) -> -logarithms[word]))
                .limit(width + 1L)
                .map(word -> hypothesis.with(word, logarithms[word], eos));
    }

    /**
     * The best by ln p / lengthᵃ, so that long sentences do not lose by their length alone; 0 leaves the length out, 1 takes
     * the mean of the words, 0.6 is usual in translation.
     *
     * @see <a href="https://arxiv.org/abs/1609.08144">Wu et al. 2016</a>
     */
    public Beams normalised(Number power) {
        if (!(power.doubleValue() >= 0)) {
            throw new IllegalArgumentException("beamSearch.normalised: expected 0 or more, got " + power);
        }
        return new Beams(all, width, power.doubleValue());
    }

    /** The numbers of a sentence's words, without the first and the last one. */
    @Override
    public List<Integer> get(int index) {
        return best.get(index).words();
    }

    @Override
    public int size() {
        return best.size();
    }

    /** ln of each sentence's probability, divided by lengthᵃ after {@link #normalised}. */
    public double[] scores() {
        return best.stream().mapToDouble(h -> h.score(power)).toArray();
    }

    /** Whether a sentence came to its last word, or was cut off by the length. */
    public boolean isEnded(int index) {
        return best.get(index).ended();
    }
}
