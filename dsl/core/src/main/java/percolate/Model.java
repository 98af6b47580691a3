package percolate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import percolate.engine.Array;
import percolate.model.Activated;
import percolate.model.Activation;
import percolate.model.Attributes;
import percolate.model.Carried;
import percolate.model.Examples;
import percolate.model.Graph;
import percolate.model.Group;
import percolate.model.Network;
import percolate.model.Part;
import percolate.model.State;
import percolate.model.Wiring;
import percolate.program.Forward;
import percolate.program.Mode;
import percolate.program.Readings;
import percolate.program.Stepwise;
import percolate.store.ExportFile;
import percolate.store.ModelFile;
import percolate.store.WeightsFile;
import percolate.tensor.Differentiation;
import percolate.tensor.Joining;
import percolate.train.Evaluator;

/**
 * A network: a description of its layers, and the weights these have. Training changes the weights, nothing else does
 * but {@link #weights(Map)} and {@link #copyFrom}.
 *
 * <p>Made without {@code input(…)}, it takes its input's shape from the first data it sees. Until then it is a mere
 * description, like any layer.
 *
 * <p>A model is a layer too: {@code sequential(base.without(1), dense(5))}, {@code a.then(embed)}. It brings its weights
 * along, and all places that hold it share them; a description gets new ones at each place.
 */
public final class Model extends Group<Model> implements Parameters {
    /** Examples of data that is not in memory. */
    private static final int READ_AT_ONCE = 256;

    private final Network network;

    private Model(Attributes attributes) {
        super(attributes);
        this.network = (Network) attributes.values().get("network");
    }

    private Model(String kind, Network network) {
        this(Attributes.of(kind).with("network", network).with("layers", network.layers()));
    }

    static Model sequential(Node input, List<Layer> layers) {
        // Lists that take no null throw when they are asked for it.
        var given = new ArrayList<>(layers);
        if (layers.isEmpty() || given.contains(null)) {
            throw new IllegalArgumentException("sequential: expected one layer or more, got "
                    + (layers.isEmpty() ? "none" : "null in place " + (given.indexOf(null) + 1)));
        }
        var network = new Network(layers);
        if (input != null) {
            network.build(input);
        }
        return new Model("sequential", network);
    }

    static Model wired(List<Node> inputs, List<Node> outputs) {
        var from = inputs.stream().map(Node::vertex).toList();
        var to = outputs.stream().flatMap(n -> n.outputs().stream()).toList();
        return new Model("model", new Network(List.of(), new Wiring(from, to)));
    }

    /** A model of places that are there. */
    @Internal
    public static Model of(Wiring wiring) {
        return new Model(wiring.graph().isChain() ? "sequential" : "model", new Network(List.of(), wiring));
    }

    @Override
    protected Model with(Attributes attributes) {
        return new Model(attributes);
    }

    @Override
    protected Node expand(List<Node> inputs) {
        var out = network.isBuilt() ? behind(inputs) : chain("layer", network.layers(), inputs);
        return activation().equals(Activation.NONE) ? out : Activated.of(this).onto(List.of(out));
    }

    private Node behind(List<Node> inputs) {
        var places = inputs.stream().map(Node::vertex).toList();
        var scope = inputs.get(0).scope();
        return new Node(network.wiring().behind(places, scope, network.frozen()), scope);
    }

    // What it is

    /** The shape of one example's first output. */
    public Shape outputShape() {
        return graph().output();
    }

    /** The number of all weights' elements; what layers keep beside them, such as running means, is not counted. */
    public long parameterCount() {
        return graph().parameterCount();
    }

    /** The names of the layers, in order. */
    public List<String> names() {
        return graph().steps().stream().map(Graph.Step::name).toList();
    }

    /** Layer by layer: shapes, the formulas of their sizes, and the arithmetic of the parameter counts. */
    public Summary summary() {
        return Summary.of(graph(), network.frozen());
    }

    // Use

    /**
     * The first output for a batch; gradients can be taken of it. Within {@code gradients(() -> …)} and steps of an
     * optimizer it behaves as in training, elsewhere as in use, unless {@link #training} or {@link #eval} said which.
     *
     * @param x for each input [batch, …]
     */
    public Tensor apply(Tensor... x) {
        return outputs(x).get(0);
    }

