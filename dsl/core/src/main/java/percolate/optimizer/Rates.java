package percolate.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import percolate.Optimizer.Parameter;
import percolate.model.Attributes;

/**
 * Learning rates of their own for some weights, beside those that layers have. A pattern names a layer or a weight, * stands for any letters; where several
 * fit, the last one said counts.
 */
public final class Rates {
    /** The attribute that keeps them: {@code pattern=rate}, separated by blanks. */
    public static final String OPTION = "rates";

    private Rates() {}

    static Attributes with(Attributes attributes, String pattern, Number rate) {
        if (!pattern.matches("[\\p{L}\\p{N}_.*-]+")) {
            throw new IllegalArgumentException(attributes.kind()
                    + ".rate: expected the name of a layer or weight, such as \"head\" or \"conv*\", got \"" + pattern
                    + "\"; write the keys that net.weights() has");
        }
        if (!(rate.doubleValue() >= 0) || Double.isInfinite(rate.doubleValue())) {
            throw new IllegalArgumentException(attributes.kind() + ".rate: expected a learning rate of 0 or more for "
                    + pattern + ", got " + rate + "; 0 leaves these weights as they are");
        }
        var before = attributes.text(OPTION, "");
        return attributes.with(OPTION, (before + " " + pattern + "=" + rate.doubleValue()).strip());
    }

    /** As they were written: {@code .rate("head", 0.01)}. */
    public static String written(Attributes attributes) {
        return pairs(attributes).stream()
                .map(pair -> ".rate(\"" + pair[0] + "\", " + pair[1] + ")")
                .collect(Collectors.joining());
    }

    /** The numbers of the weights that share a rate, by that rate. */
    static Map<Double, List<Integer>> groups(Attributes attributes, List<Parameter> weights) {
        var pairs = pairs(attributes);
        pairs.forEach(pair -> check(attributes, pair[0], weights));
        var groups = new LinkedHashMap<Double, List<Integer>>();
        for (int i = 0; i < weights.size(); i++) {
            double rate = attributes.number("rate") * weights.get(i).rate();
            for (var pair : pairs) {
                rate = fits(pair[0], weights.get(i).name()) ? Double.parseDouble(pair[1]) : rate;
            }
            groups.computeIfAbsent(rate, r -> new ArrayList<>()).add(i);
        }
        return groups;
    }

    private static void check(Attributes attributes, String pattern, List<Parameter> weights) {
        if (weights.stream().noneMatch(w -> fits(pattern, w.name()))) {
            throw new IllegalArgumentException(attributes.kind() + ".rate: there is no weight \"" + pattern
                    + "\" here, but " + weights.stream().map(Parameter::name).toList()
                    + "; write one of these, or * for any letters");
        }
    }

    private static List<String[]> pairs(Attributes attributes) {
        return attributes.has(OPTION)
                ? Arrays.stream(attributes.text(OPTION, "").split(" "))
                        .map(p -> p.split("="))
                        .toList()
                : List.of();
    }

    /** Whether a pattern is the weight's key or one of the layers it lies in. */
    private static boolean fits(String pattern, String key) {
        var expression =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return key.matches(expression + "(\\..*)?");
    }
}
