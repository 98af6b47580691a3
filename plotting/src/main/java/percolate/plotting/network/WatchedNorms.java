package percolate.plotting.network;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import percolate.Run;
import percolate.Watched;
import percolate.model.Graph;

/**
 * The norms of the gradients of weights after one epoch.
 *
 * @param byKey by the names of the weights
 */
record WatchedNorms(Map<String, Double> byKey) {
    /** None where none were watched. */
    static WatchedNorms ofLastEpoch(Run run) {
        var gradients = run.watched().stream()
                .filter(its -> its.what().equals("gradients"))
                .toList();
        int last = gradients.stream().mapToInt(Watched::epoch).max().orElse(0);
        return new WatchedNorms(gradients.stream()
                .filter(its -> its.epoch() == last)
                .collect(Collectors.toMap(Watched::name, Watched::norm, (one, other) -> other)));
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** √Σg² over a layer's weights; NaN where it has none, infinite where one is no number. */
    double of(Graph graph, Graph.Step step) {
        var its = step.slots().stream()
                .map(slot -> byKey.get(graph.weights().get(slot).key()))
                .filter(Objects::nonNull)
                .toList();
        double sum = its.stream().mapToDouble(norm -> norm * norm).sum();
        return its.isEmpty() ? Double.NaN : Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.sqrt(sum);
    }
}
