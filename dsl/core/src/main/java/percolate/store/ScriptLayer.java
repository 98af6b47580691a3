package percolate.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import percolate.Layer;
import percolate.Model;
import percolate.Percolate;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.NativeFailure;
import percolate.engine.NativeProgram;
import percolate.engine.NativeProgram.Arguments;
import percolate.engine.StoredZip;
import percolate.model.Attributes;
import percolate.model.Own;
import percolate.model.OwnWeights;
import percolate.model.Part;
import percolate.model.Probe;
import percolate.model.Variable;
import percolate.model.Weight;
import percolate.program.Body;

/**
 * A TorchScript program as a layer: what {@code torch.jit.trace} or {@code torch.jit.script} made. It takes float32 batches
 * of any size and behaves as in use, without dropout. Parameters that the program exposes are weights like others; a program
 * without any, such as one that {@link Model#export} wrote, has its numbers built in and cannot be trained.
 */
final class ScriptLayer extends Part<ScriptLayer> implements Own {
    private ScriptLayer(Attributes attributes) {
        super(attributes);
    }

    /** A model of this program alone, which takes its input's shape from the first data. */
    static Model model(Reading reading, TorchFile file) throws IOException {
        // Natively nobody would see that a tensor is larger than the numbers that are there.
        file.weights();
        var name = String.valueOf(reading.file().getFileName());
        var program = NativeProgram.ofArchive("load(\"" + name + "\")", StoredZip.of(file.entries()));
        var weights = new OwnWeights(program.parameters().entrySet().stream()
                .map(p -> Variable.of(p.getKey(), new Tensor(p.getValue().requireGradient()), true))
                .toList());
        if (weights.variables().isEmpty()) {
            System.out.println("load(\"" + reading.file()
                    + "\"): the program exposes no parameters, so that it computes and" + " cannot be trained");
        }
        return Percolate.sequential(new ScriptLayer(Attributes.of("script")
                .with("file", name)
                .with("program", program)
                .with("held", weights)));
    }

    @Override
    protected ScriptLayer with(Attributes attributes) {
        return new ScriptLayer(attributes);
    }

    private NativeProgram program() {
        return (NativeProgram) attributes().values().get("program");
    }

    @Override
    public Tensor run(List<Tensor> inputs) {
        var arguments = new Arguments();
        inputs.forEach(x -> arguments.add(x.array()));
        var outputs = outputs(inputs, arguments);
        if (outputs.size() != 1) {
            throw new IllegalStateException(this + ": expected a program with one output, got " + outputs.size()
                    + "; in Python, trace a module that gives the first");
        }
        return new Tensor(outputs.get(0));
    }

    private List<Array> outputs(List<Tensor> inputs, Arguments arguments) {
        try {
            return program().run(true, arguments);
        } catch (NativeFailure e) {
            throw new IllegalArgumentException(
                    e.getMessage() + " (for a batch of shape "
                            + inputs.stream().map(Tensor::shape).toList()
                            + "); give batches as the program was made for",
                    e);
        }
    }

    @Override
    public OwnWeights own() {
        return (OwnWeights) attributes().values().get("held");
    }

    @Override
    public Layer copied(Map<Object, Object> copies) {
        throw new IllegalStateException("copy: a TorchScript program cannot be copied; load another one with " + this);
    }

    @Override
    public Shape outputShape(Shape input) {
        return outputShape(List.of(input));
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Probe.shape(this, inputs);
    }

    @Override
    public List<Weight> weights(Shape input) {
        return own().weights();
    }

    @Override
    public int mostInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean takesAny() {
        return true;
    }

    @Override
    public String write(Body body) {
        throw new IllegalStateException(this + ": a TorchScript program is a program already");
    }

    @Override
    public String parameterFormula(Shape input) {
        return String.join(
                ", ",
                own().weights().stream().map(w -> w.name() + " " + w.shape()).toList());
    }

    @Override
    protected String written() {
        return "load(\"" + attributes().text("file", "") + "\")";
    }
}
