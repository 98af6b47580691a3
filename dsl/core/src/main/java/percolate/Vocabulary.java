package percolate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.data.Tokens;
import percolate.engine.Array;
import percolate.model.Nearest;

/**
 * Words, or characters, and their numbers, which count from 0 in the order in which they first occur. Immutable.
 *
 * <p>A vocabulary {@link #withMarks} begins with four marks: padding 0, beginning 1, end 2, and 3 for unknown words.
 */
public final class Vocabulary {
    private static final String PAD = "<pad>";
    private static final String BOS = "<bos>";
    private static final String EOS = "<eos>";
    private static final String UNKNOWN = "<unknown>";

    private final Tokens tokens;
    private final List<String> words;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private Vocabulary(Tokens tokens, List<String> words) {
        this.tokens = tokens;
        this.words = List.copyOf(words);
        for (var word : words) {
            numbers.put(word, numbers.size());
        }
    }

    /** The words or characters of texts. */
    @Internal
    public static Vocabulary of(Tokens tokens, List<String> texts) {
        var words =
                texts.stream().flatMap(t -> tokens.of(t).stream()).distinct().toList();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("vocabulary: expected some " + tokens.plural() + ", got an empty text");
        }
        return new Vocabulary(tokens, words);
    }

    /** The same words behind marks for padding, 0, beginning, 1, end, 2, and unknown words, 3. */
    public Vocabulary withMarks() {
        var marked = new ArrayList<>(List.of(PAD, BOS, EOS, UNKNOWN));
        words.stream().filter(w -> !marked.contains(w)).forEach(marked::add);
        return new Vocabulary(tokens, marked);
    }

    /** The same words and one more, the last, that stands for all others. */
    public Vocabulary withUnknown() {
        var more = new ArrayList<>(words);
        if (!numbers.containsKey(UNKNOWN)) {
            more.add(UNKNOWN);
        }
        return new Vocabulary(tokens, more);
    }

    /** How many words there are, marks among them. */
    public int size() {
        return words.size();
    }

    /** All words in the order of their numbers. */
    public List<String> words() {
        return words;
    }

    /**
     * The number of a word.
     *
     * @throws IllegalArgumentException if there is no such word, and no mark for unknown ones
     */
    public int index(String word) {
        var number = numbers.getOrDefault(word, numbers.get(UNKNOWN));
        if (number == null) {
            throw new IllegalArgumentException("vocabulary: \"" + word + "\" is none of its " + size() + " "
                    + tokens.plural() + "; did you mean \"" + Nearest.to(word, words)
                    + "\", or say withUnknown() to number what is not known");
        }
        return number;
    }

    /**
     * The word of a number.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public String word(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(
                    "vocabulary: expected a number from 0 to " + (size() - 1) + ", got " + index);
        }
        return words.get(index);
    }

    /** The numbers of a text's words, int64 [words]; no marks are added. */
    public Tensor encode(String text) {
        return new Tensor(numbers(text));
    }

    private Array numbers(String text) {
        var found = tokens.of(text).stream().mapToLong(this::index).toArray();
        return Array.of(found, Shape.of(found.length));
    }

    /**
     * The numbers of several texts, each filled up with padding to the length of the longest, int64 [texts, words].
     *
     * @throws IllegalStateException if lengths differ and this vocabulary has no mark for padding
     */
    public Tensor encode(List<String> texts) {
        var rows = texts.stream().map(t -> numbers(t).toLongs()).toList();
        int longest = rows.stream().mapToInt(r -> r.length).max().orElse(0);
        var all = new long[rows.size() * longest];
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            System.arraycopy(row, 0, all, i * longest, row.length);
            if (row.length < longest) {
                Arrays.fill(all, i * longest + row.length, (i + 1) * longest, pad());
            }
        }
        return new Tensor(Array.of(all, Shape.of(rows.size(), longest)));
    }

    /**
     * The text of numbers up to the mark for its end; other marks are left out.
     *
     * @param numbers whole numbers of any type, one text
     */
    public String decode(Tensor numbers) {
        if (numbers.shape().rank() > 1 && numbers.size() != numbers.size(-1)) {
            throw new ShapeException("vocabulary.decode: expected the numbers of one text, [words], got shape "
                    + numbers.shape() + "; take one with get(0)");
        }
        var text = new ArrayList<String>();
        for (long number : numbers.toLongArray()) {
            var word = word((int) number);
            if (word.equals(EOS)) {
                break;
            }
            if (!word.equals(PAD) && !word.equals(BOS)) {
                text.add(word);
            }
        }
        return tokens.joined(text);
    }

    /** The text of numbers up to the mark for its end; other marks are left out. */
    public String decode(List<Integer> numbers) {
        var values = numbers.stream().mapToLong(Integer::longValue).toArray();
        return decode(new Tensor(Array.of(values, Shape.of(values.length))));
    }

    /** The number of what only fills a sequence up. */
    public int pad() {
        return mark("pad", PAD);
    }

    /** The number that begins what a model says. */
    public int bos() {
        return mark("bos", BOS);
    }

    /** The number that ends what a model says. */
    public int eos() {
        return mark("eos", EOS);
    }

    private int mark(String name, String mark) {
        var number = numbers.get(mark);
        if (number == null) {
            throw new IllegalStateException("vocabulary." + name + ": this vocabulary has no marks, only "
                    + tokens.plural() + "; say withMarks()");
        }
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary that && tokens == that.tokens && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        var first = String.join(" ", words.subList(0, Math.min(10, size())));
        return size() + " " + tokens.plural() + ": " + first + (size() > 10 ? " …" : "");
    }
}
