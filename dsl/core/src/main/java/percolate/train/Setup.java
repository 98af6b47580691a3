package percolate.train;

import java.util.List;
import percolate.Loss;
import percolate.Metric;
import percolate.Model;
import percolate.Optimizer;

/** A training with nothing left open. */
record Setup(Model model, Loss loss, Optimizer optimizer, List<Metric> metrics, int batch, int epochs, long seed) {
    List<String> metricNames() {
        return metrics.stream().map(Metric::name).toList();
    }
}
