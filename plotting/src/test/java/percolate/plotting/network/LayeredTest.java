package percolate.plotting.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayeredTest {
    private static Flow flow(int boxes, int[]... edges) {
        var all = IntStream.range(0, boxes)
                .mapToObj(at -> new Box("b" + at, "", "", "", Double.NaN, Box.Kind.PLAIN))
                .toList();
        return new Flow(
                all,
                Stream.of(edges)
                        .map(edge -> new Flow.Edge(edge[0], edge[1]))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Layered layout(Flow flow) {
        var widths = new double[flow.boxes().size()];
        Arrays.fill(widths, 100);
        return new Layered(flow, widths, 20, 10);
    }

    private static int[] edge(int from, int to) {
        return new int[] {from, to};
    }

    @Test
    void putsAChainInOneColumn() {
        var layout = layout(flow(4, edge(0, 1), edge(1, 2), edge(2, 3)));

        for (int box = 0; box < 4; box++) {
            assertThat(layout.place(box).row).isEqualTo(box);
            assertThat(layout.place(box).x).isEqualTo(50);
        }
        assertThat(layout.width()).isEqualTo(100);
    }

    @Test
    void leadsASkipPastTheBoxesBetween() {
        var flow = flow(4, edge(0, 1), edge(1, 2), edge(2, 3), edge(0, 3));
        var layout = layout(flow);
        var way = layout.way(new Flow.Edge(0, 3));

        assertThat(way).hasSize(4);
        for (int row = 1; row <= 2; row++) {
            assertThat(Math.abs(way.get(row).x - layout.place(row).x)).isGreaterThanOrEqualTo(75 - 1e-9);
        }
    }

    @Test
    void putsBranchesSideBySideAndNeverOverlaps() {
        var layout = layout(flow(
                6, edge(0, 1), edge(0, 2), edge(0, 3), edge(0, 4), edge(1, 5), edge(2, 5), edge(3, 5), edge(4, 5)));
        var xs = IntStream.rangeClosed(1, 4)
                .mapToDouble(box -> layout.place(box).x)
                .sorted()
                .toArray();

        for (int at = 1; at < 4; at++) {
            assertThat(xs[at] - xs[at - 1]).isGreaterThanOrEqualTo(120 - 1e-9);
        }
        assertThat(layout.place(0).x).isBetween(xs[1], xs[2]);
    }

    @Test
    void uncrossesWhatNeedNotCross() {
        var layout = layout(flow(5, edge(0, 1), edge(0, 2), edge(1, 4), edge(2, 3)));

        assertThat(layout.place(4).x < layout.place(3).x).isEqualTo(layout.place(1).x < layout.place(2).x);
    }

    @Test
    void leavesOutTheMiddleOfAVeryDeepOne() {
        var edges = new ArrayList<int[]>();
        IntStream.range(0, 299).forEach(at -> edges.add(edge(at, at + 1)));
        edges.add(edge(0, 299));
        var short_ = flow(300, edges.toArray(int[][]::new)).atMost(90);

        assertThat(short_.depth()).isEqualTo(90);
        assertThat(short_.boxes())
                .filteredOn(box -> box.kind() == Box.Kind.ELIDED)
                .hasSize(1);
        assertThat(short_.boxes().get(45).name()).isEqualTo("… 211 layers between …");
        assertThat(short_.edges()).contains(new Flow.Edge(0, 89), new Flow.Edge(44, 45), new Flow.Edge(45, 46));
    }

    @Test
    void refusesAWayBack() {
        assertThatThrownBy(() -> flow(2, edge(1, 0))).hasMessage("diagram: an edge leads from 1 back to 0");
        assertThat(List.of(flow(1).ranks())).hasSize(1);
    }
}
