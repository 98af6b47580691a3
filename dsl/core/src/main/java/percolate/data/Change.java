package percolate.data;

import percolate.Batch;

/** What is done to examples each time they are drawn. */
interface Change {
    Batch apply(Batch batch, Draws draws);

    /** The same without drawing, for data that measures. */
    default Batch still(Batch batch) {
        return apply(batch, Draws.fixed(batch.size()));
    }

    /** The same, fitted to the examples of a training. */
    default Change fitted(Batch examples) {
        return this;
    }
}
