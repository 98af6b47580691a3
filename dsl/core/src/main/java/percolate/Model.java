package percolate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.engine.Array;
import percolate.engine.NativeProgram.Arguments;
import percolate.model.Examples;
import percolate.model.Graph;
import percolate.program.Programs;
import percolate.store.ModelFile;
import percolate.tensor.Joining;
import percolate.tensor.RandomStream;
import percolate.train.Evaluator;

/**
 * A network: a description of its layers, and the weights these have. Training changes the weights, nothing else does
 * but {@link #weights(Map)}.
 *
 * <p>Made without {@code input(…)}, it takes its input's shape from the first data it sees.
 */
public final class Model implements Parameters {
    private static final int PREDICT_ROWS = 1_024;

    private final List<Layer> layers;
    private Graph graph;
    private List<Array> weights;
    private boolean trained;
    private Loss loss;

    Model(Node input, List<Layer> layers) {
        if (layers.isEmpty() || layers.contains(null)) {
            throw new IllegalArgumentException("sequential: expected one layer or more, got "
                    + (layers.isEmpty() ? "none" : "null in place " + (layers.indexOf(null) + 1)));
        }
        this.layers = List.copyOf(layers);
        if (input != null) {
            build(input.shape());
        }
    }

    private Model(Model other) {
        this.layers = other.layers;
        this.graph = other.graph;
        this.weights = other.graph == null ? null : other.copies();
        this.trained = other.trained;
        this.loss = other.loss;
    }

    private void build(Shape input) {
        boolean words = layers.stream().anyMatch(Layer::takesIntegers);
        graph = Graph.sequential(input, words ? DType.int64 : DType.float32, layers);
    }

    /** The layers with names and shapes. */
    @Internal
    public synchronized Graph graph() {
        if (graph == null) {
            throw new IllegalStateException("model: its input has no shape yet; begin with sequential(input(…), …), or"
                    + " train it or predict with it first");
        }
        return graph;
    }

    /** The shape of one example's output. */
    public Shape outputShape() {
        return graph().output();
    }

    /** The number of all weights' elements. */
    public long parameterCount() {
        return graph().parameterCount();
    }

    /** Layer by layer: shapes, the formulas of their sizes, and the arithmetic of the parameter counts. */
    public Summary summary() {
        var rows = graph().steps().stream()
                .map(step -> new Summary.Row(
                        step.name(),
                        step.layer().toString(),
                        step.out(),
                        step.layer().sizeFormula(step.in()),
                        step.layer().parameterFormula(step.in()),
                        step.parameterCount()))
                .toList();
        return new Summary(graph().input(), rows, parameterCount());
    }

    /**
     * The outputs for a batch, without dropout.
     *
     * @param x [batch, …] with the input's shape; an image is flattened where the model takes a vector, and back
     * @throws ShapeException if the examples do not fit
     */
    public Tensor predict(Tensor x) {
        var input = admit(x);
        var program = Programs.predict(graph());
        var parts = new ArrayList<Tensor>();
        int rows = input.shape().get(0);
        for (int from = 0; from < rows || parts.isEmpty(); from += PREDICT_ROWS) {
            int to = Math.min(rows, from + PREDICT_ROWS);
            var part = to - from == rows ? input.array() : input.array().slice(0, from, to);
            var arguments = new Arguments().add("ps", arrays()).add(part);
            parts.add(new Tensor(program.run(false, arguments).get(0)));
        }
        return parts.size() == 1 ? parts.get(0) : Joining.concat(0, parts);
    }

    /** The outputs for all examples of a data set. */
    public Tensor predict(Dataset data) {
        return predict(data.x());
    }

    /** Kotlin's {@code net(x)}. */
    public Tensor invoke(Tensor x) {
        return predict(x);
    }

    /** Describes a training on this data. */
    public Training train(Dataset data) {
        return new Training(this, Objects.requireNonNull(data, "train: the data set is null"), null);
    }

    /** Describes a training on the first part that is measured on the validation part after every epoch. */
    public Training train(Split split) {
        Objects.requireNonNull(split, "train: the split data set is null");
        return new Training(this, split.train(), split.validation());
    }

    /** Loss and metrics on data: the loss it was trained with, accuracy for class labels unless metrics are named. */
    public Evaluation evaluate(Dataset data, Metric... metrics) {
        var chosen = metrics.length == 0 ? null : List.of(metrics);
        return attempt(() -> new Evaluator(this, data, trainedWith(), chosen)).evaluate();
    }

    private synchronized Loss trainedWith() {
        return loss;
    }

