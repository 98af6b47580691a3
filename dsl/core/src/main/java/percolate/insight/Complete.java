package percolate.insight;

import java.util.ArrayList;
import java.util.List;
import percolate.Gradients;
import percolate.Parameters;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.tensor.Owned;

/** Gradients of all weights of some owners: zeros for those that a loss does not depend on. */
final class Complete {
    private Complete() {}

    static Gradients of(List<Parameters> owners, Gradients some) {
        var owned = Owned.of("replay: an owner of weights is null", owners.toArray(Parameters[]::new));
        var known = some.all();
        var parts = new ArrayList<Gradients.Part>();
        for (var entry : owned.entries()) {
            var found = known.get(entry.name());
            var gradient = found == null
                    ? new Tensor(Array.full(0, entry.tensor().shape())
                            .to(entry.tensor().device()))
                    : found;
            parts.add(new Gradients.Part(entry.name(), entry.tensor(), gradient));
        }
        return new Gradients(some.loss(), parts);
    }
}
