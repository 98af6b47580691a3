package percolate.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import percolate.Layer;
import percolate.Loss;
import percolate.Node;
import percolate.engine.Array;
import percolate.tensor.RandomStream;

/**
 * What a model is made of, whatever it is called: its places, once their shapes are known, which of its layers are frozen,
 * and the losses it was trained with.
 */
public final class Network {
    private final List<Layer> layers;
    private Wiring wiring;
    private Graph graph;
    private Network started;
    private Set<String> frozen = Set.of();
    private int sequences;
    private List<Loss> losses = List.of();
    private int batch;
    private Supplier<Map<String, String>> trainedBy = Map::of;

    /** @param layers one behind the other, as they were written; empty where nodes were wired by hand */
    public Network(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    /** A network whose places are there. */
    public Network(List<Layer> layers, Wiring wiring) {
        this(layers);
        wire(wiring);
    }

    private void wire(Wiring its) {
        var worked = its.graph();
        wiring = its;
        graph = worked;
        started = null;
        keep(its.frozen());
    }

    private void keep(Set<String> names) {
        frozen = names;
        graph = graph.frozen(names);
    }

    /** Puts the layers behind an input. */
    public synchronized void build(Node input) {
        var end = Group.chain("layer", layers, List.of(input));
        wire(new Wiring(List.of(input.vertex()), end.outputs()));
    }

    /** Puts the layers behind an input of this shape, unless they have one. */
    public synchronized void build(Supplier<Node> input) {
        if (graph == null) {
            build(input.get());
        }
    }

    public List<Layer> layers() {
        return layers;
    }

    public synchronized boolean isBuilt() {
        return graph != null;
    }

    /** The layers with names and shapes. */
    public synchronized Graph graph() {
        if (graph == null) {
            throw new IllegalStateException("model: its input has no shape yet; begin with sequential(input(…), …), or"
                    + " train it or predict with it first");
        }
        return graph;
    }

    public synchronized Wiring wiring() {
        graph();
        return wiring;
    }

    /** The native weights in the order of {@link Graph#weights}; drawn from the session's stream at first use. */
    public List<Array> arrays() {
        return graph().weights().stream().map(e -> e.variable().array()).toList();
    }

    /** New weights where none were given or trained. */
    public void begin(long seed) {
        var random = new RandomStream(seed);
        graph().weights().forEach(e -> e.variable().begin(random));
    }

    /** The names of the layers that training leaves as they are. */
    public synchronized Set<String> frozen() {
        return frozen;
    }

    /** Freezes the layers that a pattern means, or ends that. */
    public synchronized void freeze(String pattern, boolean freezing) {
        var changed = new TreeSet<>(frozen);
        var meant = graph().matching(pattern);
        if (freezing) {
            changed.addAll(meant);
        } else {
            changed.removeAll(meant);
        }
        keep(new LinkedHashSet<>(changed));
    }

    /** Those it was trained with, none where it was not. */
    public synchronized List<Loss> losses() {
        return losses;
    }

    /** How many examples a step of the last training had, 0 before the first one. */
    public synchronized int batch() {
        return batch;
    }

    public synchronized void trainedWith(List<Loss> its) {
        losses = List.copyOf(its);
    }

    /** How its weights came about; empty where they were never trained. */
    public synchronized Map<String, String> provenance() {
        var facts = trainedBy.get();
        trainedBy = () -> facts;
        return facts;
    }

    public synchronized void trainedBy(Supplier<Map<String, String>> facts) {
        trainedBy = facts;
    }

    /** Lets the next batch start from zeros, after a training in batches of this size. */
    public synchronized void trainedIn(int size) {
        resetStates();
        batch = size;
    }

    /** Sees that a batch goes on with as many sequences as the one before, where states are taken over from that. */
    public synchronized void carry(int batch) {
        if (!Carried.in(graph())) {
            return;
        }
        if (sequences != 0 && sequences != batch) {
            Carried.reset(graph);
            System.out.println("stateful layers start from zeros: the batch before had " + sequences
                    + " sequences and this one has " + batch
                    + "; call resetStates() where others begin, or give batches of one size");
        }
        sequences = batch;
    }

    /** Lets the next batch start from zeros. */
    public synchronized void resetStates() {
        Carried.reset(graph());
        sequences = 0;
    }

    /** The same layers with other weights, or fewer of them with the same weights. */
    public synchronized Network with(List<Layer> written, Wiring its) {
        var other = new Network(written, its);
        boolean sameOutputs = other.graph.outputNames().equals(graph.outputNames());
        boolean ofTheFirst = losses.size() == 1 && losses.get(0).output().isEmpty();
        other.losses = sameOutputs || ofTheFirst ? losses : List.of();
        other.batch = batch;
        other.trainedBy = trainedBy;
        var names = other.graph.steps().stream().map(Graph.Step::name).toList();
        other.keep(frozen.stream().filter(names::contains).collect(Collectors.toSet()));
        return other;
    }

    /** The same layers and weights with further inputs, the states to start from. */
    public synchronized Network started() {
        if (started == null) {
            started = new Network(List.of(), wiring().started());
        }
        return started;
    }

    /** Does something that may give this network its shape, and takes the shape back where that fails. */
    public <T> T attempt(Supplier<T> action) {
        Wiring before;
        synchronized (this) {
            before = wiring;
        }
        try {
            return action.get();
        } catch (RuntimeException e) {
            synchronized (this) {
                if (before == null) {
                    wiring = null;
                    graph = null;
                }
            }
            throw e;
        }
    }
}
