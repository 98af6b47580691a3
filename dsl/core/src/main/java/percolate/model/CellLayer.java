package percolate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import percolate.Cell;
import percolate.Layer;
import percolate.Percolate;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * A recurrent layer whose step is a {@link Cell} of one's own: [time, in] gives the last step's output, or with
 * {@link #returnSequences} that of every step. It runs step by step, in Java.
 */
public final class CellLayer extends Part<CellLayer> implements Own {
    private CellLayer(Attributes attributes) {
        super(attributes);
    }

    public CellLayer(Cell cell) {
        this(Attributes.of("recurrent").with("cell", cell));
    }

    @Override
    protected CellLayer with(Attributes attributes) {
        return new CellLayer(attributes);
    }

    /** Gives every step's output instead of the last one's. */
    public CellLayer returnSequences() {
        return option("sequences", true);
    }

    /** Starts each batch in the states in which the one before ended, as {@link Recurrent#stateful} says. */
    public CellLayer stateful() {
        return option("stateful", true);
    }

    /** Whether states are taken over from one batch to the next. */
    public boolean isStateful() {
        return attributes().flag("stateful", false);
    }

    @Override
    public List<Weight> carried(List<Shape> inputs) {
        var states = new ArrayList<Weight>();
        if (isStateful()) {
            cell().sizes()
                    .forEach(size -> states.add(new Weight(
                            "carried" + (states.size() + 1), Shape.of(0, size), InitialValues.zeros(), false)));
        }
        return states;
    }

    private Cell cell() {
        return (Cell) attributes().values().get("cell");
    }

    @Override
    public Tensor run(List<Tensor> inputs) {
        return run(inputs, List.of());
    }

    @Override
    public Tensor run(List<Tensor> inputs, List<Variable> carried) {
        var x = inputs.get(0);
        int batch = x.size(0);
        var states = start(x, carried);
        var outputs = new ArrayList<Tensor>();
        for (int t = 0; t < x.size(1); t++) {
            states = next(x.slice(1, t, t + 1).reshape(batch, x.size(2)), states);
            outputs.add(cell().output(states.get(0)));
        }
        for (int i = 0; i < carried.size(); i++) {
            carried.get(i).carry(states.get(i).detach().array());
        }
        return attributes().flag("sequences", false)
                ? Percolate.concat(1, outputs.stream().map(o -> o.unsqueeze(1)).toArray(Tensor[]::new))
                : outputs.get(outputs.size() - 1);
    }

    /** Zeros, unless as many sequences came before. */
    private List<Tensor> start(Tensor x, List<Variable> carried) {
        int batch = x.size(0);
        if (!carried.isEmpty() && carried.get(0).array().shape().get(0) == batch) {
            return carried.stream().map(state -> new Tensor(state.array())).toList();
        }
        return cell().sizes().stream()
                .map(size -> Percolate.zeros(batch, size).to(x.device()))
                .toList();
    }

    private List<Tensor> next(Tensor x, List<Tensor> states) {
        var next = cell().next(x, states);
        var name = cell().getClass().getSimpleName();
        if (next == null || next.size() != states.size()) {
            throw new IllegalStateException(name + ".next: expected " + states.size()
                    + " states, as many as super(…) named, got " + (next == null ? "null" : next.size()));
        }
        for (int i = 0; i < next.size(); i++) {
            var was = states.get(i).shape();
            if (next.get(i) == null || !next.get(i).shape().equals(was)) {
                throw new ShapeException(name + ".next: expected state " + (i + 1) + " of shape " + was + ", got "
                        + (next.get(i) == null ? "null" : next.get(i).shape()) + "; say its size in super(…)");
            }
        }
        return next;
    }

    @Override
    public OwnWeights own() {
        return cell().own();
    }

    @Override
    public Layer copied(Map<Object, Object> copies) {
        return option("cell", Fields.copied(cell(), copies));
    }

    @Override
    public Shape outputShape(Shape input) {
        Sizes.sequence(input);
        return Probe.shape(this, List.of(input));
    }

    @Override
    public List<Weight> weights(Shape input) {
        return own().weights();
    }

    @Override
    public String write(Body body) {
        throw new IllegalStateException("recurrent: a cell of one's own runs in Java");
    }

    @Override
    public String parameterFormula(Shape input) {
        return own().shapes();
    }

    @Override
    protected String written() {
        return "recurrent(" + cell().getClass().getSimpleName() + ")"
                + (attributes().flag("sequences", false) ? ".returnSequences()" : "")
                + (isStateful() ? ".stateful()" : "");
    }
}
