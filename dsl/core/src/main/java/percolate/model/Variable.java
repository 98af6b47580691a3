package percolate.model;

import percolate.engine.Array;
import percolate.tensor.RandomStream;

/** A weight with its numbers, which are drawn when they are first wanted. Whoever shares it sees the same numbers. */
public final class Variable {
    private final Weight weight;
    private Array array;
    private boolean settled;

    Variable(Weight weight) {
        this.weight = weight;
    }

    public Weight weight() {
        return weight;
    }

    /** The native numbers; drawn from the session's stream if nothing drew or gave them before. */
    public synchronized Array array() {
        if (array == null) {
            draw();
        }
        return array;
    }

    /** New first values, unless they were given or trained. */
    public synchronized void begin(RandomStream random) {
        if (!settled) {
            random.during(this::draw);
            settled = true;
        }
    }

    /** Takes an array over as its numbers; they count as given. */
    public synchronized void set(Array values) {
        array = weight.trained() ? values.requireGradient() : values;
        settled = true;
    }

    /** Takes the numbers of another as its own, in a copy, and whether they were given. */
    synchronized void copy(Variable other) {
        var copied = other.array().copy();
        array = weight.trained() ? copied.requireGradient() : copied;
        settled = other.isSettled();
    }

    private synchronized boolean isSettled() {
        return settled;
    }

    private Array draw() {
        var drawn = weight.draw().array();
        array = weight.trained() ? drawn.requireGradient() : drawn;
        return array;
    }
}
