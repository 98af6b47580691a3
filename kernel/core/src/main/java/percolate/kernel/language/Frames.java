package percolate.kernel.language;

import java.util.ArrayList;
import java.util.List;

/** What of a stack is shown to the reader of a cell. */
public final class Frames {
    private static final int MOST = 20;

    private Frames() {}

    /** A recursion's frames once, and no more than a reader follows. */
    public static List<String> shortened(List<String> lines) {
        var shown = new ArrayList<String>();
        for (var i = 0; i < lines.size() && shown.size() < MOST; ) {
            var times = repetitions(lines, i);
            shown.add(times == 1 ? lines.get(i) : lines.get(i) + "  (" + times + " times)");
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
}
