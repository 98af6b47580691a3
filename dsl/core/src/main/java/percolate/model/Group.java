package percolate.model;

import java.util.List;
import percolate.Layer;
import percolate.Node;
import percolate.Percolate;
import percolate.Shape;
import percolate.program.Body;

/**
 * A layer that stands for several others. It is replaced by them when a model is made: no program ever holds it.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Group<S extends Group<S>> extends Part<S> {
    protected Group(Attributes attributes) {
        super(attributes);
    }

    /** The layers behind these inputs; {@code node.then(layer)} puts one. */
    protected abstract Node expand(List<Node> inputs);

    @Override
    public final Node onto(List<Node> inputs) {
        var outside = inputs.get(0).scope();
        var inside = outside.into(this);
        var out = expand(inputs.stream().map(node -> node.in(inside)).toList()).in(outside);
        return name().isEmpty() ? out : out.titled(outside.prefix() + name());
    }

    /** Puts layers one behind the other, and says which one does not fit. */
    protected static Node chain(String word, List<? extends Layer> layers, List<Node> inputs) {
        var nodes = inputs;
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            int place = i + 1;
            var before = nodes;
            nodes = List.of(Mistake.at(word + " " + place + " " + Mistake.named(layer), () -> layer.onto(before)));
        }
        return nodes.get(0);
    }

    @Override
    public final Shape outputShape(Shape input) {
        return onto(List.of(Percolate.input(input.toArray()))).shape();
    }

    @Override
    public final Shape outputShape(List<Shape> inputs) {
        return onto(inputs.stream().map(s -> Percolate.input(s.toArray())).toList())
                .shape();
    }

    @Override
    public final String write(Body body) {
        throw new IllegalStateException(kind() + ": it stands for other layers and has no line of its own");
    }
}
