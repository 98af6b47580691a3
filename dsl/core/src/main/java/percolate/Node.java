package percolate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import percolate.model.Activated;
import percolate.model.Lambda;
import percolate.model.Merge;
import percolate.model.Mistake;
import percolate.model.Names;
import percolate.model.Scope;
import percolate.model.Vertex;

/**
 * A place in a model that values pass through; {@link Percolate#input} makes the first one, {@link #then} the next, and
 * {@link Percolate#model} a model of them.
 *
 * <p>A node is one use of its layer, with weights of its own: all that is built on the same node, and all models that hold
 * it, share them.
 */
public final class Node {
    private final List<Vertex> outputs;
    private final Scope scope;

    Node(Shape shape, DType dtype) {
        if (shape.sizes().contains(0)
                || shape.sizes().indexOf(Percolate.TIME) != shape.sizes().lastIndexOf(Percolate.TIME)) {
            throw new IllegalArgumentException(
                    "input: expected sizes of 1 or more, and TIME for one axis at most, got " + shape);
        }
        if (dtype != DType.float32 && dtype != DType.int64) {
            throw new IllegalArgumentException("input: expected float32, or int64 for the numbers of words, got "
                    + dtype + "; models compute in float32, and take data of any type");
        }
        this.outputs = List.of(Vertex.input("", shape, dtype));
        this.scope = Scope.NONE;
    }

    /** @param outputs the first one is meant where no other is named */
    @Internal
    public Node(List<Vertex> outputs, Scope scope) {
        this.outputs = List.copyOf(outputs);
        this.scope = scope;
    }

    /**
     * The place after a layer.
     *
     * @param more further inputs of the layer: a recurrent layer's first state, attention's memory
     * @throws ShapeException if the layer cannot take what arrives here
     */
    public Node then(Layer layer, Node... more) {
        var nodes = Stream.concat(Stream.of(this), Arrays.stream(more)).toList();
        return Mistake.at(Mistake.named(layer), () -> layer.onto(nodes));
    }

    /** The place after a function; a model that holds one runs step by step. */
    public Node then(UnaryOperator<Tensor> function) {
        return then(new Lambda(function));
    }

    /** One after the other along the channels: axis 0 of an image [channels, h, w], else the last axis. */
    public Node concat(Node... others) {
        return then(Merge.concat(), others);
    }

    /** One after the other along an axis of the examples; negative axes count from the end. */
    public Node concat(int axis, Node... others) {
        return then(Merge.concat(axis), others);
    }

    /** The sum, element by element; an axis of size 1 stretches. */
    public Node add(Node... others) {
        return then(Merge.add(), others);
    }

    /** {@link #add} of two, and Kotlin's {@code a + b}. */
    public Node plus(Node other) {
        return add(other);
    }

    /** The product, element by element; an axis of size 1 stretches. */
    public Node multiply(Node... others) {
        return then(Merge.multiply(), others);
    }

    /** {@link #multiply} of two, and Kotlin's {@code a * b}. */
    public Node times(Node other) {
        return multiply(other);
    }

    /** This less the other, element by element; an axis of size 1 stretches. Kotlin's {@code a - b}. */
    public Node minus(Node other) {
        return then(Merge.subtract(), other);
    }

    /** This divided by the other, element by element; an axis of size 1 stretches. Kotlin's {@code a / b}. */
    public Node div(Node other) {
        return then(Merge.divide(), other);
    }

    /** max(0, x). */
    public Node relu() {
        return then(new Activated("relu"));
    }

    public Node tanh() {
        return then(new Activated("tanh"));
    }

    /** 1 / (1 + e⁻ˣ). */
    public Node sigmoid() {
        return then(new Activated("sigmoid"));
    }

    /** eˣⁱ / Σⱼ eˣʲ over the last axis, over the channels of an image. */
    public Node softmax() {
        return then(new Activated("softmax"));
    }

    /**
     * The same place under a name: its layer's, where that has none yet, and what {@code activations} and the losses of
     * several outputs call it.
     */
    public Node named(String name) {
        return new Node(List.of(vertex().named(scope.prefix() + Names.checked("node", name))), scope);
    }

    /** Output {@code index} of a model or layer with several, from 0. */
    public Node output(int index) {
        var all = all();
        if (index < 0 || index >= all.size()) {
            throw new IllegalArgumentException("output: expected 0 to " + (all.size() - 1) + ", as many outputs as "
                    + this + " has, got " + index);
        }
        return new Node(List.of(all.get(index)), scope);
    }

    private List<Vertex> all() {
        if (outputs.size() > 1) {
            return outputs;
        }
        var all = new ArrayList<>(outputs);
        vertex().exposed().forEach(value -> all.add(vertex().pick(value)));
        return all;
    }

    /** The last state of a recurrent layer, [units]. */
    public Node state() {
        return pick("state");
    }

    /** Where a pooling layer {@code withIndices()} found its maxima; {@code unpool2d} takes them. */
    public Node indices() {
        return pick("indices");
    }

    private Node pick(String name) {
        var value = Mistake.at(this + "." + name + "()", () -> vertex().exposed(name));
        return new Node(List.of(vertex().pick(value)), scope);
    }

    /** The shape of one example here. */
    public Shape shape() {
        return vertex().shape();
    }

    public DType dtype() {
        return vertex().dtype();
    }

    /** This input with elements of another type: {@code input(TIME).to(int64)} takes the numbers of words. */
    public Node to(DType type) {
        if (!vertex().isInput()) {
            throw new IllegalStateException("to: the type of elements is said of an input, " + this
                    + " computes in float32; write input(…).to(" + type + ")");
        }
        var typed = new Node(shape(), type);
        return vertex().word().isEmpty() ? typed : typed.named(vertex().word());
    }

    @Override
    public String toString() {
        return vertex().toString();
    }

    // What models are made of; not for cells.

    @Internal
    public Vertex vertex() {
        return outputs.get(0);
    }

    /** All outputs of the layer or model that ends here. */
    @Internal
    public List<Vertex> outputs() {
        return outputs;
    }

    @Internal
    public Scope scope() {
        return scope;
    }

    /** Another place in the same scope. */
    @Internal
    public Node with(Vertex place) {
        return new Node(List.of(place), scope);
    }

    /** The same place, from where layers are put into this scope. */
    @Internal
    public Node in(Scope other) {
        return new Node(outputs, other);
    }

    /** The same place under the name of the part that ends here. */
    @Internal
    public Node titled(String title) {
        var all = new ArrayList<>(outputs);
        all.set(0, vertex().named(title));
        return new Node(all, scope);
    }
}
