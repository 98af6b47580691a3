package percolate.model;

import java.util.function.BooleanSupplier;
import percolate.Device;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.Devices;
import percolate.tensor.RandomStream;

/** A weight with its numbers, which are drawn when they are first wanted. Whoever shares it sees the same numbers. */
public final class Variable {
    private final Weight weight;
    private final Numbers numbers;
    private final BooleanSupplier frozen;

    /**
     * The numbers, whatever the weight is called; their array knows whether they were given or trained.
     */
    private static final class Numbers {
        private Array array;
        private boolean byHand;
    }

    private Variable(Weight weight, Numbers numbers, BooleanSupplier frozen) {
        this.weight = weight;
        this.numbers = numbers;
        this.frozen = frozen;
    }

    Variable(Weight weight) {
        this(weight, new Numbers(), () -> false);
    }

    /** A parameter that was made by hand: its numbers are given. */
    static Variable of(String name, Tensor parameter) {
        return of(name, parameter, true);
    }

    /** Numbers that are given; {@code trained}: whether they follow their gradient. */
    public static Variable of(String name, Tensor parameter, boolean trained) {
        var variable = new Variable(new Weight(name, parameter.shape(), shape -> parameter, trained));
        variable.numbers.array = parameter.array();
        variable.numbers.byHand = true;
        variable.settle();
        return variable;
    }

    /** The same numbers under another name, within a part that may be frozen. */
    Variable within(String name, BooleanSupplier part) {
        return new Variable(weight.named(name), numbers, () -> isFrozen() || part.getAsBoolean());
    }

    public Weight weight() {
        return weight;
    }

    /** Whether a model that a layer of one's own holds keeps it as it is in training. */
    public boolean isFrozen() {
        return frozen.getAsBoolean();
    }

    /** What is equal for variables that share their numbers: the array itself where that was made by hand. */
    Object identity() {
        return numbers.byHand ? numbers.array : numbers;
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
            if (!isSettled()) {
                random.during(this::draw);
                settle();
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
            settle();
        }
    }

    /** Goes on with these numbers themselves, no copy; with null as if it had none. */
    void carry(Array values) {
        synchronized (numbers) {
            numbers.array = values;
        }
    }

    /** Keeps what it has as if it had been given. */
    public void settle() {
        array().settle();
    }

    /** Where its numbers are, or will be drawn. */
    Device device() {
        synchronized (numbers) {
            return numbers.array == null ? Devices.session() : numbers.array.device();
        }
    }

    /** Whether the field of a layer or cell of one's own holds the numbers, which alone can move them. */
    boolean isByHand() {
        return numbers.byHand;
    }

    /** Moves its numbers to another device; whoever holds the array of before keeps that. */
    void to(Device device) {
        synchronized (numbers) {
            if (!device().equals(device)) {
                boolean settled = isSettled();
                hold(array().detached().to(device));
                if (settled) {
                    settle();
                }
            }
        }
    }

    /** Takes a copy of the numbers of another, and whether they were given. */
    void copy(Variable other) {
        synchronized (numbers) {
            hold(other.array().copy());
            if (other.isSettled()) {
                settle();
            }
        }
    }

    /** Whether its numbers were given or trained. */
    boolean isSettled() {
        synchronized (numbers) {
            return numbers.array != null && numbers.array.isSettled();
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
        var laid = weight.byColumns() ? values.byColumns() : values;
        numbers.array = weight.trained() ? laid.requireGradient() : laid;
    }
}
