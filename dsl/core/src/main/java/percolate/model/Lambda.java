package percolate.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import percolate.Layer;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Body;

/** A function as a layer, without weights. It runs step by step, in Java. */
public final class Lambda extends Part<Lambda> implements Own {
    private Lambda(Attributes attributes) {
        super(attributes);
    }

    public Lambda(UnaryOperator<Tensor> function) {
        this(Attributes.of("lambda")
                .with("function", Objects.requireNonNull(function, "lambda: expected a function, got null")));
    }

    @Override
    protected Lambda with(Attributes attributes) {
        return new Lambda(attributes);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Tensor run(List<Tensor> inputs) {
        var function = (UnaryOperator<Tensor>) attributes().values().get("function");
        return Objects.requireNonNull(function.apply(inputs.get(0)), "lambda: the function gave null; return a tensor");
    }

    @Override
    public OwnWeights own() {
        return new OwnWeights(List.of());
    }

    @Override
    public Layer copied(Map<Object, Object> copies) {
        return this;
    }

    @Override
    public boolean takesAny() {
        return true;
    }

    @Override
    public Shape outputShape(Shape input) {
        return Probe.shape(this, List.of(input));
    }

    @Override
    public String write(Body body) {
        throw new IllegalStateException("lambda: a function runs in Java");
    }

    @Override
    protected String written() {
        return "lambda(…)";
    }
}
