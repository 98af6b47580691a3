package percolate.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import percolate.DType;
import percolate.Model;
import percolate.Optimizer.Parameter;
import percolate.Parameters;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.model.Fielded;
import percolate.model.Graph;
import percolate.model.Units;
import percolate.model.Variable;
import percolate.program.Programs;
import percolate.program.Roles;
import percolate.tensor.Owned;

/** The weights an optimizer is bound to, each once, in the order in which their owners were named. */
public record Bound(List<Parameters> owners, Owned owned) {
    /** @throws IllegalArgumentException if there are none, or they are of several types */
    public static Bound of(Parameters... owners) {
        var owned = owned(owners);
        if (owned.entries().isEmpty()) {
            throw new IllegalArgumentException(
                    "on: expected a model or parameter with weights to train, got none; bind it as in adam(1e-3).on(net)");
        }
        var tensors = owned.tensors();
        tensors.forEach(t -> check(t, tensors.get(0)));
        return new Bound(List.of(owners), owned);
    }

    private static Owned owned(Parameters... owners) {
        return Owned.of("on: expected weights, got null", owners);
    }

    private static void check(Tensor weight, Tensor first) {
        if (!weight.dtype().isFloating() || first.dtype() != weight.dtype()) {
            throw new IllegalArgumentException("on: expected weights of one real type, "
                    + (first.dtype().isFloating() ? first.dtype() : DType.float32) + ", got " + weight.dtype()
                    + "; convert them with to(float32)");
        }
    }

    public List<Tensor> tensors() {
        return owned.tensors();
    }

    public List<Array> arrays() {
        return owned.arrays();
    }

    /** The weights that these owners have now, which may be others than when they were bound. */
    public static List<Array> arrays(List<Parameters> owners) {
        return owned(owners.toArray(Parameters[]::new)).arrays();
    }

    /** What is to be known of each of these weights. */
    public List<Parameter> parameters() {
        var ofModels = owners.stream()
                .map(owner -> owner instanceof Model model ? ofModel(model) : List.<Parameter>of())
                .toList();
        var parameters = new ArrayList<Parameter>();
        for (var entry : owned.entries()) {
            var its = ofModels.get(entry.owner());
            parameters.add(
                    its.isEmpty()
                            ? new Parameter(
                                    entry.given(), Units.of(entry.tensor().shape()), 0, 0, 0, 1)
                            : its.get(entry.place()));
        }
        return parameters;
    }

    private static List<Parameter> ofModel(Model model) {
        return Programs.parameters(model.graph(), Roles.of(model.graph(), model.frozenLayers()));
    }

    /** Remembers that these weights, and what their models keep beside them, are trained: no training draws them anew. */
    public void settle() {
        owners.stream().flatMap(Bound::variables).forEach(Variable::settle);
        arrays().forEach(Array::settle);
    }

    private static Stream<Variable> variables(Parameters owner) {
        if (owner instanceof Model model) {
            return model.graph().weights().stream().map(Graph.Entry::variable);
        }
        return owner instanceof Fielded fielded ? fielded.own().variables().stream() : Stream.empty();
    }
}
