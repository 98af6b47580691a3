package percolate.plotting.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.Watched;
import percolate.plotting.chart.Digits;

/**
 * How the numbers of one layer are spread, epoch after epoch, on one axis.
 *
 * @param low where the axis begins
 * @param high where it ends
 */
record Ridge(String layer, double low, double high, List<Line> lines) {
    private static final int PARTS = 56;

    /**
     * One epoch.
     *
     * @param norm √Σv²
     * @param heights how many numbers lie in each of equal parts of the axis, as a share of the most; empty where some are
     *     not finite
     */
    record Line(int epoch, double norm, List<Double> heights) {
        boolean isFinite() {
            return !heights.isEmpty();
        }
    }

    /** @param kept of one layer, epoch after epoch, each epoch's weights together */
    static Ridge of(String layer, List<Watched> kept) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        Map<Integer, List<Watched>> epochs = new LinkedHashMap<>();
        for (var its : kept) {
            epochs.computeIfAbsent(its.epoch(), epoch -> new ArrayList<>()).add(its);
            if (isFinite(its)) {
                low = Math.min(low, its.least());
                high = Math.max(high, its.most());
            }
        }
        double room = high > low ? 0 : high == low && low != 0 ? Math.abs(low) / 2 : 1;
        double from = Double.isFinite(low) ? low - room : -1;
        double to = Double.isFinite(high) ? high + room : 1;
        var lines = new ArrayList<Line>();
        epochs.forEach((epoch, its) -> lines.add(line(epoch, its, from, to)));
        return new Ridge(layer, from, to, List.copyOf(lines));
    }

    private static boolean isFinite(Watched its) {
        return Double.isFinite(its.norm()) && Double.isFinite(its.least()) && Double.isFinite(its.most());
    }

    private static Line line(int epoch, List<Watched> its, double low, double high) {
        double norm =
                Math.sqrt(its.stream().mapToDouble(w -> w.norm() * w.norm()).sum());
        if (!its.stream().allMatch(Ridge::isFinite)) {
            return new Line(epoch, norm, List.of());
        }
        var heights = new double[PARTS];
        its.forEach(w -> pour(w, low, high, heights));
        double most = Math.max(1e-12, Arrays.stream(heights).max().orElse(0));
        return new Line(
                epoch, norm, Arrays.stream(heights).mapToObj(h -> h / most).toList());
    }

    /** The counts of one weight, spread over the parts of the common axis. */
    private static void pour(Watched its, double low, double high, double... into) {
        double each = (its.most() - its.least()) / Math.max(1, its.counts().size());
        double part = (high - low) / PARTS;
        for (int bin = 0; bin < its.counts().size(); bin++) {
            double from = its.least() + bin * each;
            int first = part(from, low, part);
            int last = each == 0 ? first : part(from + each, low, part);
            for (int at = first; at <= last; at++) {
                double covered = Math.min(from + each, low + (at + 1) * part) - Math.max(from, low + at * part);
                into[at] += its.counts().get(bin) * (first == last ? 1 : Math.max(0, covered) / each);
            }
        }
    }

    private static int part(double value, double low, double part) {
        return (int) Math.max(0, Math.min(PARTS - 1, (value - low) / part));
    }

    /** The same with so many lines at most, the first and the last among them. */
    Ridge atMost(int most) {
        var kept = new ArrayList<Line>();
        int shown = Math.min(most, lines.size());
        for (int at = 0; at < shown; at++) {
            kept.add(lines.get(shown == 1 ? 0 : (int) Math.round(at * (lines.size() - 1.0) / (shown - 1))));
        }
        return new Ridge(layer, low, high, List.copyOf(kept));
    }

    /** For example {@code norm 0.12 → 0.003}. */
    String words(String arrow) {
        double first = lines.get(0).norm();
        double last = lines.get(lines.size() - 1).norm();
        return "norm " + Digits.of(first, 2) + (lines.size() == 1 ? "" : arrow + Digits.of(last, 2));
    }

    /** Since when there are numbers that are not finite; empty where there are none. */
    String odd() {
        return lines.stream()
                .filter(line -> !line.isFinite())
                .findFirst()
                .map(line -> "not finite from epoch " + line.epoch() + " on")
                .orElse("");
    }
}
