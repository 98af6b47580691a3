package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.Cell;
import percolate.Custom;
import percolate.Model;
import percolate.Tensor;

/**
 * The weights that the fields of an object hold, by the fields' names: parameters, models, other layers of one's own, and
 * lists of these.
 */
public record OwnWeights(List<Variable> variables) {
    public static OwnWeights of(Object owner) {
        var found = new ArrayList<Variable>();
        read(owner, "", found);
        return new OwnWeights(List.copyOf(found));
    }

    private static void read(Object owner, String prefix, List<Variable> found) {
        for (var field : Fields.of(owner)) {
            add(Fields.get(field, owner), prefix + field.getName(), found);
        }
    }

    private static void add(Object value, String name, List<Variable> found) {
        if (value instanceof Tensor tensor && Fields.isParameter(tensor)) {
            found.add(Variable.of(name, tensor));
        } else if (value instanceof Model model) {
            model.graph().weights().forEach(e -> found.add(e.variable().named(name + "." + e.key())));
        } else if (value instanceof Custom || value instanceof Cell) {
            read(value, name + ".", found);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(list.get(i), name + (i + 1), found);
            }
        }
    }

    public List<Weight> weights() {
        return variables.stream().map(Variable::weight).toList();
    }

    public List<Tensor> tensors() {
        return variables.stream()
                .filter(v -> v.weight().trained())
                .map(v -> new Tensor(v.array()))
                .toList();
    }

    public List<String> names() {
        return weights().stream().filter(Weight::trained).map(Weight::name).toList();
    }
}
