package percolate.model;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import percolate.DType;
import percolate.Layer;
import percolate.Node;
import percolate.Shape;
import percolate.ShapeException;

/**
 * A place in a model: an input, a layer behind other places, a value that a layer exposes, or another name for a place.
 * Compared by identity; a place comes after all that it takes its values from.
 */
public final class Vertex {
    private static final AtomicLong MADE = new AtomicLong();

    private final long number = MADE.incrementAndGet();
    private final Layer layer;
    private final List<Vertex> inputs;
    private final String word;
    private final boolean alias;
    private final Label label;
    private final Variables variables;
    private final Shape shape;
    private final DType dtype;
    private final Vertex given;
    private final Vertex filled;

    private Vertex(
            Layer layer,
            List<Vertex> inputs,
            String word,
            boolean alias,
            Label label,
            Variables variables,
            Shape shape,
            DType dtype,
            boolean keeps) {
        this.layer = layer;
        this.inputs = List.copyOf(inputs);
        this.word = word;
        this.alias = alias;
        this.label = label;
        this.variables = variables;
        this.shape = shape;
        this.dtype = dtype;
        this.given = inputs.isEmpty() ? this : keeps ? inputs.get(0).given : null;
        this.filled = filled();
    }

    /** An input of a model. */
    public static Vertex input(String name, Shape shape, DType dtype) {
        return new Vertex(null, List.of(), name, false, null, null, shape, dtype, false);
    }

    /** A layer behind nodes, with weights as their scope says. */
    public static Node onto(Layer layer, List<Node> nodes) {
        var scope = nodes.get(0).scope();
        var weights = scope.into(layer).weights().get();
        var vertices = nodes.stream().map(Node::vertex).toList();
        return nodes.get(0)
                .with(of(layer, Label.of(layer, scope), weights, vertices).rated(scope.rate()));
    }

    static Vertex of(Layer layer, Label label, Variables variables, List<Vertex> inputs) {
        refuse(layer, inputs);
        var shapes = inputs.stream().map(Vertex::shape).toList();
        var out = layer.outputShape(shapes);
        if (layer instanceof Own own) {
            variables.hold(own.own().variables());
        } else {
            variables.fit(layer.weights(shapes));
        }
        variables.carry(layer.carried(shapes));
        boolean keeps = layer.keepsElements();
        var type = keeps ? inputs.get(0).dtype : DType.float32;
        return new Vertex(layer, inputs, "", false, label, variables, out, type, keeps);
    }

    /**
     * As it was in a file.
     *
     * @param name its whole name there
     * @param sharing the place whose weights it shares, or null
     */
    public static Vertex read(Layer layer, String name, Vertex sharing, List<Vertex> inputs) {
        return of(layer, Label.read(layer, name), sharing == null ? new Variables() : sharing.variables, inputs);
    }

    private static void refuse(Layer layer, List<Vertex> inputs) {
        if (inputs.size() < layer.leastInputs() || inputs.size() > layer.mostInputs()) {
            throw new ShapeException("expected " + count(layer) + ", got " + inputs.size() + "; "
                    + (inputs.size() > layer.mostInputs()
                            ? "join them first, for example with a.concat(b)"
                            : "write then(" + layer + ", further nodes)"));
        }
        for (int i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i);
            if (layer.takesIntegers(i) && input.given == null && input.dtype.isFloating()) {
                throw new ShapeException("expected the numbers of words as they are in the data, got what the layers"
                        + " before it computed; put it first");
            }
        }
    }

    private static String count(Layer layer) {
        int least = layer.leastInputs();
        int most = layer.mostInputs();
        var number = least == most
                ? String.valueOf(least)
                : most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
        return number + (most == 1 ? " input" : " inputs");
    }

    /** A value that this place's layer exposes. */
    public Vertex pick(Exposed value) {
        return new Vertex(null, List.of(this), value.name(), false, null, null, value.shape(), value.dtype(), false);
    }

    /** The same place under a name: the layer's own where it has none, one more otherwise. */
    public Vertex named(String name) {
        return isInput()
                ? input(name, shape, dtype)
                : new Vertex(null, List.of(this), name, true, null, null, shape, dtype, true);
    }

    /** The same layer behind other places. */
    Vertex moved(Layer same, Label its, Variables weights, List<Vertex> to) {
        return of(same, its, weights, to);
    }

    /** The same place, whose weights learn at this part of their rate. */
    Vertex rated(double factor) {
        return factor == 1 || variables.all().isEmpty()
                ? this
                : of(Part.rated(layer, factor), label, variables, inputs);
    }

    /** The same alias or value of another place. */
    Vertex moved(Vertex to, String prefix) {
        return alias ? to.named(prefix + word) : to.pick(to.exposed(word));
    }

    /** @throws ShapeException if this place's layer exposes no such value */
    public Exposed exposed(String name) {
        return exposed().stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ShapeException("there is no \"" + name + "\" here, but "
                        + exposed().stream().map(Exposed::name).toList()));
    }

    /** What this place's layer exposes. */
    public List<Exposed> exposed() {
        var owner = owner();
        return owner.layer == null
                ? List.of()
                : owner.layer.exposed(owner.inputs.stream().map(Vertex::shape).toList());
    }

    /** The place that an alias stands for. */
    Vertex owner() {
        return alias ? inputs.get(0).owner() : this;
    }

    public long number() {
        return number;
    }

    public boolean isInput() {
        return inputs.isEmpty();
    }

    boolean isPick() {
        return layer == null && !alias && !isInput();
    }

    boolean isAlias() {
        return alias;
    }

    /** Null where this is no layer's place. */
    public Layer layer() {
        return layer;
    }

    List<Vertex> inputs() {
        return inputs;
    }

    /** An input's name, an alias, or the name of an exposed value. */
    public String word() {
        return word;
    }

    Label label() {
        return label;
    }

    Variables variables() {
        return variables;
    }

    /** The input whose elements arrive here as they are; null where they were computed with. */
    Vertex given() {
        return given;
    }

    private Vertex filled() {
        if (layer != null && layer.givesMask()) {
            return this;
        }
        boolean kept = alias || (layer != null && layer.keepsTime());
        return kept ? inputs.get(0).filled : null;
    }

    /** Which steps of the sequence here are words, 1, and which only fill it up, 0; null where all count. */
    Vertex mask() {
        return filled == null ? null : filled.pick(filled.exposed("mask"));
    }

    public Shape shape() {
        return shape;
    }

    public DType dtype() {
        return dtype;
    }

    @Override
    public String toString() {
        return isInput()
                ? "input" + shape + (dtype == DType.float32 ? "" : " " + dtype)
                : layer == null ? owner() + "." + word : layer.toString();
    }
}
