package percolate.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import percolate.Layer;

/** The layers that a group is given. */
final class Parts {
    private Parts() {}

    /** @throws IllegalArgumentException if there is none, or null among them */
    static List<Layer> checked(String word, List<? extends Layer> layers) {
        if (layers.isEmpty() || layers.contains(null)) {
            throw new IllegalArgumentException(word + ": expected one layer or more, got "
                    + (layers.isEmpty() ? "none" : "null in place " + (layers.indexOf(null) + 1)));
        }
        return List.copyOf(layers);
    }

    /** The layers of a group. */
    static List<Layer> of(Group<?> group) {
        var layers = new ArrayList<Layer>();
        for (var layer : (List<?>) group.attributes().values().get("layers")) {
            layers.add((Layer) layer);
        }
        return layers;
    }

    /** A layer with the activation that was said of its group. */
    static <S extends Part<S>> S activated(S layer, Group<?> group) {
        var activation = group.activation();
        if (activation.equals(Activation.NONE)) {
            return layer;
        }
        var said = new LinkedHashMap<>(group.attributes().values());
        said.keySet().retainAll(List.of("activation", "slope", Activation.FUNCTION));
        return layer.with(layer.attributes().with(said));
    }
}
