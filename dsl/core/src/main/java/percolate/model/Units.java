package percolate.model;

import percolate.Shape;

/** Where a weight has its units, whose incoming weights {@code maxNorm} bounds. */
public enum Units {
    /** It has none: a bias. */
    NONE,
    /** Along the first axis: filters [filters, channels, …], words [words, width]. */
    FIRST,
    /** Along the second axis: [in, units]. */
    SECOND,
    /** Each pair of the first two axes is a unit: filters of each place, [places, filters, …]. */
    PAIRS;

    /** As weights of this shape have them unless they say otherwise. */
    public static Units of(Shape shape) {
        return shape.rank() < 2 ? NONE : shape.rank() == 2 ? SECOND : FIRST;
    }
}
