package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that are found, against all sentences; words that are drawn, against their probabilities. */
class DecodingTest {
    private static final int BOS = 0;
    private static final int EOS = 1;
    private static final int WORDS = 4;
    private static final int LENGTH = 4;

    /** A small language: the logits of the next word by the two words before it. */
    private record Language(Tensor logits) {
        static Language of(long seed) {
            seed(seed);
            return new Language(randn(WORDS, WORDS, WORDS).times(2));
        }

        Tensor next(Tensor prefix) {
            var words = prefix.toLongArray();
            int before = words.length > 1 ? (int) words[words.length - 2] : BOS;
            return logits.get(before, (int) words[words.length - 1]);
        }

        double logarithm(List<Integer> prefix, int word) {
            return next(tensor(prefix).to(int64)).logSoftmax(-1).get(word).item();
        }
    }

    private record Sentence(List<Integer> words, boolean ended, double score) {}

    /** All sentences up to the length, with ln of their probabilities, best first. */
    private static List<Sentence> all(Language language) {
        var found = new ArrayList<Sentence>();
        extend(language, List.of(), 0, found);
        found.sort(Comparator.comparingDouble((Sentence s) -> -s.score()));
        return found;
    }

    private static void extend(Language language, List<Integer> words, double score, List<Sentence> found) {
        if (words.size() == LENGTH) {
            found.add(new Sentence(words, false, score));
            return;
        }
        var prefix = new ArrayList<>(List.of(BOS));
        prefix.addAll(words);
        for (int word = 0; word < WORDS; word++) {
            double longer = score + language.logarithm(prefix, word);
            if (word == EOS) {
                found.add(new Sentence(words, true, longer));
            } else {
                var next = new ArrayList<>(words);
                next.add(word);
                extend(language, List.copyOf(next), longer, found);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aBeamAsWideAsAllSentencesFindsThemAllInOrder(long seed) {
        var language = Language.of(seed);
        var expected = all(language);
        var found = beamSearch(language::next, BOS, EOS, expected.size(), LENGTH);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.scores()[i]).isCloseTo(expected.get(i).score(), within(1e-4));
        }
        assertThat(found.get(0)).isEqualTo(expected.get(0).words());
        assertThat(found.isEnded(0)).isEqualTo(expected.get(0).ended());
        double total = 0;
        for (double score : found.scores()) {
            total += Math.exp(score);
        }
        assertThat(total).isCloseTo(1, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aNarrowBeamFindsWhatAStepByStepSearchKeeps(long seed) {
        var language = Language.of(seed);
        var best = all(language).get(0).score();
        var narrow = beamSearch(language::next, BOS, EOS, 2, LENGTH);
        assertThat(narrow).hasSizeLessThanOrEqualTo(2);
        assertThat(narrow.scores()[0]).isLessThanOrEqualTo(best + 1e-4);
        assertThat(narrow.scores()[0])
                .isGreaterThanOrEqualTo(
                        beamSearch(language::next, BOS, EOS, 1, LENGTH).scores()[0] - 1e-4);
    }

    @Test
    void aBeamOfOneTakesTheLikeliestWordEachTime() {
        var language = Language.of(4);
        var words = generate(language::next, tensor(List.of(BOS)).to(int64), LENGTH)
                .greedy()
                .until(EOS)
                .tokens()
                .toLongArray();
        var found = beamSearch(language::next, BOS, EOS, 1, LENGTH);
        var expected = IntStream.range(1, words.length)
                .mapToObj(i -> (int) words[i])
                .filter(w -> w != EOS)
                .toList();
        assertThat(found.get(0)).startsWith(expected.toArray(Integer[]::new));
    }

    /** "0.6 ends at once" against "0.4 · 1 · 1": by the mean of the words the longer one is better. */
    @Test
    void normalisedScoresLetLongSentencesWin() {
        Function<Tensor, Tensor> next = prefix -> prefix.size(1) == 1
                ? tensor(0, 0.6, 0.4).log()
                : prefix.size(1) < 4 ? tensor(0, 0, 1).log() : tensor(0, 1, 0).log();
        var found = beamSearch(next, 0, 1, 3, 6);
        assertThat(found.get(0)).isEmpty();
        assertThat(found.scores()[0]).isCloseTo(Math.log(0.6), within(1e-6));
        var normalised = found.normalised(1);
        assertThat(normalised.get(0)).containsExactly(2, 2, 2);
        assertThat(normalised.scores()[0]).isCloseTo(Math.log(0.4) / 4, within(1e-6));
        assertThat(found.normalised(0).get(0)).isEmpty();
    }

    @Test
    void aNetTranslatesByItsPrefix() {
        seed(1);
        var source = input(TIME).to(int64);
        var target = input(TIME).to(int64);
        var memory = source.then(embedding(7, 4)).then(gru(4));
        var words = target.then(embedding(WORDS, 4)).then(gru(4).returnSequences(), memory);
        var net = model(List.of(source, target), words.then(dense(WORDS)));
        var best =
                beamSearch(prefix -> net.predict(tensor(List.of(3, 4)).to(int64).unsqueeze(0), prefix), BOS, EOS, 3, 5);
        assertThat(best).hasSize(3);
        assertThat(best.get(0)).allMatch(w -> w >= 0 && w < WORDS && w != EOS);
    }

    @Test
    void mistakesOfASearchAreAnsweredInWords() {
        assertOneSentence(() -> beamSearch(p -> zeros(3), 0, 1, 0, 5), "beamSearch: ", "width 0");
        assertOneSentence(() -> beamSearch(p -> zeros(3), 0, 3, 2, 5), "beamSearch: ", "3 words", "got 3");
        assertOneSentence(() -> beamSearch(p -> zeros(2, 1, 3), 0, 1, 2, 5), "beamSearch: ", "[2, 1, 3]");
        assertOneSentence(() -> beamSearch(p -> null, 0, 1, 2, 5), "beamSearch: ", "got null");
        assertOneSentence(() -> beamSearch(p -> tensor(1, Double.NaN), 0, 1, 2, 5), "beamSearch: ", "NaN");
        assertOneSentence(
                () -> beamSearch(p -> zeros(3), 0, 1, 2, 5).normalised(-1), "beamSearch.normalised: ", "got -1");
    }

    /** Σ(observed − expected)²/expected; for the degrees of freedom here it passes 30 once in 10,000 draws of a seed. */
    private static double chiSquare(int[] observed, double... expected) {
        double total = IntStream.of(observed).sum();
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            double wanted = total * expected[i];
            sum += wanted == 0 ? observed[i] == 0 ? 0 : 1e9 : Math.pow(observed[i] - wanted, 2) / wanted;
        }
        return sum;
    }

    private static int[] drawn(Function<percolate.decoding.Generation, percolate.decoding.Generation> options) {
        var logits = tensor(0.5, 0.25, 0.15, 0.1).log();
        var words = options.apply(
                        generate(p -> logits, zeros(1).to(int64), 1000).seed(7))
                .tokens()
                .toLongArray();
        var counts = new int[4];
        IntStream.range(1, words.length).forEach(i -> counts[(int) words[i]]++);
        return counts;
    }

    @Test
    void wordsComeAsOftenAsTheirProbabilitiesSay() {
        assertThat(chiSquare(drawn(g -> g), 0.5, 0.25, 0.15, 0.1)).isLessThan(30);
        double[] squares = {0.25, 0.0625, 0.0225, 0.01};
        double sum = 0.345;
        assertThat(chiSquare(
                        drawn(g -> g.temperature(0.5)),
                        squares[0] / sum,
                        squares[1] / sum,
                        squares[2] / sum,
                        squares[3] / sum))
                .isLessThan(30);
        assertThat(chiSquare(drawn(g -> g.topK(2)), 2 / 3.0, 1 / 3.0, 0, 0)).isLessThan(30);
        assertThat(chiSquare(drawn(g -> g.topP(0.8)), 0.5 / 0.9, 0.25 / 0.9, 0.15 / 0.9, 0))
                .isLessThan(30);
        assertThat(chiSquare(drawn(g -> g.topP(0.01)), 1, 0, 0, 0)).isZero();
        assertThat(chiSquare(drawn(g -> g.greedy()), 1, 0, 0, 0)).isZero();
        assertThat(chiSquare(drawn(g -> g), 0.25, 0.25, 0.25, 0.25))
                .as("another distribution is noticed")
                .isGreaterThan(100);
    }

    @Test
    void aSeedRepeatsTheTextAndTheSessionsStreamGivesAnother() {
        var start = zeros(1).to(int64);
        Function<Tensor, Tensor> even = p -> zeros(10);
        var text = generate(even, start, 30).seed(3).tokens();
        assertThat(generate(even, start, 30).seed(3).tokens().isClose(text, 0)).isTrue();
        assertThat(generate(even, start, 30).seed(4).tokens().isClose(text, 0)).isFalse();
        seed(1);
        var first = generate(even, start, 30).tokens();
        assertThat(generate(even, start, 30).tokens().isClose(first, 0)).isFalse();
        seed(1);
        assertThat(generate(even, start, 30).tokens().isClose(first, 0)).isTrue();
    }

    /** Counts up: after w comes w + 1. */
    private static Tensor counting() {
        return eye(6).get(tensor(1, 2, 3, 4, 5, 0).to(int64)).times(20);
    }

    @Test
    void aWindowMovesAlongTheText() {
        var net = sequential(input(2).to(int64), embedding(6, 6), flatten(), dense(6));
        net.weights(Map.of(
                "embedding1.weight",
                eye(6),
                "dense1.weight",
                concat(0, zeros(6, 6), counting()),
                "dense1.bias",
                zeros(6)));
        assertThat(generate(net, tensor(4, 5).to(int64), 5).greedy().tokens().toLongArray())
                .containsExactly(4, 5, 0, 1, 2, 3, 4);
        assertOneSentence(
                () -> generate(net, tensor(new int[] {4}).to(int64), 5).tokens(), "generate: ", "2 words", "got 1");
    }

    @Test
    void aModelThatEndsInSoftmaxIsDrawnFromByItsProbabilities() {
        var logits = sequential(
                input(TIME).to(int64),
                embedding(6, 6).weight(eye(6)),
                dense(6).weight(counting().div(20)));
        var probabilities = sequential(
                input(TIME).to(int64),
                embedding(6, 6).weight(eye(6)),
                dense(6).weight(counting().div(20)).softmax());
        var start = zeros(1).to(int64);
        assertThat(generate(probabilities, start, 50).seed(1).tokens().toLongArray())
                .containsExactly(generate(logits, start, 50).seed(1).tokens().toLongArray());
    }

    @Test
    void statefulLayersAreToldEachWordOnceAndKeepTheirStates() {
        seed(3);
        var stateful = sequential(
                input(TIME).to(int64), embedding(5, 4), gru(4).returnSequences().stateful(), dense(5));
        var whole = sequential(input(TIME).to(int64), embedding(5, 4), gru(4).returnSequences(), dense(5))
                .copyFrom(stateful);
        var start = tensor(1, 2, 3).to(int64);
        var x = tensor(4, 4).to(int64).unsqueeze(0);
        stateful.predict(x);
        var expected = stateful.copy();
        expected.resetStates();
        expected.predict(x);
        assertThat(generate(stateful, start, 20).seed(5).tokens().toLongArray())
                .containsExactly(generate(whole, start, 20).seed(5).tokens().toLongArray());
        assertThat(stateful.predict(x).isClose(expected.predict(x), 1e-6))
                .as("it goes on where it was")
                .isTrue();
    }

    @Test
    void aTextEndsBehindItsLastWord() {
        var next = counting();
        Function<Tensor, Tensor> count = p -> next.get((int) p.toLongArray()[p.size() - 1]);
        var start = zeros(1).to(int64);
        assertThat(generate(count, start, 9).greedy().until(3).tokens().toLongArray())
                .containsExactly(0, 1, 2, 3);
        assertThat(generate(count, start, 0).tokens().toLongArray()).containsExactly(0);
    }

    @Test
    void mistakesOfATextAreAnsweredInWords() {
        var start = zeros(1).to(int64);
        Function<Tensor, Tensor> even = p -> zeros(3);
        assertOneSentence(() -> generate(even, rand(2), 3), "generate: ", "int64 [words]", "float32 [2]");
        assertOneSentence(() -> generate(even, start, -1), "generate: ", "got -1");
        assertOneSentence(() -> generate(even, start, 3).temperature(0), "generate.temperature: ", "greedy()");
        assertOneSentence(() -> generate(even, start, 3).topK(0), "generate.topK: ", "got 0");
        assertOneSentence(() -> generate(even, start, 3).topP(1.5), "generate.topP: ", "1.5");
        assertOneSentence(
                () -> generate(sequential(input(3, 4), flatten(), dense(2)), start, 3), "generate: ", "[3, 4]");
        assertOneSentence(() -> generate(p -> zeros(0), start, 3).tokens(), "generate: ", "logits", "[0]");
    }
}
