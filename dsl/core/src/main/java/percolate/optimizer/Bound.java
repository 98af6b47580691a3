package percolate.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import percolate.Cell;
import percolate.Custom;
import percolate.DType;
import percolate.Model;
import percolate.Optimizer.Parameter;
import percolate.Parameters;
import percolate.Tensor;
import percolate.model.Graph;
import percolate.model.Units;
import percolate.model.Variable;
import percolate.program.Programs;
import percolate.program.Roles;

/** The weights an optimizer is bound to, each once, in the order in which their owners were named. */
public final class Bound {
    private Bound() {}

    /** The weights themselves, as they are now. */
    public static List<Tensor> weights(Parameters... owners) {
        var weights = new ArrayList<Tensor>();
        for (var owner : owners) {
            for (var tensor : Objects.requireNonNull(owner, "on: expected weights, got null")
                    .parameters()) {
                if (weights.stream().noneMatch(w -> w.array() == tensor.array())) {
                    weights.add(checked(tensor, weights));
                }
            }
        }
        if (weights.isEmpty()) {
            throw new IllegalArgumentException(
                    "on: expected a model or parameter with weights to train, got none; bind it as in adam(1e-3).on(net)");
        }
        return weights;
    }

    private static Tensor checked(Tensor weight, List<Tensor> others) {
        if (!weight.dtype().isFloating() || (!others.isEmpty() && others.get(0).dtype() != weight.dtype())) {
            throw new IllegalArgumentException("on: expected weights of one real type, "
                    + (others.isEmpty() ? DType.float32 : others.get(0).dtype()) + ", got " + weight.dtype()
                    + "; convert them with to(float32)");
        }
        return weight;
    }

    /** What is to be known of each of these weights. */
    public static List<Parameter> parameters(Parameters... owners) {
        var known = new ArrayList<Tensor>();
        var parameters = new ArrayList<Parameter>();
        int nameless = 0;
        for (var owner : owners) {
            var tensors = owner.parameters();
            var its = owner instanceof Model model ? ofModel(model) : List.<Parameter>of();
            for (int i = 0; i < tensors.size(); i++) {
                var tensor = tensors.get(i);
                if (known.stream().noneMatch(w -> w.array() == tensor.array())) {
                    known.add(tensor);
                    parameters.add(its.isEmpty() ? plain(name(owner, i, nameless++), tensor) : its.get(i));
                }
            }
        }
        return parameters;
    }

    /** Remembers that these weights, and what their models keep beside them, are trained: no training draws them anew. */
    public static void settle(Parameters... owners) {
        for (var owner : owners) {
            variables(owner).forEach(Variable::settle);
            owner.parameters().forEach(t -> t.array().settle());
        }
    }

    private static Stream<Variable> variables(Parameters owner) {
        if (owner instanceof Model model) {
            return model.graph().weights().stream().map(Graph.Entry::variable);
        }
        return owner instanceof Custom custom
                ? custom.own().variables().stream()
                : owner instanceof Cell cell ? cell.own().variables().stream() : Stream.empty();
    }

    private static String name(Parameters owner, int index, int nameless) {
        return owner.parameterNames().isEmpty()
                ? "parameter" + (nameless + 1)
                : owner.parameterNames().get(index);
    }

    private static Parameter plain(String name, Tensor tensor) {
        return new Parameter(name, Units.of(tensor.shape()), 0, 0, 0, 1);
    }

    private static List<Parameter> ofModel(Model model) {
        return Programs.parameters(model.graph(), Roles.of(model.graph(), model.frozenLayers()));
    }
}
