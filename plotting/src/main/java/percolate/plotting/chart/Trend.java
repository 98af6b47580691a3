package percolate.plotting.chart;

/** A line in words. */
final class Trend {
    private Trend() {}

    static String of(Series line) {
        var name = line.name().isEmpty() ? "line" : line.name();
        int low = -1;
        int high = -1;
        for (int at = 0; at < line.size(); at++) {
            if (line.isDrawable(at)) {
                low = low < 0 || line.y(at) < line.y(low) ? at : low;
                high = high < 0 || line.y(at) > line.y(high) ? at : high;
            }
        }
        if (low < 0) {
            return name + " without a point";
        }
        if (line.y(low) == line.y(high)) {
            return name + " of " + points(line) + ", always " + Digits.of(line.y(low));
        }
        return name + " of " + points(line) + ", lowest " + at(line, low) + ", highest " + at(line, high);
    }

    private static String points(Series line) {
        return line.size() == 1 ? "1 point" : Digits.count(line.size()) + " points";
    }

    private static String at(Series line, int index) {
        return Digits.of(line.y(index)) + " at " + Digits.of(line.x(index));
    }
}
