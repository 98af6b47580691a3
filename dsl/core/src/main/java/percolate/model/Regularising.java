package percolate.model;

import java.util.List;
import java.util.stream.Collectors;

/** The options that penalise, bound or slow a layer's own weights. */
public final class Regularising {
    private static final List<String> OPTIONS = List.of("l1", "l2", "maxNorm", "rate");

    private Regularising() {}

    static void check(Attributes attributes) {
        for (var option : OPTIONS) {
            double value = attributes.has(option) ? attributes.number(option) : 1;
            if (!(option.equals("maxNorm") ? value > 0 : value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(attributes.kind() + "." + option + ": expected a finite number "
                        + (option.equals("maxNorm") ? "above 0" : "of 0 or more") + ", got " + value);
            }
        }
    }

    /** As they were written: {@code .l2(0.001)}. */
    public static String written(Attributes attributes) {
        return OPTIONS.stream()
                .filter(attributes::has)
                .map(option -> "." + option + "(" + attributes.values().get(option) + ")")
                .collect(Collectors.joining());
    }
}
