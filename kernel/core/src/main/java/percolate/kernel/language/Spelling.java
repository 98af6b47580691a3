package percolate.kernel.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of the names that exist is the one that was meant. */
public final class Spelling {
    private static final int SHORT = 3;
    private static final int LONG = 5;

    private Spelling() {}

    /** The nearest name: the same in other case, or a letter or two wrong, missing, too many or swapped. */
    public static Optional<String> nearest(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> !name.equals(written) && distance(written, name) <= allowed(written))
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(name -> !isAbbreviation(written, name))
                        .thenComparing(name -> name.charAt(0) != written.charAt(0))
                        .thenComparing(name -> Math.abs(name.length() - written.length()))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Whether only letters are missing. */
    private static boolean isAbbreviation(String written, String name) {
        var at = 0;
        for (var i = 0; i < name.length() && at < written.length(); i++) {
            at += Character.toLowerCase(name.charAt(i)) == Character.toLowerCase(written.charAt(at)) ? 1 : 0;
        }
        return at == written.length();
    }

    private static int allowed(String written) {
        return written.length() < SHORT ? 0 : written.length() < LONG ? 1 : 2;
    }

    /** How many letters were changed, left out, added or swapped with their neighbour; case does not count. */
    static int distance(String left, String right) {
        if (left.equalsIgnoreCase(right)) {
            return 0;
        }
        var rows = new int[left.length() + 1][right.length() + 1];
        for (var i = 0; i <= left.length(); i++) {
            for (var j = 0; j <= right.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, left, right, i, j);
            }
        }
        return rows[left.length()][right.length()];
    }

    private static int step(int[][] rows, String left, String right, int i, int j) {
        var changed = isSame(left, i, right, j) ? 0 : 1;
        var best = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + changed);
        var swapped = i > 1 && j > 1 && isSame(left, i, right, j - 1) && isSame(left, i - 1, right, j);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }

    private static boolean isSame(String left, int i, String right, int j) {
        return Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
    }
}
