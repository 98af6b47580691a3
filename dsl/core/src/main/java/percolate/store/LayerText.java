package percolate.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import percolate.Layer;
import percolate.model.Attributes;
import percolate.model.Kinds;
import percolate.model.Network;
import percolate.model.Own;

/**
 * A layer as it was written, which a graph no longer shows: a {@code residual(…)} is there as its parts.
 *
 * @param options what was said of it
 * @param layers those that it holds; absent where it is no group
 */
record LayerText(String kind, Map<String, Object> options, List<LayerText> layers) {
    /** All of them, or nothing where one is of one's own, or a model that has its weights already. */
    static Optional<List<LayerText>> of(List<Layer> layers) {
        var texts = new ArrayList<LayerText>();
        for (var layer : layers) {
            var text = of(layer);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(texts);
    }

    private static Optional<LayerText> of(Layer layer) {
        var attributes = layer.attributes();
        boolean built = attributes.values().get("network") instanceof Network network && network.isBuilt();
        if (built || layer instanceof Own || layer.activation().isOwn()) {
            return Optional.empty();
        }
        var inner = inner(attributes);
        return inner.isEmpty()
                ? Optional.of(new LayerText(layer.kind(), attributes.written(), null))
                : of(inner)
                        .map(texts -> new LayerText(
                                layer.kind(), attributes.without("layers").written(), texts));
    }

    private static List<Layer> inner(Attributes attributes) {
        var layers = new ArrayList<Layer>();
        if (attributes.values().get("layers") instanceof List<?> list) {
            list.forEach(layer -> layers.add((Layer) layer));
        }
        return layers;
    }

    Layer layer() {
        var attributes = Attributes.of(kind).with(options);
        return layers == null
                ? Kinds.layer(attributes)
                : Kinds.group(attributes, layers.stream().map(LayerText::layer).toList());
    }
}
