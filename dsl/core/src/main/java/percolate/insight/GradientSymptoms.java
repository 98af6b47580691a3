package percolate.insight;

import static percolate.insight.Case.say;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import percolate.Tensor;
import percolate.Verdict;
import percolate.Verdict.Finding;

/** How large the gradients of the layers are beside each other, in the first steps. */
final class GradientSymptoms {
    private static final int STEPS = 24;

    private GradientSymptoms() {}

    static Optional<Verdict> vanishing(Case its) {
        var sizes = sizes(its);
        double most = sizes.values().stream().mapToDouble(v -> v).max().orElse(0);
        var tiny = sizes.entrySet().stream()
                .filter(e -> GradientHealth.isVanishing(e.getValue(), most))
                .toList();
        boolean first = !tiny.isEmpty()
                && tiny.get(0).getKey().equals(sizes.keySet().iterator().next());
        return !first
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Finding.VANISHING_GRADIENTS,
                        "before the first step the gradient of " + tiny.get(0).getKey() + " is "
                                + say(tiny.get(0).getValue()) + " on average, where the largest layer's is " + say(most)
                                + "; as small: " + names(tiny),
                        "take relu() in place of sigmoid() or tanh() with init(he()), batchNorm() between the layers,"
                                + " or residual(…) around them"));
    }

    private static String names(List<Map.Entry<String, Double>> layers) {
        return layers.stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    }

    static Optional<Verdict> exploding(Case its) {
        if (its.replay().optimizer().toString().contains(".clip")) {
            return Optional.empty();
        }
        return byLayer(its).or(() -> byStep(its));
    }

    /** From the last layer to the first; what large inputs do to the first one's is left out. */
    private static Optional<Verdict> byLayer(Case its) {
        var sizes = List.copyOf(sizes(its).entrySet());
        if (sizes.size() < 2) {
            return Optional.empty();
        }
        var first = sizes.get(0);
        var last = sizes.get(sizes.size() - 1);
        double times = first.getValue() / last.getValue() / Math.max(1, inputs(its));
        return !GradientHealth.isExploding(times, 1)
                ? Optional.empty()
                : exploding("before the first step the gradient of " + first.getKey() + " is " + say(first.getValue())
                        + " on average, " + say(times) + " times that of " + last.getKey());
    }

    private static double inputs(Case its) {
        return size(its.sample().inputs());
    }

    private static double size(List<Tensor> tensors) {
        return tensors.stream()
                .filter(x -> x.dtype().isFloating())
                .mapToDouble(GradientSymptoms::size)
                .max()
                .orElse(1);
    }

    /** From one step to another. */
    private static Optional<Verdict> byStep(Case its) {
        double[] norms = its.norms(STEPS).stream().mapToDouble(v -> v).toArray();
        double most = 0;
        int at = 0;
        for (int i = 0; i < norms.length; i++) {
            if (!(norms[i] <= most)) {
                most = norms[i];
                at = i;
            }
        }
        double large = Math.max(1, inputs(its)) * Math.max(1, size(its.sample().targets()));
        return !GradientHealth.isExploding(most / large)
                ? Optional.empty()
                : exploding("the norm of all gradients was " + say(norms[0]) + " in step 1 and " + say(most)
                        + " in step " + (at + 1));
    }

    private static Optional<Verdict> exploding(String evidence) {
        return Optional.of(new Verdict(
                Finding.EXPLODING_GRADIENTS,
                evidence,
                "bound them with adam(0.001).clipNorm(1), begin with smaller weights as init(xavier()), and put"
                        + " layerNorm() between the layers"));
    }

    /** The root mean square of each layer's gradient over some batches, by the layer's name, in order; weights, not biases. */
    private static Map<String, Double> sizes(Case its) {
        var sizes = new LinkedHashMap<String, Double>();
        for (var gradients : its.beginning()) {
            gradients.all().forEach((name, gradient) -> {
                if (gradient.shape().rank() > 1) {
                    sizes.merge(
                            name.substring(0, Math.max(name.lastIndexOf('.'), 0)),
                            size(gradient) / its.beginning().size(),
                            Double::sum);
                }
            });
        }
        return sizes;
    }

    private static double size(Tensor values) {
        return Math.sqrt(values.square().mean().item());
    }
}
