package percolate.plotting.space;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places for words beside their points, one after the other: the first of some places that covers no other word and no point.
 *
 * @see <a href="https://doi.org/10.1145/212332.212334">Christensen, Marks and Shieber 1995, greedy placement</a>
 */
final class Placing {
    private static final double AWAY = 6;
    private static final double DOT = 4;

    private final Rectangle2D area;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** @param area that words stay within */
    Placing(Rectangle2D area) {
        this.area = area;
    }

    /** A point that words should not cover. */
    void point(double x, double y) {
        taken.add(new Rectangle2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
    }

    /** Where the word of a point goes; empty where it would cover others. */
    Optional<Rectangle2D> place(double x, double y, double width, double height) {
        var free = candidates(x, y, width, height).stream()
                .filter(area::contains)
                .filter(place -> taken.stream().noneMatch(place::intersects))
                .findFirst();
        free.ifPresent(taken::add);
        return free;
    }

    /** Right, left, above, below, the corners between, and the same again further away. */
    private static List<Rectangle2D> candidates(double x, double y, double width, double height) {
        var places = new ArrayList<Rectangle2D>();
        for (double away : new double[] {AWAY, 2.2 * AWAY, 3.6 * AWAY}) {
            double right = x + away;
            double left = x - away - width;
            double middle = x - width / 2;
            double above = y - away + 1 - height;
            double below = y + away - 1;
            double level = y - height / 2;
            for (double[] corner : new double[][] {
                {right, level}, {left, level}, {middle, above}, {middle, below},
                {right, above}, {right, below}, {left, above}, {left, below}
            }) {
                places.add(new Rectangle2D.Double(corner[0], corner[1], width, height));
            }
        }
        return places;
    }
}
