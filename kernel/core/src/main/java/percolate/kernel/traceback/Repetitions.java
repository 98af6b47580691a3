package percolate.kernel.traceback;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps the lines of a deep stack few. */
final class Repetitions {
    private static final int MOST = 20;
    private static final int ENDLESS = 50;
    private static final Pattern FUNCTION = Pattern.compile("at cell \\d+, line \\d+(, in .*?):  ");

    private Repetitions() {}

    /** A recursion's frames once, an endless one's with no others of its function, and no more than a reader follows. */
    static List<String> shortened(List<String> lines) {
        var shown = new ArrayList<String>();
        for (var i = 0; i < lines.size(); ) {
            var times = repetitions(lines, i);
            if (shown.size() == MOST) {
                shown.add("    … and " + (lines.size() - i) + " more");
                return shown;
            } else if (times >= ENDLESS) {
                shown.removeIf(line -> function(line).equals(function(lines.get(lines.size() / 2))));
            }
            shown.add(
                    times < 2
                            ? lines.get(i)
                            : lines.get(i) + "  (" + (times < ENDLESS ? times + " times)" : "and so on)"));
            i += times;
        }
        return shown;
    }

    private static int repetitions(List<String> lines, int from) {
        var to = from + 1;
        while (to < lines.size() && lines.get(to).equals(lines.get(from))) {
            to++;
        }
        return to - from;
    }

    private static String function(String line) {
        var found = FUNCTION.matcher(line);
        return found.find() ? found.group(1) : line;
    }
}
