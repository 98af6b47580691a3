package percolate;

import java.util.List;
import java.util.Map;
import percolate.model.Fielded;
import percolate.model.Fields;
import percolate.model.Own;
import percolate.model.OwnWeights;
import percolate.model.Probe;
import percolate.model.Weight;
import percolate.program.Body;

/**
 * A layer of one's own: a class with {@code forward}, and with fields that hold what it learns.
 *
 * <pre>{@code
 * class Twice extends Custom {
 *     Tensor scale = parameter(2);
 *     public Tensor forward(Tensor x) { return x.times(scale); }
 * }
 * }</pre>
 *
 * <p>Its weights are the fields that hold a tensor made by {@code parameter(…)}, a {@link Model}, another layer of one's
 * own, or a list of these, under the fields' names. Each instance has its own weights; an instance used twice shares them.
 * A model that holds such a layer runs step by step, layer after layer, instead of as one native program.
 */
public abstract class Custom extends Layer implements Fielded, Own, Cloneable {
    protected Custom() {
        super();
    }

    /**
     * The layer's value.
     *
     * @param x [batch, …]
     * @return [batch, …]; its shape must follow from x's shape alone
     */
    public Tensor forward(Tensor x) {
        throw new IllegalStateException(
                kind() + ": it has no forward; declare public Tensor forward(Tensor x) { … } in it");
    }

    /** The layer's value, for a layer with several inputs; override the form you need. */
    public Tensor forward(Tensor... x) {
        if (x.length != 1) {
            throw new IllegalStateException(kind() + ": it got " + x.length
                    + " inputs; declare public Tensor forward(Tensor... x) { … } in it");
        }
        return forward(x[0]);
    }

    /** The layer's value for a batch, outside a model. */
    public final Tensor apply(Tensor... x) {
        return forward(x);
    }

    /** Kotlin's {@code layer(x)}. */
    public final Tensor invoke(Tensor... x) {
        return forward(x);
    }

    @Override
    @Internal
    public final Tensor run(List<Tensor> inputs) {
        var value = forward(inputs.toArray(Tensor[]::new));
        if (value == null) {
            throw new IllegalStateException(kind() + ".forward: it gave null; return a tensor");
        }
        return value;
    }

    @Override
    @Internal
    public final OwnWeights own() {
        return OwnWeights.of(this);
    }

    @Override
    @Internal
    public final Layer copied(Map<Object, Object> copies) {
        return (Layer) Fields.copied(this, copies);
    }

    /** A copy without copies of what its fields hold. */
    @Override
    @Internal
    public final Custom clone() {
        try {
            var copy = (Custom) super.clone();
            copy.renew();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("a layer can be copied", e);
        }
    }

    @Override
    @Internal
    public final Shape outputShape(Shape input) {
        return outputShape(List.of(input));
    }

    @Override
    @Internal
    public final Shape outputShape(List<Shape> inputs) {
        return Probe.shape(this, inputs);
    }

    @Override
    @Internal
    public final List<Weight> weights(Shape input) {
        return own().weights();
    }

    @Override
    @Internal
    public final int mostInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    @Internal
    public final boolean takesAny() {
        return true;
    }

    @Override
    @Internal
    public final String write(Body body) {
        throw new IllegalStateException(kind() + ": a layer of one's own runs in Java");
    }

    @Override
    @Internal
    public final String parameterFormula(Shape input) {
        return own().shapes();
    }

    @Override
    protected String written() {
        return kind() + "()";
    }
}