    /** Does something that may give this model its shape, and takes the shape back where that fails. */
    <T> T attempt(Supplier<T> action) {
        Graph before;
        synchronized (this) {
            before = graph;
        }
        try {
            return action.get();
        } catch (RuntimeException e) {
            synchronized (this) {
                graph = before;
            }
            throw e;
        }
    }

    /** All weights by name, for example {@code dense1.weight}; copies. */
    public synchronized Map<String, Tensor> weights() {
        var arrays = arrays();
        var named = new LinkedHashMap<String, Tensor>();
        for (int i = 0; i < arrays.size(); i++) {
            named.put(graph.weights().get(i).key(), new Tensor(arrays.get(i).copy()));
        }
        return named;
    }

    /** One weight by name; a copy. */
    public Tensor weight(String name) {
        return new Tensor(arrays().get(index(name)).copy());
    }

    /**
     * Sets some weights and keeps the others.
     *
     * @throws IllegalArgumentException if a name or a shape is not this model's; nothing is changed then
     */
    public synchronized Model weights(Map<String, Tensor> values) {
        values.forEach((name, value) -> {
            var expected = graph().weights().get(index(name)).weight().shape();
            if (!value.shape().equals(expected)) {
                throw new ShapeException("weights: " + name + " has shape " + expected + ", got " + value.shape()
                        + "; reshape it, or change the layer");
            }
        });
        var keys = graph().weights().stream().map(Graph.Entry::key).toList();
        // Where all are given none are drawn, so that loading a model leaves the session's stream as it is.
        var kept = values.keySet().containsAll(keys) ? null : arrays();
        var changed = new ArrayList<Array>();
        for (int i = 0; i < keys.size(); i++) {
            var value = values.get(keys.get(i));
            changed.add(
                    value == null
                            ? kept.get(i)
                            : value.to(DType.float32).array().copy().requireGradient());
        }
        weights = List.copyOf(changed);
        trained = true;
        return this;
    }

    private int index(String name) {
        var keys = graph().weights().stream().map(Graph.Entry::key).toList();
        int at = keys.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("weights: there is no \"" + name + "\" in this model, but " + keys);
        }
        return at;
    }

    /** A model of the same form with a copy of the weights. */
    public synchronized Model copy() {
        return new Model(this);
    }

    /**
     * Writes description, weights, provenance and checksum to one file. The file appears whole or not at all.
     *
     * @param file for example {@code lenet.pct}
     */
    public void save(String file) {
        ModelFile.write(Path.of(file), this);
    }

    /** The layers as they were written, without weights. */
    @Override
    public String toString() {
        var written = layers.stream().map(Layer::toString).collect(Collectors.joining(", "));
        return "sequential(" + (graph == null ? "" : "input" + graph.input() + ", ") + written + ")";
    }

    // What training and files need of a model; not for cells.

    /** The native weights in the order of {@link Graph#weights}; drawn from the session's stream at first use. */
    @Internal
    public synchronized List<Array> arrays() {
        if (weights == null) {
            weights = draw(RandomStream.session());
        }
        return weights;
    }

    /** The weights that are trained: the native ones themselves, no copies. */
    @Override
    @Internal
    public List<Tensor> parameters() {
        var entries = graph().weights();
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).weight().trained())
                .mapToObj(i -> new Tensor(arrays().get(i)))
                .toList();
    }

    @Override
    @Internal
    public List<String> parameterNames() {
        return graph().weights().stream()
                .filter(e -> e.weight().trained())
                .map(Graph.Entry::key)
                .toList();
    }

    /** The layers as they were given. */
    @Internal
    public List<Layer> layers() {
        return layers;
    }

    /**
     * Readies the model for a training: works the shapes out, and draws new weights unless it was trained or given
     * weights before.
     */
    @Internal
    public synchronized void prepare(long seed, Loss trainedWith) {
        graph();
        loss = trainedWith;
        if (!trained) {
            weights = draw(new RandomStream(seed));
            trained = true;
        }
    }

    /**
     * Examples as this model takes them: of its shape and type.
     *
     * @throws ShapeException if they do not fit
     */
    @Internal
    public Tensor admit(Tensor x) {
        if (x.shape().rank() == 0) {
            throw new ShapeException("model: expected a batch, [batch, …], got the scalar " + x + "; reshape it first");
        }
        synchronized (this) {
            if (graph == null) {
                build(x.shape().dropFirst(1));
            }
        }
        return Examples.of(graph(), x);
    }

    private List<Array> draw(RandomStream random) {
        return graph().weights().stream()
                .map(e -> e.weight()
                        .initial()
                        .draw(random, e.weight().shape())
                        .array()
                        .requireGradient())
                .toList();
    }

    private List<Array> copies() {
        return arrays().stream().map(w -> w.copy().requireGradient()).toList();
    }
}
