package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import percolate.metric.Bleu;

/** BLEU against the examples of Papineni et al. 2002 and their formula worked out by hand. */
class BleuTest {
    private static final int PAD = 0;
    private static final double EXACT = 1e-6;
    private static final List<String> REFERENCES = List.of(
            "It is a guide to action that ensures that the military will forever heed Party commands",
            "It is the guiding principle which guarantees the military forces always being under the command of the"
                    + " Party",
            "It is the practical guide for the army always to heed the directions of the party");

    private final List<String> words = new ArrayList<>(List.of("<pad>"));

    /** Numbers of words, filled up to one length. */
    private Tensor numbers(List<String> sentences, int length) {
        var numbers = new long[sentences.size()][length];
        for (int i = 0; i < sentences.size(); i++) {
            var split = sentences.get(i).toLowerCase(java.util.Locale.ROOT).split(" ", -1);
            for (int t = 0; t < split.length; t++) {
                if (!words.contains(split[t])) {
                    words.add(split[t]);
                }
                numbers[i][t] = words.indexOf(split[t]);
            }
        }
        var flat = Arrays.stream(numbers).flatMapToLong(Arrays::stream).toArray();
        return tensor(flat).reshape(sentences.size(), length);
    }

    private double score(Bleu bleu, String candidate, List<String> references) {
        var reference = numbers(references, 18).unsqueeze(0);
        return bleu.ignore(PAD).of(numbers(List.of(candidate), 20), reference).item();
    }

    @Test
    void unigramsOfThePapersCandidates() {
        // 17 of 18 words, and 18 is the length of a reference; 8 of 14 words, where 16 is the nearest length.
        assertThat(score(
                        bleu().order(1),
                        "It is a guide to action which ensures that the military always obeys the commands of the party",
                        REFERENCES))
                .isCloseTo(17 / 18.0, within(EXACT));
        assertThat(score(
                        bleu().order(1),
                        "It is to insure the troops forever hearing the activity guidebook that party direct",
                        REFERENCES))
                .isCloseTo(8 / 14.0 * Math.exp(1 - 16 / 14.0), within(EXACT));
    }

    @Test
    void bigramsOfThePapersCandidates() {
        // 10 of 17 and 1 of 13.
        assertThat(score(
                        bleu().order(2),
                        "It is a guide to action which ensures that the military always obeys the commands of the party",
                        REFERENCES))
                .isCloseTo(Math.sqrt(17 / 18.0 * 10 / 17.0), within(EXACT));
        assertThat(score(
                        bleu().order(2),
                        "It is to insure the troops forever hearing the activity guidebook that party direct",
                        REFERENCES))
                .isCloseTo(Math.sqrt(8 / 14.0 / 13) * Math.exp(1 - 16 / 14.0), within(EXACT));
    }

    @Test
    void aWordCountsAsOftenAsInOneReference() {
        // The paper's 2 of 7, where the references have 7 and 6 words.
        var references = List.of("The cat is on the mat", "There is a cat on the mat");
        assertThat(score(bleu().order(1), "the the the the the the the", references))
                .isCloseTo(2 / 7.0, within(EXACT));
    }

    @Test
    void sentencesAreCountedTogether() {
        var predicted = numbers(List.of("a b c d e", "a b c x"), 6);
        var references = numbers(List.of("a b c d e f", "a b c d"), 6);
        // Shared 5+3, 4+2, 3+1, 2+0 of 5+4, 4+3, 3+2, 2+1 n-grams; 9 words against 10.
        double expected = Math.exp(1 - 10 / 9.0) * Math.pow(8 / 9.0 * 6 / 7.0 * 4 / 5.0 * 2 / 3.0, 0.25);
        assertThat(bleu().ignore(PAD).of(predicted, references).item()).isCloseTo((float) expected, within(1e-6f));
    }

    @Test
    void whatIsAlikeIsOneAndWhatSharesNoRunIsZero() {
        var sentences = numbers(List.of("a b c d e", "b c d e f"), 5);
        assertThat(bleu().of(sentences, sentences).item()).isEqualTo(1);
        assertThat(bleu().of(sentences, numbers(List.of("f e d c b", "e d c b a"), 5))
                        .item())
                .isZero();
    }

    @Test
    void sentencesStopAtTheirEnd() {
        var predicted = tensor(1L, 2L, 3L, 4L, 9L, 7L, 7L).reshape(1, 7);
        var references = tensor(1L, 2L, 3L, 4L, 9L).reshape(1, 5);
        assertThat(bleu().end(9).of(predicted, references).item()).isEqualTo(1);
        assertThat(bleu().of(predicted, references).item()).isLessThan(1);
    }

    @Test
    void inATrainingItIsThatOfAllSentences() {
        seed(4);
        var x = randint(1, 5, 10, 6);
        var net = sequential(input(TIME), embedding(5, 8), dense(5));
        var run = net.train(dataset(x, x))
                .metrics(bleu())
                .validation(dataset(x, x))
                .optimizer(adam(0.1))
                .batch(4)
                .epochs(40)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.get("val_bleu")).isCloseTo(bleu().of(net.predict(x), x).item(), within(EXACT));
        assertThat(run.get("val_bleu")).isGreaterThan(0.9);
    }

    @Test
    void mistakesAreNamed() {
        assertOneSentence(() -> bleu().of(tensor(1, 2), tensor(1, 2)), "bleu: ", "[batch, time]", "unsqueeze(0)");
        assertOneSentence(() -> bleu().order(0), "bleu.order: ", "got 0");
        assertThat(bleu().order(2).ignore(0, 1).end(3)).hasToString("bleu().order(2).ignore(0, 1).end(3)");
    }
}
