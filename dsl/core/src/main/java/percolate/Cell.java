package percolate;

import java.util.Arrays;
import java.util.List;
import percolate.model.Fielded;
import percolate.model.OwnWeights;

/**
 * One step of a recurrent layer of one's own; {@code recurrent(cell)} makes a layer of it.
 *
 * <pre>{@code
 * class MyRnn extends Cell {
 *     Tensor wx = parameter(randn(3, 4)), wh = parameter(randn(4, 4));
 *     MyRnn() { super(4); }
 *     public Tensor next(Tensor x, Tensor h) { return x.mm(wx).plus(h.mm(wh)).tanh(); }
 * }
 * }</pre>
 *
 * <p>Override {@code next(x, h)} for one state, {@code next(x, states)} for several; states start as zeros, and the first
 * is what {@link #output} is given. Weights are the fields that hold parameters, models, or lists of these.
 */
public abstract class Cell implements Fielded, Cloneable {
    private final int[] sizes;

    /** @param sizes how many numbers each state has; an LSTM of four units is {@code super(4, 4)} */
    protected Cell(int... sizes) {
        if (sizes.length == 0 || Arrays.stream(sizes).anyMatch(s -> s < 1)) {
            throw new IllegalArgumentException("cell: expected a size of 1 or more for each state, got "
                    + Arrays.toString(sizes) + "; write super(4) for one state of four numbers");
        }
        this.sizes = sizes.clone();
    }

    /**
     * The next state.
     *
     * @param x [batch, features]
     * @param h [batch, size]
     */
    public Tensor next(Tensor x, Tensor h) {
        throw new IllegalStateException(getClass().getSimpleName()
                + ": it has no next; declare public Tensor next(Tensor x, Tensor h) { … }, or with several states public"
                + " List<Tensor> next(Tensor x, List<Tensor> states) { … } in it");
    }

    /** The next states, in the order in which they came. */
    public List<Tensor> next(Tensor x, List<Tensor> states) {
        return List.of(next(x, states.get(0)));
    }

    /** What the layer gives at a step; the first state itself unless overridden. */
    public Tensor output(Tensor h) {
        return h;
    }

    /** The sizes of the states. */
    @Internal
    public final List<Integer> sizes() {
        return Arrays.stream(sizes).boxed().toList();
    }

    @Override
    @Internal
    public final OwnWeights own() {
        return OwnWeights.of(this);
    }

    /** A copy without copies of what its fields hold. */
    @Override
    @Internal
    public final Cell clone() {
        try {
            return (Cell) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("a cell can be copied", e);
        }
    }
}
