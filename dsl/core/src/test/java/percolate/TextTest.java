package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final String CAT = "This morning I took my cat for a walk";

    @Test
    void wordsAreNumberedAsTheyComeAndComeBack() {
        var words = vocabulary(CAT);
        assertThat(words.size()).isEqualTo(9);
        assertThat(words.index("cat")).isEqualTo(5);
        assertThat(words.word(8)).isEqualTo("walk");
        assertThat(words.encode("my cat").toLongArray()).containsExactly(4, 5);
        assertThat(words.encode("my cat").dtype()).isEqualTo(int64);
        assertThat(words.decode(words.encode(CAT))).isEqualTo(CAT);
        assertThat(words.decode(tensor(4, 5))).as("numbers of any type").isEqualTo("my cat");
        assertThat(words.decode(List.of(4, 5))).isEqualTo("my cat");
        assertThat(vocabulary(List.of("the food", "the cat")).words()).containsExactly("the", "food", "cat");
        assertThat(words).hasToString("9 words: This morning I took my cat for a walk");
    }

    @Test
    void signsAreWordsAndStandBehindTheWordBefore() {
        var words = vocabulary("It's well-known, isn't it? Très 3 €!");
        assertThat(words.words()).containsExactly("It's", "well-known", ",", "isn't", "it", "?", "Très", "3", "€", "!");
        assertThat(words.decode(words.encode("It's well-known, isn't it?"))).isEqualTo("It's well-known, isn't it?");
    }

    @Test
    void marksComeFirstAndAreLeftOutOfText() {
        var marked = vocabulary("go home").withMarks();
        assertThat(List.of(marked.pad(), marked.bos(), marked.eos())).containsExactly(0, 1, 2);
        assertThat(marked.size()).isEqualTo(6);
        assertThat(marked.index("nowhere")).isEqualTo(3);
        assertThat(marked.decode(tensor(1, 4, 5, 2, 4, 0))).isEqualTo("go home");
        assertThat(marked.withMarks()).isEqualTo(marked);
        var padded = marked.encode(List.of("go home go", "go"));
        assertThat(padded.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(padded.toLongArray()).containsExactly(4, 5, 4, 4, 0, 0);
    }

    @Test
    void unknownWordsAreSaidOrNumbered() {
        var words = vocabulary(CAT);
        assertOneSentence(() -> words.index("caat"), "vocabulary: ", "\"caat\"", "9 words", "\"cat\"", "withUnknown()");
        assertOneSentence(() -> words.word(9), "vocabulary: ", "0 to 8", "got 9");
        assertThat(words.withUnknown().encode("my dog").toLongArray()).containsExactly(4, 9);
        assertThat(words.withUnknown().size()).isEqualTo(10);
        assertOneSentence(() -> vocabulary(" "), "vocabulary: ", "empty");
        assertOneSentence(() -> words.decode(zeros(2, 2)), "vocabulary.decode: ", "[2, 2]", "get(0)");
        assertOneSentence(() -> words.encode(List.of("my", "my cat")), "vocabulary.pad: ", "withMarks()");
        assertOneSentence(() -> words.bos(), "vocabulary.bos: ", "withMarks()");
    }

    @Test
    void piecesOfATextHaveTheNextCharactersAsTargets() {
        var data = text("to be or not to be").window(5);
        var batch = data.batch();
        assertThat(batch.x().shape()).isEqualTo(Shape.of(3, 5));
        assertThat(batch.x().dtype()).isEqualTo(int64);
        var v = data.vocabulary();
        assertThat(v.decode(batch.x().get(1))).isEqualTo(" or n");
        assertThat(v.decode(batch.y().get(1))).isEqualTo("or no");
        assertThat(data.targetVocabulary()).isEqualTo(v);
        assertThat(data.split(0.5, 1).train().vocabulary()).isEqualTo(v);
        assertOneSentence(() -> text("to be").window(35), "window(35): ", "36", "got 5", "shorter");
        assertOneSentence(() -> iris().vocabulary(), "vocabulary: ", "no text");
    }

    @Test
    void aWindowForetellsTheNextWord() {
        var data = text(CAT).words().window(5, 1);
        assertThat(data.x().shape()).isEqualTo(Shape.of(4, 5));
        assertThat(data.y().shape()).isEqualTo(Shape.of(4));
        assertThat(data.vocabulary().decode(data.x().get(3))).isEqualTo("took my cat for a");
        assertThat(data.vocabulary().word(data.y().get(3).toInt())).isEqualTo("walk");
        assertThat(text(CAT)).hasToString("37 characters, 19 different ones");
        assertThat(text(CAT)
                        .words()
                        .with(vocabulary("walk " + CAT))
                        .numbers()
                        .get(8)
                        .toInt())
                .isZero();
        assertThat(text(CAT).words().characters().size()).isEqualTo(37);
    }

    /** With what is carried over, a stream of windows is the whole text, cut. */
    @Test
    void statesGoOnAlongAStream() {
        seed(2);
        var text = text("abcabdabcabdabcabdabcabdabcabdabcabd");
        var data = text.window(4).stream(2);
        int size = text.vocabulary().size();
        var net = sequential(
                input(TIME).to(int64),
                embedding(size, 3),
                gru(4).returnSequences().stateful());
        var parts = new ArrayList<Tensor>();
        for (var batch : data.batches(2)) {
            parts.add(net.predict(batch.x()));
        }
        var free = sequential(input(TIME).to(int64), embedding(size, 3), gru(4).returnSequences())
                .weights(net.weights());
        int half = data.size() / 2 * 4;
        var numbers = text.numbers();
        var whole = free.predict(stack(numbers.slice(0, 0, half), numbers.slice(0, half, 2 * half)));
        assertThat(concat(1, parts.toArray(Tensor[]::new)).isClose(whole, 1e-5)).isTrue();
    }

    @Test
    void aTranslationHasSourceTargetAndWhatComesNext() {
        var data = translation(List.of("go home", "stop"), List.of("va chez toi", "halte"));
        var batch = data.batch();
        var to = data.targetVocabulary();
        assertThat(batch.inputs()).hasSize(2);
        assertThat(batch.x(0).toLongArray()).containsExactly(4, 5, 6, 0);
        assertThat(batch.x(1).toLongArray()).containsExactly(1, 4, 5, 6, 1, 7, 0, 0);
        assertThat(batch.y().toLongArray()).containsExactly(4, 5, 6, 2, 7, 2, 0, 0);
        assertThat(batch.mask().toFloatArray()).containsExactly(1, 1, 1, 1, 1, 1, 0, 0);
        assertThat(to.decode(batch.y().get(0))).isEqualTo("va chez toi");
        assertThat(data.vocabulary().encode("stop").toLongArray()).containsExactly(6);
        assertThat(data.split(0.5, 1).train().batch().mask().shape()).isEqualTo(Shape.of(1, 4));
        assertOneSentence(() -> translation(List.of("a"), List.of()), "translation: ", "1 and 0");
    }

    /** The mean over words that are there, by hand. */
    @Test
    void lossesAndMetricsLeaveOutWhatFillsUp() {
        seed(3);
        var data = translation(List.of("go home", "stop"), List.of("va chez toi", "halte"));
        int size = data.targetVocabulary().size();
        var source = input(TIME).to(int64);
        var target = input(TIME).to(int64);
        var memory = source.then(embedding(size, 4)).then(gru(5).returnSequences());
        var said = target.then(embedding(size, 4)).then(gru(5).returnSequences(), memory.state());
        var net = model(List.of(source, target), said.then(dense(size)));
        var logits = net.predict(data);
        var truth = data.y();
        double loss = 0;
        double hits = 0;
        for (int i = 0; i < 8; i++) {
            int word = truth.get(i / 4, i % 4).toInt();
            if (word != 0) {
                loss -= logits.get(i / 4, i % 4).logSoftmax(0).get(word).item() / 6;
                hits += logits.get(i / 4, i % 4).argmax().toInt() == word ? 1 / 6.0 : 0;
            }
        }
        var chosen = net.evaluate(data);
        assertThat(chosen.loss()).isCloseTo(loss, within(1e-5));
        assertThat(chosen.get("accuracy")).isCloseTo(hits, within(1e-6));
        var said2 = net.evaluate(data, crossEntropy().named("ce"), accuracy(), perplexity());
        assertThat(said2.get("ce")).isCloseTo(loss, within(1e-5));
        assertThat(said2.get("perplexity")).isCloseTo(Math.exp(loss), within(1e-4));
        var mine = net.evaluate(data, crossEntropy().ignore(2).named("ce"));
        assertThat(mine.get("ce")).as("what one says oneself counts").isNotCloseTo(loss, within(1e-4));
        var run = net.train(data)
                .loss(crossEntropy())
                .optimizer(sgd(1e-9))
                .epochs(1)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.history().get(0).loss()).isCloseTo(net.evaluate(data).loss(), within(1e-5));
    }

    @Test
    void aNetworkLearnsToCountByTranslating() {
        var data = numberWords(60, 4);
        var from = data.vocabulary();
        var to = data.targetVocabulary();
        assertThat(data.x().shape().get(1)).isEqualTo(3);
        assertThat(to.words()).contains("hundred");
        assertThat(from.size()).isEqualTo(4 + 10);
    }

    @Test
    void theNextCharacterIsLearned() {
        var data = text("abcdabcdabcdabcdabcdabcdabcdabcdabcd").window(3, 1);
        var v = data.vocabulary();
        var net = sequential(input(TIME).to(int64), embedding(v.size(), 8), gru(8), dense(v.size()));
        net.train(data).optimizer(adam(0.05)).epochs(20).seed(1).quiet().fit();
        assertThat(v.word(net.predict(v.encode("bcd").unsqueeze(0)).argmax().toInt()))
                .isEqualTo("a");
    }
}
