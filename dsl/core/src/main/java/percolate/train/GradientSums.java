package percolate.train;

import java.util.ArrayList;
import java.util.List;
import percolate.Gradients;
import percolate.Gradients.Part;
import percolate.Parameters;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.optimizer.Bound;

/** The gradients of several batches, added up. */
final class GradientSums {
    private final List<Tensor> weights;
    private final List<Array> sums;

    GradientSums(Parameters... owners) {
        weights = Bound.of(owners).tensors();
        sums = weights.stream().map(w -> w.detach().times(0).array()).toList();
    }

    List<Array> arrays() {
        return sums;
    }

    void add(Gradients gradients) {
        for (int i = 0; i < sums.size(); i++) {
            var sum = new Tensor(sums.get(i)).plus(gradients.of(weights.get(i)));
            sums.get(i).assign(sum.array());
        }
    }

    /** The mean of so many gradients, under the names of the last ones; the next sums begin at zero. */
    Gradients mean(int count, Gradients last) {
        var names = List.copyOf(last.all().keySet());
        var parts = new ArrayList<Part>();
        for (int i = 0; i < sums.size(); i++) {
            var mean = new Tensor(sums.get(i)).div(count);
            parts.add(new Part(names.get(i), weights.get(i), mean));
            sums.get(i).assign(mean.times(0).array());
        }
        return new Gradients(last.loss(), parts);
    }
}
