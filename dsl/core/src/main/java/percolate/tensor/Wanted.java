package percolate.tensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import percolate.Gradients;
import percolate.Parameters;
import percolate.ShapeException;
import percolate.Tensor;

/** The tensors by which a loss is to be differentiated, each once, with a name for each. */
record Wanted(List<Entry> entries) {
    /** A tensor, its name, and the place of whom it belongs to. */
    record Entry(String name, Tensor tensor, int owner) {
        @Override
        public String toString() {
            return name + " of shape " + tensor.shape();
        }
    }

    Wanted {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "gradients: expected one parameter or more, got none; name them after the"
                            + " loss, as in gradients(() -> …, w)");
        }
    }

    static Wanted of(Parameters... owners) {
        var entries = new ArrayList<Entry>();
        var names = new HashSet<String>();
        for (int owner = 0; owner < owners.length; owner++) {
            Objects.requireNonNull(owners[owner], "gradients: expected parameters, got null");
            add(owners[owner], owner, entries, names);
        }
        return new Wanted(List.copyOf(entries));
    }

    private static void add(Parameters parameters, int owner, List<Entry> entries, Set<String> names) {
        var tensors = parameters.parameters();
        var given = parameters.parameterNames();
        for (int i = 0; i < tensors.size(); i++) {
            var tensor = tensors.get(i);
            if (entries.stream().anyMatch(known -> known.tensor().array() == tensor.array())) {
                continue;
            }
            var name = given.isEmpty() ? nameless(entries) : given.get(i);
            var unique = names.add(name) ? name : (owner + 1) + "." + name;
            names.add(unique);
            entries.add(checked(new Entry(unique, tensor, owner)));
        }
    }

    private static String nameless(List<Entry> entries) {
        return "parameter"
                + (entries.stream()
                                .filter(e -> e.name().startsWith("parameter"))
                                .count()
                        + 1);
    }

    private static Entry checked(Entry entry) {
        if (!entry.tensor().dtype().isFloating()) {
            throw new IllegalArgumentException("gradients: expected float32 or float64, got " + entry + " and type "
                    + entry.tensor().dtype() + ", which has no gradients; take to(float32) first");
        }
        return entry;
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
        var parts = new ArrayList<Gradients.Part>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            checkUsed(entry, used);
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
    private void checkUsed(Entry entry, long[] used) {
        for (int i = 0; i < used.length; i++) {
            if (entries.get(i).owner() == entry.owner() && used[i] != 0) {
                return;
            }
        }
        throw new IllegalArgumentException("gradients: expected a loss that depends on all that is asked for, got one"
                + " that does not depend on " + entry + "; leave it out, or use it in the loss");
    }
}
