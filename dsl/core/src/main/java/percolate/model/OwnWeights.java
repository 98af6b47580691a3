package percolate.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.Cell;
import percolate.Custom;
import percolate.Model;
import percolate.Tensor;

/**
 * The weights that the fields of an object hold, by the fields' names: parameters, models, other layers of one's own, and
 * lists of these.
 */
public record OwnWeights(List<Variable> variables) {
    /** Those that the fields hold now, each once, under the name that is found first. */
    public static OwnWeights of(Object owner) {
        var search = new Search(new LinkedHashMap<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
        search.read(owner, "");
        return new OwnWeights(List.copyOf(search.found.values()));
    }

    /**
     * @param found variables by their identity
     * @param visited the layers and cells whose fields were read; they may hold each other
     */
    private record Search(Map<Object, Variable> found, Set<Object> visited) {
        void read(Object owner, String prefix) {
            if (visited.add(owner)) {
                Fields.of(owner).forEach(field -> add(Fields.get(field, owner), prefix + field.getName()));
            }
        }

        private void add(Object value, String name) {
            if (value instanceof Tensor tensor && Fields.isParameter(tensor)) {
                keep(Variable.of(name, tensor));
            } else if (value instanceof Model model) {
                model.graph()
                        .weights()
                        .forEach(e -> keep(e.variable().within(name + "." + e.key(), () -> model.frozenLayers()
                                .contains(e.layer()))));
            } else if (value instanceof Custom || value instanceof Cell) {
                read(value, name + ".");
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    add(list.get(i), name + (i + 1));
                }
            }
        }

        private void keep(Variable variable) {
            found.putIfAbsent(variable.identity(), variable);
        }
    }

    public List<Weight> weights() {
        return variables.stream().map(Variable::weight).toList();
    }

    /** Each weight's name and shape, one after the other. */
    public String shapes() {
        return variables.stream()
                .map(Variable::weight)
                .map(w -> w.name() + " " + w.shape())
                .collect(Collectors.joining(", "));
    }

    public List<Tensor> tensors() {
        return trained().map(v -> new Tensor(v.array())).toList();
    }

    public List<String> names() {
        return trained().map(v -> v.weight().name()).toList();
    }

    private Stream<Variable> trained() {
        return variables.stream().filter(v -> v.weight().trained() && !v.isFrozen());
    }
}
