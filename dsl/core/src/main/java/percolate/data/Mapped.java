package percolate.data;

import java.util.function.UnaryOperator;
import percolate.Batch;

/** A change that draws nothing. */
record Mapped(UnaryOperator<Batch> change) implements Change {
    @Override
    public Batch apply(Batch batch, Draws draws) {
        return changed(change, batch);
    }

    /** @throws IllegalArgumentException unless there is a row for each example */
    static Batch changed(UnaryOperator<Batch> change, Batch batch) {
        var changed = change.apply(batch);
        if (changed == null || changed.size() != batch.size()) {
            throw new IllegalArgumentException("map: expected as many examples as there were, " + batch.size()
                    + ", got " + (changed == null ? "null" : changed.size())
                    + "; filter(…) and window(…) change their number");
        }
        return changed;
    }

    @Override
    public String toString() {
        return "map";
    }
}
