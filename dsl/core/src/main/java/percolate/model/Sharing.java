package percolate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What {@code shared()} gives a layer: the weights that all its uses have in common, in the order of its parts. */
public final class Sharing {
    private final List<Variables> parts = new ArrayList<>();

    /** For one use: the weights of its first part, of its second, … */
    Supplier<Variables> use() {
        return new Supplier<>() {
            private int next;

            @Override
            public Variables get() {
                synchronized (parts) {
                    if (next == parts.size()) {
                        parts.add(new Variables());
                    }
                    return parts.get(next++);
                }
            }
        };
    }

    @Override
    public String toString() {
        return "shared";
    }
}
