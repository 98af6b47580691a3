package percolate.data.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import percolate.Dataset;
import percolate.Vocabulary;
import percolate.data.Facts;
import percolate.data.TensorDataset;
import percolate.data.Tokens;
import percolate.data.Translation;

/** Texts of small grammars. */
public final class Sentences {
    private static final List<String> THINGS = List.of("food", "film", "book", "room", "music", "service");
    private static final List<String> GOOD = List.of("good", "lovely", "great");
    private static final List<String> BAD = List.of("bad", "boring", "awful");
    private static final List<String> ENDS = List.of("", " at all", " , we thought", " this time");
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private Sentences() {}

    /**
     * Reviews such as "the food was good , not bad at all", in which the order of words decides: x int64 [n, words], filled
     * up at the end with the number {@code vocabulary().pad()}; y 1 where it pleased.
     */
    public static Dataset reviews(int n, long seed) {
        Made.count("reviews", n);
        var random = new SplittableRandom(seed);
        var texts = new ArrayList<String>();
        var pleased = new long[n];
        for (int i = 0; i < n; i++) {
            pleased[i] = random.nextInt(2);
            texts.add(review(pleased[i] == 1, random));
        }
        var vocabulary = Vocabulary.of(Tokens.WORDS, texts).withMarks();
        return new TensorDataset(
                List.of(vocabulary.encode(texts)),
                List.of(Made.tensor(pleased, n)),
                Facts.none().withClasses(List.of("negative", "positive")).withVocabularies(vocabulary, vocabulary));
    }

    private static String review(boolean pleased, SplittableRandom random) {
        var is = one(pleased ? GOOD : BAD, random);
        var not = one(pleased ? BAD : GOOD, random);
        var said = random.nextBoolean() ? is + " , not " + not : "not " + not + " , but " + is;
        return "the " + one(THINGS, random) + " was " + said + one(ENDS, random);
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    /** Numbers up to 999 as figures and as words: "4 2 7" and "four hundred twenty seven". */
    public static Dataset numberWords(int n, long seed) {
        Made.count("numberWords", n);
        var random = new SplittableRandom(seed);
        var figures = new ArrayList<String>();
        var words = new ArrayList<String>();
        for (int i = 0; i < n; i++) {
            int number = random.nextInt(1000);
            figures.add(String.valueOf(number).replaceAll("(?<=.)(?=.)", " "));
            words.add(words(number));
        }
        return Translation.of(figures, words);
    }

    static String words(int number) {
        if (number < SMALL.size()) {
            return SMALL.get(number);
        }
        if (number < 100) {
            return TENS.get(number / 10) + (number % 10 == 0 ? "" : " " + SMALL.get(number % 10));
        }
        return SMALL.get(number / 100) + " hundred" + (number % 100 == 0 ? "" : " " + words(number % 100));
    }
}
