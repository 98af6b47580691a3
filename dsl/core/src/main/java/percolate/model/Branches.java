package percolate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import percolate.Layer;
import percolate.Node;

/**
 * Layers side by side over one input, and their outputs as one: {@code concat} along the channels (axis 0 of an image,
 * else the last axis), {@code add}, or {@code multiply}. An activation applies to the result.
 *
 * @see <a href="https://arxiv.org/abs/1409.4842">Szegedy et al. 2015, inception</a>
 */
public final class Branches extends Group<Branches> {
    private Branches(Attributes attributes) {
        super(attributes);
    }

    /** @param word {@code concat}, {@code add} or {@code multiply} */
    public static Branches of(String word, List<Layer> layers) {
        return new Branches(Attributes.of(word).with("layers", Parts.checked(word, layers)));
    }

    @Override
    protected Branches with(Attributes attributes) {
        return new Branches(attributes);
    }

    @Override
    protected Node expand(List<Node> inputs) {
        var ends = new ArrayList<Node>();
        for (var layer : Parts.of(this)) {
            var place = "branch " + (ends.size() + 1) + " " + Mistake.named(layer);
            ends.add(Mistake.at(place, () -> layer.onto(inputs)));
        }
        var merge = Parts.activated(new Merge(Attributes.of(kind())), this);
        return merge.onto(ends);
    }

    @Override
    protected String written() {
        return kind() + Parts.of(this).stream().map(Layer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
