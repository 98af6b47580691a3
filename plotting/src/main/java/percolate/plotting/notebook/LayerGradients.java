package percolate.plotting.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Run;
import percolate.Watched;
import percolate.insight.GradientHealth;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Frame;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Series;

/**
 * The gradients of the layers beside each other, after the first epoch and after the last one that were watched.
 *
 * @param first root mean square by layer, from the first layer to the last; of weights, not of biases
 * @param norm of all gradients together, in the last epoch
 */
record LayerGradients(int firstEpoch, Map<String, Double> first, int lastEpoch, Map<String, Double> last, double norm) {
    /** Empty where no gradients were watched over an epoch. */
    static Optional<LayerGradients> of(Run run) {
        var gradients = run.watched().stream()
                .filter(its -> its.what().equals("gradients"))
                .toList();
        if (gradients.isEmpty()) {
            return Optional.empty();
        }
        var weights = run.model().graph().weights().stream()
                .filter(entry -> entry.weight().shape().rank() > 1)
                .map(entry -> entry.key())
                .collect(Collectors.toSet());
        int from = gradients.get(0).epoch();
        int to = gradients.get(gradients.size() - 1).epoch();
        double squares = gradients.stream()
                .filter(its -> its.epoch() == to)
                .mapToDouble(its -> its.norm() * its.norm())
                .sum();
        return Optional.of(new LayerGradients(
                from, sizes(gradients, from, weights), to, sizes(gradients, to, weights), Math.sqrt(squares)));
    }

    private static Map<String, Double> sizes(List<Watched> gradients, int epoch, Set<String> weights) {
        var sizes = new LinkedHashMap<String, Double>();
        for (var its : gradients) {
            if (its.epoch() == epoch && weights.contains(its.name())) {
                int count = its.counts().stream().mapToInt(Integer::intValue).sum();
                var layer = its.name().substring(0, Math.max(0, its.name().lastIndexOf('.')));
                sizes.merge(layer, its.norm() / Math.sqrt(Math.max(1, count)), Double::sum);
            }
        }
        return sizes;
    }

    /** From the first layer to the last. */
    Plot plot() {
        var newest = line("epoch " + lastEpoch, last);
        return Plot.of(firstEpoch == lastEpoch ? List.of(newest) : List.of(newest, line("epoch " + firstEpoch, first)))
                .withTitles("layer", "gradient")
                .withFrame(Frame.counting(1, Math.max(2, last.size())).withLog(false, true))
                .withNote(verdict());
    }

    private static Series line(String name, Map<String, Double> sizes) {
        return Series.of(
                        name,
                        IntStream.rangeClosed(1, sizes.size())
                                .mapToDouble(at -> at)
                                .toArray(),
                        sizes.values().stream().mapToDouble(Double::doubleValue).toArray())
                .withDots();
    }

    /** What is wrong with the last epoch's; empty where nothing is. */
    String verdict() {
        var odd = last.entrySet().stream()
                .filter(size -> !Double.isFinite(size.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!odd.isEmpty()) {
            return "not finite: " + some(odd);
        }
        var sizes = List.copyOf(last.values());
        if (sizes.isEmpty()) {
            return "";
        }
        double most = sizes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double times = sizes.get(0) / sizes.get(sizes.size() - 1);
        if (GradientHealth.isExploding(times, 1)) {
            return "exploding: first layer " + Digits.of(times, 2) + " times last";
        }
        if (GradientHealth.isExploding(norm)) {
            return "exploding: norm of all " + Digits.of(norm, 2);
        }
        return GradientHealth.isVanishing(sizes.get(0), most) ? "vanishing: " + some(tiny(most)) : "";
    }

    private List<String> tiny(double most) {
        return last.entrySet().stream()
                .filter(size -> GradientHealth.isVanishing(size.getValue(), most))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String some(List<String> layers) {
        return layers.size() < 3 ? String.join(", ", layers) : layers.get(0) + " and " + (layers.size() - 1) + " more";
    }

    /** The sizes in words, for those who cannot see the curve. */
    String words() {
        if (last.isEmpty()) {
            return "no layer has gradients";
        }
        var names = List.copyOf(last.keySet());
        var said = "gradient of " + names.get(0) + " " + Digits.of(last.get(names.get(0)), 2);
        var rest = names.size() == 1
                ? ""
                : ", of " + names.get(names.size() - 1) + " " + Digits.of(last.get(names.get(names.size() - 1)), 2);
        return said + rest + (verdict().isEmpty() ? "" : ", " + verdict());
    }
}
