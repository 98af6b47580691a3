package percolate.model;

import java.util.Collection;
import java.util.Comparator;

/** The word that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The word that takes the fewest changed, missing or surplus letters to become this one. */
    public static String to(String word, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(other -> distance(word, other)))
                .orElse("");
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int diagonal = i;
            for (int j = 0; j <= b.length(); j++) {
                int above = row[j];
                row[j] = i == 0
                        ? j
                        : j == 0
                                ? i
                                : Math.min(
                                        Math.min(above, row[j - 1]) + 1,
                                        diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
