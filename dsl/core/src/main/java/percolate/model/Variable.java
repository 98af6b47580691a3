package percolate.model;

import percolate.Tensor;
import percolate.engine.Array;
import percolate.tensor.RandomStream;

/** A weight with its numbers, which are drawn when they are first wanted. Whoever shares it sees the same numbers. */
public final class Variable {
    private final Weight weight;
    private final Numbers numbers;

    /** The numbers, whatever the weight is called. */
    private static final class Numbers {
        private Array array;
        private boolean settled;
    }

    private Variable(Weight weight, Numbers numbers) {
        this.weight = weight;
        this.numbers = numbers;
    }

    Variable(Weight weight) {
        this(weight, new Numbers());
    }

    /** A parameter that was made by hand: its numbers are given. */
    static Variable of(String name, Tensor parameter) {
        var variable = new Variable(new Weight(name, parameter.shape(), shape -> parameter));
        variable.numbers.array = parameter.array();
        variable.numbers.settled = true;
        return variable;
    }

    /** The same numbers under another name. */
    Variable named(String name) {
        return new Variable(new Weight(name, weight.shape(), weight.initial(), weight.trained()), numbers);
    }

    public Weight weight() {
        return weight;
    }

    /** What is equal for variables that share their numbers. */
    Object identity() {
        return numbers;
    }

    /** The native numbers; drawn from the session's stream if nothing drew or gave them before. */
    public Array array() {
        synchronized (numbers) {
            return numbers.array == null ? draw() : numbers.array;
        }
    }

    /** New first values, unless they were given or trained. */
    public void begin(RandomStream random) {
        synchronized (numbers) {
            if (!numbers.settled) {
                random.during(this::draw);
                numbers.settled = true;
            }
        }
    }

    /** Takes a copy of these values; they count as given. Who holds the array already sees them. */
    public void set(Array values) {
        synchronized (numbers) {
            if (numbers.array == null) {
                hold(values.copy());
            } else {
                numbers.array.assign(values);
            }
            numbers.settled = true;
        }
    }

    /** Keeps what it has as if it had been given. */
    void settle() {
        synchronized (numbers) {
            array();
            numbers.settled = true;
        }
    }

    /** Takes a copy of the numbers of another, and whether they were given. */
    void copy(Variable other) {
        synchronized (numbers) {
            hold(other.array().copy());
            numbers.settled = other.isSettled();
        }
    }

    private boolean isSettled() {
        synchronized (numbers) {
            return numbers.settled;
        }
    }

    private Array draw() {
        var drawn = weight.draw().array();
        if (numbers.array == null) {
            hold(drawn);
        } else {
            numbers.array.assign(drawn);
        }
        return numbers.array;
    }

    private void hold(Array values) {
        numbers.array = weight.trained() ? values.requireGradient() : values;
    }
}
