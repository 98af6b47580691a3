package percolate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import percolate.model.Nearest;

/** What each layer of a model made of one batch, by name: {@code at("C1")}, and within a layer {@code at("memory.forget")}. */
public final class Activations {
    private final Map<String, Tensor> values;

    Activations(Map<String, Tensor> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** The layers' names, in order, each with the values it exposes. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /**
     * The values of one layer, [batch, …].
     *
     * @throws IllegalArgumentException if there is no such layer
     */
    public Tensor at(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("activations: there is no \"" + name + "\" in this model, but " + names()
                    + "; did you mean \"" + Nearest.to(name, names()) + "\"?");
        }
        return value;
    }

    /** Kotlin's {@code activations["C1"]}. */
    public Tensor get(String name) {
        return at(name);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().shape())
                .collect(Collectors.joining("\n"));
    }
}
