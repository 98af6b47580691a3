package percolate.plotting.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the boxes of a flow stand: in rows by their distance from the input, in an order within each row in which few
 * edges cross, below what feeds them. An edge over several rows has a narrow place of its own in each row between.
 *
 * @see <a href="https://doi.org/10.1109/TSMC.1981.4308636">Sugiyama, Tagawa and Toda 1981</a>
 */
final class Layered {
    private static final int SWEEPS = 8;
    /** Chains become straight slowly, as each place moves half-way between its neighbours. */
    private static final int RELAXATIONS = 300;

    /** How much more a chain wants to be straight than an edge that branches off. */
    private static final double CHAINED = 12;

    private final List<List<Place>> rows = new ArrayList<>();
    private final Map<Flow.Edge, List<Place>> ways = new HashMap<>();
    private final List<Place> ofBoxes = new ArrayList<>();

    /** A box, or where an edge passes a row. */
    static final class Place {
        final double width;
        final int row;
        final List<Place> above = new ArrayList<>();
        final List<Place> below = new ArrayList<>();
        double x;

        private Place(double width, int row) {
            this.width = width;
            this.row = row;
        }

        private static double mean(List<Place> places, double otherwise) {
            return places.stream().mapToDouble(p -> p.x).average().orElse(otherwise);
        }

        /** Between its neighbours, nearer to those that it makes a chain with. */
        private double wish() {
            double sum = 0;
            double weights = 0;
            for (var other : above) {
                double weight = above.size() == 1 && other.below.size() == 1 ? CHAINED : 1;
                sum += weight * other.x;
                weights += weight;
            }
            for (var other : below) {
                double weight = below.size() == 1 && other.above.size() == 1 ? CHAINED : 1;
                sum += weight * other.x;
                weights += weight;
            }
            return weights == 0 ? x : sum / weights;
        }
    }

    /**
     * @param widths of the boxes
     * @param gap between neighbours
     * @param lane the room of a passing edge
     */
    Layered(Flow flow, double[] widths, double gap, double lane) {
        var ranks = flow.ranks();
        IntStream.range(0, flow.depth()).forEach(row -> rows.add(new ArrayList<>()));
        for (int box = 0; box < widths.length; box++) {
            ofBoxes.add(placed(widths[box], ranks[box]));
        }
        flow.edges().forEach(edge -> ways.put(edge, way(edge, ranks, lane)));
        rows.forEach(row -> pack(row, gap));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order(sweep % 2 == 0, gap);
        }
        for (int sweep = 0; sweep < RELAXATIONS; sweep++) {
            relax(sweep % 2 == 0, gap);
        }
        toTheLeft();
    }

    private Place placed(double width, int row) {
        var place = new Place(width, row);
        rows.get(row).add(place);
        return place;
    }

    private List<Place> way(Flow.Edge edge, int[] ranks, double lane) {
        var way = new ArrayList<>(List.of(ofBoxes.get(edge.from())));
        for (int row = ranks[edge.from()] + 1; row < ranks[edge.to()]; row++) {
            way.add(placed(lane, row));
        }
        way.add(ofBoxes.get(edge.to()));
        for (int at = 1; at < way.size(); at++) {
            way.get(at - 1).below.add(way.get(at));
            way.get(at).above.add(way.get(at - 1));
        }
        return way;
    }

    /** Side by side, around 0. */
    private static void pack(List<Place> row, double gap) {
        double width = row.stream().mapToDouble(p -> p.width + gap).sum() - gap;
        double left = -width / 2;
        for (var place : row) {
            place.x = left + place.width / 2;
            left += place.width + gap;
        }
    }

    private void order(boolean down, double gap) {
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(down ? at : rows.size() - 1 - at);
            row.sort(Comparator.comparingDouble(p -> Place.mean(down ? p.above : p.below, p.x)));
            pack(row, gap);
        }
    }

    /** Each place moves to where its neighbours would have it, as far as the row leaves room. */
    private void relax(boolean fromLeft, double gap) {
        for (var row : rows) {
            var wishes = row.stream().mapToDouble(Place::wish).toArray();
            for (int i = 0; i < wishes.length; i++) {
                int at = fromLeft ? i : wishes.length - 1 - i;
                double least = at == 0 ? Double.NEGATIVE_INFINITY : row.get(at - 1).x + distance(row, at - 1, gap);
                double most =
                        at == wishes.length - 1 ? Double.POSITIVE_INFINITY : row.get(at + 1).x - distance(row, at, gap);
                row.get(at).x = Math.max(least, Math.min(most, wishes[at]));
            }
        }
    }

    private static double distance(List<Place> row, int left, double gap) {
        return (row.get(left).width + row.get(left + 1).width) / 2 + gap;
    }

    private void toTheLeft() {
        double left = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(p -> p.x - p.width / 2)
                .min()
                .orElse(0);
        rows.forEach(row -> row.forEach(p -> p.x -= left));
    }

    double width() {
        return rows.stream()
                .flatMap(List::stream)
                .mapToDouble(p -> p.x + p.width / 2)
                .max()
                .orElse(0);
    }

    Place place(int box) {
        return ofBoxes.get(box);
    }

    /** The places an edge passes, with those of its boxes at both ends. */
    List<Place> way(Flow.Edge edge) {
        return List.copyOf(ways.get(edge));
    }
}
