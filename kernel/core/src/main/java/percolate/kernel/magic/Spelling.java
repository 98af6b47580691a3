package percolate.kernel.magic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which known name was meant by an unknown one. */
final class Spelling {
    private Spelling() {}

    /** The nearest name, if fewer than half of its letters differ, or one begins with the other. */
    static Optional<String> nearest(String wrong, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(lower(wrong), lower(name)) * 2 < Math.max(wrong.length(), name.length())
                        || (wrong.length() > 2 && lower(name).startsWith(lower(wrong))))
                .min(Comparator.comparingInt(name -> distance(lower(wrong), lower(name))));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's: how many letters are to be put in, left out or changed. */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (var j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
