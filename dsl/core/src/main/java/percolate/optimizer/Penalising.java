package percolate.optimizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import percolate.Optimizer.Parameter;
import percolate.model.Units;

/** Text that adds penalties' derivatives to gradients, and that bounds weights after a step. */
final class Penalising {
    private Penalising() {}

    /** The derivatives 2·λ₂·w and λ₁·sign w of the layers' own penalties. */
    static List<String> ofLayers(List<Parameter> weights) {
        var lines = new ArrayList<String>();
        lines.addAll(add(weights, Parameter::l2, "ps[%d]", 2));
        lines.addAll(add(weights, Parameter::l1, "torch.sign(ps[%d])", 1));
        return lines;
    }

    private static List<String> add(
            List<Parameter> weights, ToDoubleFunction<Parameter> factor, String derivative, double times) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < weights.size(); i++) {
            double lambda = factor.applyAsDouble(weights.get(i));
            if (lambda != 0) {
                lines.add("_p = torch._set_item(gs, %d, torch.add(gs[%d], %s, alpha=%s))"
                        .formatted(i, i, derivative.formatted(i), times * lambda));
            }
        }
        return lines;
    }

    /** λ·sign w for all weights. */
    static List<String> l1(double lambda) {
        return List.of("gs = torch._foreach_add(gs, torch._foreach_sign(ps), alpha=" + lambda + ")");
    }

    /** λ·w for all weights. */
    static List<String> l2(double lambda) {
        return List.of("gs = torch._foreach_add(gs, ps, alpha=" + lambda + ")");
    }

    /**
     * Shrinks the weights of each unit whose norm is above its bound, the smaller of the layer's and the optimizer's.
     *
     * @param still the numbers of the weights that stay as they are
     * @param bound the optimizer's, 0 for none
     */
    static List<String> maxNorm(List<Parameter> weights, List<Integer> still, double bound) {
        var bounds = new LinkedHashMap<Integer, Double>();
        for (int i = 0; i < weights.size(); i++) {
            double its = weights.get(i).maxNorm();
            double least = its == 0 ? bound : bound == 0 ? its : Math.min(its, bound);
            if (least != 0 && !still.contains(i) && weights.get(i).units() != Units.NONE) {
                bounds.put(i, least);
            }
        }
        return bounds.entrySet().stream()
                .map(b -> "_r%d = torch.renorm_(%s, %s)"
                        .formatted(
                                b.getKey(),
                                units(weights.get(b.getKey()).units(), "ps[" + b.getKey() + "]"),
                                b.getValue()))
                .toList();
    }

    /** The weights as renorm_ takes them: in place, the exponent, the axis of the units. */
    private static String units(Units units, String weights) {
        return switch (units) {
            case NONE, FIRST -> weights + ", 2, 0";
            case SECOND -> weights + ", 2, 1";
            case PAIRS -> "torch.flatten(" + weights + ", 0, 1), 2, 0";
        };
    }
}