    /** Kotlin's {@code net(x)}: {@link #apply}. */
    public Tensor invoke(Tensor... x) {
        return apply(x);
    }

    /**
     * All outputs, as {@link #apply} gives the first.
     *
     * @param x for each input [batch, …]; behind them, where recurrent layers {@code returnState()}, the states to start
     *     from, [batch, units] each, that {@code outputs} of the time steps before gave
     */
    public List<Tensor> outputs(Tensor... x) {
        var its = network.isBuilt() && x.length > graph().inputs().size() ? network.started() : network;
        if (its != network) {
            return Forward.whole(its.graph(), mode(), true, its.arrays(), Examples.of(its.graph(), Arrays.asList(x)));
        }
        var inputs = admit(Arrays.asList(x));
        network.carry(inputs.get(0).size(0));
        return Forward.whole(graph(), mode(), true, arrays(), inputs);
    }

    private Mode mode() {
        boolean training = attributes().has("mode")
                ? attributes().text("mode", "").equals("training")
                : Stepwise.current().map(m -> m == Mode.TRAINING).orElseGet(Differentiation::isWithin);
        return training ? Mode.TRAINING : Mode.INFERENCE;
    }

    /**
     * The first output for a batch, without dropout; no gradients can be taken of it.
     *
     * @param x for each input [batch, …] with its shape; an image is flattened where the model takes a vector, and back
     * @throws ShapeException if the examples do not fit
     */
    public Tensor predict(Tensor... x) {
        var inputs = admit(Arrays.asList(x));
        network.carry(inputs.get(0).size(0));
        return Forward.inParts(graph(), arrays(), inputs).get(0);
    }

    /** The outputs for all examples of a data set. */
    public Tensor predict(Dataset data) {
        var still = data.still();
        if (data.isHeld()) {
            return predict(still.inputs().toArray(Tensor[]::new));
        }
        var parts = new ArrayList<Tensor>();
        still.batches(READ_AT_ONCE)
                .forEach(batch -> parts.add(predict(batch.inputs().toArray(Tensor[]::new))));
        return Joining.concat(0, parts);
    }

    /**
     * The first output, drawn {@code n} times with dropout switched on (Monte-Carlo dropout).
     *
     * @return [n, batch, …]
     * @see <a href="https://arxiv.org/abs/1506.02142">Gal and Ghahramani 2016</a>
     */
    public Tensor samples(int n, Tensor... x) {
        if (n < 1) {
            throw new IllegalArgumentException("samples: expected one draw or more, got " + n);
        }
        var inputs = admit(Arrays.asList(x));
        return Joining.stack(IntStream.range(0, n)
                .mapToObj(i ->
                        Carried.looking(graph(), () -> Forward.whole(graph(), Mode.SAMPLING, false, arrays(), inputs)
                                .get(0)))
                .toList());
    }

    /** What each layer makes of a batch, by name. */
    public Activations activations(Tensor... x) {
        var inputs = admit(Arrays.asList(x));
        var values = Carried.looking(graph(), () -> Forward.activations(graph(), arrays(), inputs));
        var names = Readings.of(graph()).names();
        var named = new LinkedHashMap<String, Tensor>();
        IntStream.range(0, names.size()).forEach(i -> named.put(names.get(i), values.get(i)));
        return new Activations(named);
    }

    /** This model, whose {@link #apply} behaves as in training: elements are dropped, batches normalised by themselves. */
    public Model training() {
        return option("mode", "training");
    }

    /** This model, whose {@link #apply} behaves as in use, whatever stands around it. */
    public Model eval() {
        return option("mode", "eval");
    }

    /** Lets {@code stateful()} layers start the next batch from zeros: another text begins. */
    public Model resetStates() {
        network.resetStates();
        return this;
    }

