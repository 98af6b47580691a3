package percolate.plotting.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacingTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 400, 300);

    @Test
    void putsALoneWordAtTheRight() {
        var place = new Placing(AREA).place(100, 100, 50, 13).orElseThrow();

        assertThat(place.getMinX()).isEqualTo(106);
        assertThat(place.getCenterY()).isEqualTo(100);
    }

    @Test
    void putsAWordAtTheLeftOfAPointAtTheEdge() {
        assertThat(new Placing(AREA).place(380, 100, 50, 13).orElseThrow().getMaxX())
                .isEqualTo(374);
    }

    @Test
    void coversNeitherWordsNorPointsNorTheEdge() {
        var random = new Random(4);
        var placing = new Placing(AREA);
        var points = new double[60][];
        for (int at = 0; at < points.length; at++) {
            points[at] = new double[] {random.nextDouble() * 400, random.nextDouble() * 300};
            placing.point(points[at][0], points[at][1]);
        }
        var places = new ArrayList<Rectangle2D>();
        for (var point : points) {
            placing.place(point[0], point[1], 45, 13).ifPresent(places::add);
        }

        assertThat(places).hasSizeGreaterThan(40);
        for (int at = 0; at < places.size(); at++) {
            var place = places.get(at);
            assertThat(AREA.contains(place)).isTrue();
            assertThat(places.subList(at + 1, places.size())).noneMatch(place::intersects);
            assertThat(List.of(points)).noneMatch(point -> place.contains(point[0], point[1]));
        }
    }

    @Test
    void leavesOutWhatHasNoRoom() {
        assertThat(new Placing(new Rectangle2D.Double(0, 0, 30, 30)).place(15, 15, 50, 13))
                .isEmpty();
    }
}
