package percolate.data;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import percolate.DType;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.Vocabulary;
import percolate.tensor.Creation;
import percolate.tensor.Joining;

/** Texts that a model is to say in other words. */
public final class Translation {
    private Translation() {}

    /** Pairs of sentences. */
    public static Dataset of(List<String> source, List<String> target) {
        if (source.isEmpty() || source.size() != target.size()) {
            throw new IllegalArgumentException("translation: expected a sentence for each sentence, got "
                    + source.size() + " and " + target.size() + "; give two lists of one length");
        }
        var from = Vocabulary.of(Tokens.WORDS, source).withMarks();
        return said(List.of(from.encode(source)), target, from);
    }

    /**
     * What a model says to inputs, word by word: its own words from the beginning on, and each time the next one.
     *
     * @param source of what it translates, null where it sees
     */
    public static Dataset said(List<Tensor> inputs, List<String> sentences, Vocabulary source) {
        var to = Vocabulary.of(Tokens.WORDS, sentences).withMarks();
        var words = to.encode(sentences);
        var begin = column(words, to.bos());
        var spoken = Joining.concat(1, List.of(begin, words));
        // Behind the last word of each sentence comes its end, and then padding.
        var open = Joining.concat(1, List.of(words, column(words, to.pad())));
        var before =
                Joining.concat(1, List.of(column(words, 1), words.ne(to.pad()).to(DType.int64)));
        var ends = before.minus(open.ne(to.pad()).to(DType.int64));
        var all = new ArrayList<>(inputs);
        all.add(spoken);
        var facts =
                Facts.none().withVocabularies(source == null ? to : source, to).withPadding(OptionalInt.of(to.pad()));
        return new TensorDataset(all, List.of(open.plus(ends.times(to.eos()))), facts);
    }

    private static Tensor column(Tensor words, int number) {
        return Creation.full(number, Shape.of(words.size(0), 1)).to(DType.int64).to(words.device());
    }
}
