package percolate.model;

import java.util.function.Supplier;
import percolate.Layer;

/**
 * Within which named parts of a model a layer stands, and what these say of all their layers.
 *
 * @param prefix for its name, for example {@code encoder.}; empty outside
 * @param frozen whether its weights stay as they are in training
 * @param rate the part of the optimizer's rate at which its weights learn
 * @param weights where each layer takes its weights from, one after the other
 */
public record Scope(String prefix, boolean frozen, double rate, Supplier<Variables> weights) {
    /** Outside of all: each layer gets weights of its own. */
    public static final Scope NONE = new Scope("", false, 1, Variables::new);

    /** Within this layer. */
    public Scope into(Layer layer) {
        var attributes = layer.attributes();
        var name = layer.name();
        return new Scope(
                name.isEmpty() ? prefix : prefix + name + ".",
                frozen || attributes.flag("frozen", false),
                attributes.has("rate") ? rate * attributes.number("rate") : rate,
                attributes.values().get("shared") instanceof Sharing sharing ? sharing.use() : weights);
    }
}
