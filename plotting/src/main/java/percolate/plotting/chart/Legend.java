package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** The names of marks with their signs, in rows that end on the right. */
final class Legend {
    static final double ROW_HEIGHT = 17;
    private static final int MOST_ROWS = 3;
    private static final double SAMPLE = 22;
    private static final double SIGN_GAP = 6;
    private static final double GAP = 14;
    private static final double LONGEST = 180;

    private final List<List<Entry>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    private final Theme theme;

    /** What is drawn for one mark; without a mark, words only. */
    private record Entry(Mark mark, int index, Label label, double width) {}

    /** @param firstRoom the width of the first row, which shares its line with a title */
    Legend(Graphics2D g, List<? extends Mark> marks, double firstRoom, double room, Theme theme) {
        this.theme = theme;
        var named = marks.stream().filter(mark -> !mark.name().isEmpty()).toList();
        if (named.size() < 2) {
            return;
        }
        double free = firstRoom;
        for (int at = 0; at < named.size(); at++) {
            var entry = entry(g, named.get(at), marks.indexOf(named.get(at)));
            boolean full = entry.width > free;
            if (full && rows.size() == MOST_ROWS) {
                last().add(rest(g, named.size() - at));
                return;
            } else if (full) {
                rows.add(new ArrayList<>());
                free = room;
            }
            // The last row keeps room for the count of what does not fit.
            free -= entry.width + GAP + (rows.size() == MOST_ROWS && last().isEmpty() ? 60 : 0);
            last().add(entry);
        }
    }

    private List<Entry> last() {
        return rows.get(rows.size() - 1);
    }

    private Entry entry(Graphics2D g, Mark mark, int index) {
        var label = new Label(mark.name(), theme.small(), theme.muted()).within(g, LONGEST);
        return new Entry(mark, index, label, SAMPLE + SIGN_GAP + label.width(g));
    }

    private Entry rest(Graphics2D g, int count) {
        var label = new Label("… " + Digits.count(count) + " more", theme.small(), theme.muted());
        return new Entry(null, 0, label, label.width(g));
    }

    boolean isEmpty() {
        return rows.get(0).isEmpty() && rows.size() == 1;
    }

    double height() {
        return isEmpty() ? 0 : rows.size() * ROW_HEIGHT;
    }

    void paint(Graphics2D g, double right) {
        for (int row = 0; row < rows.size(); row++) {
            double width = rows.get(row).stream()
                            .mapToDouble(entry -> entry.width + GAP)
                            .sum()
                    - GAP;
            double x = right - width;
            for (var entry : rows.get(row)) {
                paint(g, entry, x, row * ROW_HEIGHT + 12);
                x += entry.width + GAP;
            }
        }
    }

    private void paint(Graphics2D g, Entry entry, double x, double base) {
        double start = x;
        if (entry.mark != null) {
            entry.mark.sample(g, x, base - 4, SAMPLE, new Pen(entry.index, theme));
            start += SAMPLE + SIGN_GAP;
        }
        entry.label.left(g, start, base);
    }
}
