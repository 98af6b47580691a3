package percolate.decoding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A beginning of a sentence, or all of one.
 *
 * @param words behind the first one, without the last
 * @param score ln of its probability
 * @param ended whether the last word was said
 */
record Hypothesis(List<Integer> words, double score, boolean ended) {
    static final Hypothesis EMPTY = new Hypothesis(List.of(), 0, false);

    Hypothesis with(int word, double logarithm, int eos) {
        if (word == eos) {
            return new Hypothesis(words, score + logarithm, true);
        }
        var longer = new ArrayList<>(words);
        longer.add(word);
        return new Hypothesis(List.copyOf(longer), score + logarithm, false);
    }

    /** ln p / lengthᵃ, the last word counted. */
    double score(double power) {
        return score / Math.pow(Math.max(1, words.size() + (ended ? 1 : 0)), power);
    }

    long[] behind(int bos) {
        return LongStream.concat(LongStream.of(bos), words.stream().mapToLong(w -> w))
                .toArray();
    }
}