    // Training

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
        return attempt(() -> new Evaluator(this, data, network.losses(), chosen, network.batch()))
                .evaluate();
    }

    /**
     * Keeps the weights of some layers as they are in training; nothing is computed for them. A frozen batchNorm works as
     * in use, with the running mean and variance it has, as in Keras; a frozen dropout still drops.
     *
     * @param layers names, in which * stands for any letters: {@code conv*}
     */
    public Model freeze(String... layers) {
        Arrays.stream(layers).forEach(pattern -> network.freeze(pattern, true));
        return this;
    }

    /** Ends what {@link #freeze} began; {@code unfreeze("*")} for all. */
    public Model unfreeze(String... layers) {
        Arrays.stream(layers).forEach(pattern -> network.freeze(pattern, false));
        return this;
    }

    /** This model with all layers frozen; the weights are the same, and the model itself stays as it is. */
    @Override
    public Model frozen() {
        if (!network.isBuilt()) {
            return super.frozen();
        }
        return renewed(network.layers(), network.wiring()).freeze("*");
    }

    /** This model, whose layers learn at this part of their rate, as a part of others too; the weights are the same. */
    @Override
    public Model rate(Number factor) {
        var written = Part.rated(network.layers(), factor.doubleValue());
        return network.isBuilt()
                ? renewed(written, network.wiring().rated(factor.doubleValue()))
                : new Model(attributes().with("network", new Network(written)).with("layers", written));
    }

    // Weights

    /** All weights by name, for example {@code dense1.weight}; copies. */
    public Map<String, Tensor> weights() {
        return State.read(graph());
    }

    /** One weight by name; a copy. */
    public Tensor weight(String name) {
        return State.read(graph(), name);
    }

    /**
     * Sets some weights and keeps the others.
     *
     * @throws IllegalArgumentException if a name or a shape is not this model's; nothing is changed then
     */
    public Model weights(Map<String, Tensor> values) {
        State.write(graph(), values);
        return this;
    }

    /** Takes the numbers of a model of the same form. */
    public Model copyFrom(Model other) {
        return weights(other.weights());
    }

    /** A model of the same form with a copy of the weights. */
    public Model copy() {
        return network.isBuilt()
                ? renewed(network.layers(), network.wiring().copy())
                : sequential(null, network.layers());
    }

    /** A model of the same form with new weights, drawn from this seed. */
    public Model copy(long seed) {
        var copy = renewed(network.layers(), network.wiring().anew());
        copy.network.begin(seed);
        return copy;
    }

    /**
     * This model, whose weights are moved to a device, {@code net.to(gpu())}; batches that it is given follow. An optimizer that
     * was bound to the weights before is bound anew.
     *
     * @throws IllegalArgumentException if this machine has no such device
     */
    public Model to(Device device) {
        graph().to(device);
        return this;
    }

    // Parts

    /** The part up to a layer, which gives that layer's values; the weights are the same. */
    public Model upTo(String layer) {
        return renewed(List.of(), network.wiring().upTo(layer));
    }

    /** The part after a layer, whose input is that layer's values; the weights are the same. */
    public Model from(String layer) {
        return renewed(List.of(), network.wiring().from(layer));
    }

    /** Without the last layers, as many as said of those that {@link #summary} lists; the weights are the same. */
    public Model without(int last) {
        return renewed(List.of(), network.wiring().without(last));
    }

    private Model renewed(List<Layer> written, Wiring wiring) {
        return new Model(attributes()
                .without("frozen")
                .with("network", network.with(written, wiring))
                .with("layers", written));
    }

    /**
     * Writes description, weights, provenance and checksum to one file. The file appears whole or not at all.
     *
     * @param file for example {@code lenet.pct}
     */
    public void save(String file) {
        ModelFile.write(Path.of(file), this);
    }

    /**
     * Writes the weights alone in the safetensors format, which other libraries read.
     *
     * @param file for example {@code lenet.safetensors}
     */
    public void saveWeights(String file) {
        WeightsFile.write(Path.of(file), weights());
    }

    /**
     * Takes the weights of a file: what {@link #saveWeights} or {@link #save} wrote, safetensors, or a state dictionary of
     * PyTorch. Those that the file does not name stay.
     *
     * @throws IllegalArgumentException if a name or a shape is not this model's; nothing is changed then
     */
    public Model loadWeights(String file) {
        return weights(WeightsFile.read(Path.of(file)));
    }

    /**
     * How its weights came about, as {@link Run#provenance} tells it of the last training: seed, hash of the data, versions,
     * optimizer, loss; files keep it. Empty where it was never trained.
     */
    public Map<String, String> provenance() {
        return network.provenance();
    }

    /**
     * Writes the model in use, with its weights, as a TorchScript file: in Python {@code torch.jit.load("net.pt")(x)}.
     *
     * @param file for example {@code lenet.pt}
     * @throws IllegalStateException if a layer of one's own is in it, whose code Python could not run
     */
    public void export(String file) {
        ExportFile.write(Path.of(file), this);
    }

    /** The layers as they were written, without weights. */
    @Override
    protected String written() {
        if (network.isBuilt() && !graph().isChain() && network.layers().isEmpty()) {
            var inputs = graph().inputs().stream().map(i -> "input" + i.shape()).collect(Collectors.joining(", "));
            return "model(" + inputs + ", " + graph().steps().size() + " layers)";
        }
        var layers = network.layers().isEmpty() ? graph().layers().toList() : network.layers();
        var written = layers.stream().map(Layer::toString).collect(Collectors.joining(", "));
        return "sequential(" + (network.isBuilt() ? "input" + graph().input() + ", " : "") + written + ")";
    }

    // What training and files need of a model; not for cells.

    /** The layers with names and shapes. */
    @Internal
    public Graph graph() {
        return network.graph();
    }

    /** The places of the layers. */
    @Internal
    public Wiring wiring() {
        return network.wiring();
    }

    /** The native weights in the order of {@link Graph#weights}; drawn from the session's stream at first use. */
    @Internal
    public List<Array> arrays() {
        return network.arrays();
    }

    /** The weights that are trained: the native ones themselves, no copies. */
    @Override
    @Internal
    public List<Tensor> parameters() {
        return trained().map(e -> new Tensor(e.variable().array())).toList();
    }

    @Override
    @Internal
    public List<String> parameterNames() {
        return trained().map(Graph.Entry::key).toList();
    }

    private Stream<Graph.Entry> trained() {
        return graph().weights().stream()
                .filter(e -> e.weight().trained() && !network.frozen().contains(e.layer()))
                .filter(e -> !e.variable().isFrozen());
    }

    /** The layers one behind the other, as they were written; else all of the graph. */
    @Internal
    public List<Layer> layers() {
        return network.layers().isEmpty() ? graph().layers().toList() : network.layers();
    }

    /** The names of the layers that training leaves as they are. */
    @Internal
    public Set<String> frozenLayers() {
        return network.frozen();
    }

    /** A model to try something with: what was given or trained is copied, and nothing of this one is drawn for it. */
    @Internal
    public Model tried() {
        return network.isBuilt() ? renewed(network.layers(), network.wiring().settled()) : copy();
    }

    /** Draws new weights where none were given or trained. */
    @Internal
    public void begin(long seed) {
        network.begin(seed);
    }

    /** Draws new weights where none were given or trained, and remembers the losses. */
    @Internal
    public void prepare(long seed, List<Loss> trainedWith) {
        network.trainedWith(trainedWith);
        network.begin(seed);
    }

    /** Remembers how a training came about; asked for when somebody wants to know. */
    @Internal
    public void trainedBy(Supplier<Map<String, String>> facts) {
        network.trainedBy(facts);
    }

    /** Forgets what stateful layers took over in a training, and remembers how large its batches were. */
    @Internal
    public void trainedIn(int batch) {
        network.trainedIn(batch);
    }

    /** Does something that may give this model its shape, and takes the shape back where that fails. */
    <T> T attempt(Supplier<T> action) {
        return network.attempt(action);
    }

    /**
     * Examples as this model takes them: of its shapes and types.
     *
     * @throws ShapeException if they do not fit
     */
    @Internal
    public List<Tensor> admit(List<Tensor> x) {
        if (x.isEmpty() || x.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("model: expected a batch, got " + (x.isEmpty() ? "nothing" : "null"));
        }
        if (x.get(0).shape().rank() == 0) {
            throw new ShapeException(
                    "model: expected a batch, [batch, …], got the scalar " + x.get(0) + "; reshape it first");
        }
        network.build(() -> Percolate.input(x.get(0).shape().dropFirst(1).toArray()));
        return Examples.of(graph(), x);
    }
}
