package percolate;

import java.util.List;
import percolate.data.Facts;
import percolate.data.TensorDataset;
import percolate.data.Tokens;

/** A text as numbers of its characters, or of its words: what a model learns to go on with. Immutable. */
public final class Text {
    private final String text;
    private final Tokens tokens;
    private final Vocabulary vocabulary;

    private Text(String text, Tokens tokens, Vocabulary vocabulary) {
        this.text = text;
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    /** By its characters. */
    @Internal
    public static Text of(String text) {
        return of(text, Tokens.CHARACTERS);
    }

    private static Text of(String text, Tokens tokens) {
        return new Text(text, tokens, Vocabulary.of(tokens, List.of(text)));
    }

    /** The same text by its words; signs count as words. */
    public Text words() {
        return of(text, Tokens.WORDS);
    }

    /** The same text by its characters. */
    public Text characters() {
        return of(text, Tokens.CHARACTERS);
    }

    /**
     * The same text in the numbers of another vocabulary: of what a model was trained on.
     *
     * @throws IllegalArgumentException if that lacks one of its words, and has no mark for unknown ones
     */
    public Text with(Vocabulary another) {
        return new Text(text, tokens, another);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** How many characters or words it has. */
    public int size() {
        return tokens.of(text).size();
    }

    /** The numbers of its characters or words, int64 [size]. */
    public Tensor numbers() {
        return vocabulary.encode(text);
    }

    /**
     * Pieces one after the other, with the same pieces one later as targets: x and y int64 [pieces, length]. What does not
     * fill a piece is left out.
     */
    public Dataset window(int length) {
        return rows().window(length);
    }

    /**
     * A window that slides over the text, and what comes {@code ahead} after it: x int64 [windows, length], y int64 [windows].
     * {@code window(5, 1)} foretells the next word of five.
     */
    public Dataset window(int length, int ahead) {
        return rows().window(length, ahead);
    }

    private Dataset rows() {
        return new TensorDataset(List.of(numbers()), List.of(), Facts.none().withVocabularies(vocabulary, vocabulary));
    }

    @Override
    public String toString() {
        return size() + " " + tokens.plural() + ", " + vocabulary.size() + " different ones";
    }
}
