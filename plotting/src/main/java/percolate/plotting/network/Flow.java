package percolate.plotting.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Boxes and which of them feeds which; each comes after all that feed it.
 *
 * @param edges from one box's number to a later one's, each once
 */
record Flow(List<Box> boxes, Set<Edge> edges) {
    /** From a box to a later one. */
    record Edge(int from, int to) {
        Edge {
            if (from >= to) {
                throw new IllegalArgumentException("diagram: an edge leads from " + from + " back to " + to);
            }
        }
    }

    Flow {
        boxes = List.copyOf(boxes);
        edges = new LinkedHashSet<>(edges);
    }

    /** The row of each box: one below the lowest of those that feed it. */
    int[] ranks() {
        var ranks = new int[boxes.size()];
        for (int box = 0; box < ranks.length; box++) {
            for (var edge : edges) {
                if (edge.to() == box) {
                    ranks[box] = Math.max(ranks[box], ranks[edge.from()] + 1);
                }
            }
        }
        return ranks;
    }

    int depth() {
        return IntStream.of(ranks()).max().orElse(-1) + 1;
    }

    /** Row by row, with the rows in the middle as a single box, so that at most {@code most} rows are left. */
    Flow atMost(int most) {
        int depth = depth();
        if (depth <= most) {
            return this;
        }
        int first = (most + 1) / 2;
        int last = depth - (most - first - 1);
        var ranks = ranks();
        var byRow = IntStream.range(0, boxes.size())
                .boxed()
                .sorted(Comparator.comparing(box -> ranks[box]))
                .toList();
        var places = new int[boxes.size()];
        var left = new ArrayList<Box>();
        int hidden = 0;
        for (int box : byRow) {
            boolean inside = ranks[box] >= first && ranks[box] < last;
            if (!inside || hidden++ == 0) {
                left.add(boxes.get(box));
            }
            places[box] = left.size() - 1;
        }
        left.set(left.size() - 1 - after(ranks, last), Box.elided(hidden));
        return new Flow(left, moved(places));
    }

    private static int after(int[] ranks, int last) {
        return (int) IntStream.of(ranks).filter(rank -> rank >= last).count();
    }

    private Set<Edge> moved(int[] places) {
        return edges.stream()
                .filter(edge -> places[edge.from()] < places[edge.to()])
                .map(edge -> new Edge(places[edge.from()], places[edge.to()]))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
