package percolate.tensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import percolate.Gradients;
import percolate.Parameters;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.tensor.Owned.Entry;

/** The tensors by which a loss is to be differentiated, each once, with a name for each. */
record Wanted(List<Entry> entries) {
    Wanted {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "gradients: expected one parameter or more, got none; name them after the"
                            + " loss, as in gradients(() -> …, w)");
        }
    }

    static Wanted of(Parameters... owners) {
        var owned = Owned.of("gradients: expected parameters, got null", owners);
        owned.entries().forEach(Wanted::check);
        return new Wanted(owned.entries());
    }

    private static void check(Entry entry) {
        if (!entry.tensor().dtype().isFloating()) {
            throw new IllegalArgumentException("gradients: expected float32 or float64, got " + entry + " and type "
                    + entry.tensor().dtype() + ", which has no gradients; take to(float32) first");
        }
    }

    List<Tensor> tensors() {
        return entries.stream().map(Entry::tensor).toList();
    }

    /** For a loss that exists already: what was not recorded when it was computed can not be caught up. */
    void checkRecorded() {
        for (var entry : entries) {
            if (!entry.tensor().array().isRecorded()) {
                throw new IllegalArgumentException("gradients: expected tensors that are recorded, got " + entry
                        + ", which is not; make it with parameter(…) before the loss is computed, or compute the loss"
                        + " within gradients(() -> …, it)");
            }
        }
    }

    Gradients gradients(Tensor loss, boolean keeping) {
        check(loss);
        var found = Differentiation.run(loss, tensors(), keeping);
        var used = found.get(entries.size()).toLongArray();
        checkUsed(used);
        var parts = new ArrayList<Gradients.Part>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var gradient = used[i] == 0 ? Differentiation.zeros(entry.tensor()) : found.get(i);
            parts.add(new Gradients.Part(entry.name(), entry.tensor(), gradient));
        }
        return new Gradients(loss.item(), parts);
    }

    private static void check(Tensor loss) {
        if (loss == null) {
            throw new IllegalArgumentException("gradients: expected a loss, got null; return it from the lambda");
        }
        if (loss.size() != 1) {
            throw new ShapeException("gradients: expected a loss of one element, got shape " + loss.shape()
                    + "; reduce it with mean() or sum()");
        }
        if (!loss.array().isRecorded()) {
            throw new IllegalArgumentException("gradients: expected a loss that depends on what is asked for, got one"
                    + " that nothing recorded; compute it from parameter(…) without detach(), predict() and item()");
        }
    }

    /** A tensor that was named has to matter; of a model's weights one at least, the others have gradients of zero. */
    private void checkUsed(long... used) {
        var owners = new HashSet<Integer>();
        for (int i = 0; i < entries.size(); i++) {
            if (used[i] != 0) {
                owners.add(entries.get(i).owner());
            }
        }
        for (var entry : entries) {
            if (!owners.contains(entry.owner())) {
                throw new IllegalArgumentException(
                        "gradients: expected a loss that depends on all that is asked for, got one"
                                + " that does not depend on " + entry + "; leave it out, or use it in the loss");
            }
        }
    }
}
