package percolate.plotting.chart;

import java.util.ArrayList;
import java.util.List;

/** A line in words: where it begins, where it turns, where it ends. */
final class Trend {
    /** A way back shorter than this share of the whole range is noise. */
    private static final double NOISE = 0.05;

    private static final int MOST_TURNS = 3;

    private final Series line;
    private final List<Integer> drawable = new ArrayList<>();
    private int low;
    private int high;

    private Trend(Series line) {
        this.line = line;
        for (int at = 0; at < line.size(); at++) {
            if (line.isDrawable(at)) {
                low = drawable.isEmpty() || line.y(at) < line.y(low) ? at : low;
                high = drawable.isEmpty() || line.y(at) > line.y(high) ? at : high;
                drawable.add(at);
            }
        }
    }

    static String of(Series line) {
        var name = line.name().isEmpty() ? "line" : line.name();
        return name + new Trend(line).words();
    }

    private String words() {
        if (drawable.isEmpty()) {
            return " without a point";
        }
        var points = " of " + (line.size() == 1 ? "1 point" : Digits.count(line.size()) + " points");
        if (line.y(low) == line.y(high)) {
            return points + ", always " + Digits.of(line.y(low));
        }
        var turns = turns();
        return points + ": from " + at(drawable.get(0))
                + (turns.size() - 1 > MOST_TURNS ? swinging(turns.size() - 1) : course(turns));
    }

    /** Each stretch up or down, for example {@code , falls to 0.1 at 7, rises to 0.4 at 9}. */
    private String course(List<Integer> turns) {
        var words = new StringBuilder();
        int before = drawable.get(0);
        for (int turn : turns) {
            words.append(line.y(turn) < line.y(before) ? ", falls to " : ", rises to ")
                    .append(at(turn));
            before = turn;
        }
        int last = drawable.get(drawable.size() - 1);
        var end = Digits.of(line.y(last));
        return words + (end.equals(Digits.of(line.y(before))) ? "" : ", ends at " + end);
    }

    private String swinging(int turns) {
        return " to " + at(drawable.get(drawable.size() - 1)) + ", turns " + Digits.count(turns) + " times between "
                + at(low) + " and " + at(high);
    }

    /** Where the line turns, noise aside, and its last point. */
    private List<Integer> turns() {
        double noise = (line.y(high) - line.y(low)) * NOISE;
        var turns = new ArrayList<Integer>();
        int first = drawable.get(0);
        int extreme = first;
        int direction = 0;
        for (int at : drawable) {
            double way = line.y(at) - line.y(extreme);
            if (direction == 0 && Math.abs(line.y(at) - line.y(first)) > noise) {
                direction = line.y(at) > line.y(first) ? 1 : -1;
                extreme = at;
            } else if (direction != 0 && way * direction >= 0) {
                extreme = at;
            } else if (direction != 0 && Math.abs(way) > noise) {
                turns.add(extreme);
                direction = -direction;
                extreme = at;
            }
        }
        int last = drawable.get(drawable.size() - 1);
        turns.add(line.y(extreme) == line.y(last) ? last : extreme);
        return turns;
    }

    private String at(int index) {
        return Digits.of(line.y(index)) + " at " + Digits.of(line.x(index));
    }
}
