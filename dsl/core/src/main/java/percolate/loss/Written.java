package percolate.loss;

import java.util.List;
import java.util.stream.Collectors;
import percolate.model.Attributes;

/** A loss as it was written in a cell. */
final class Written {
    private Written() {}

    static String of(Attributes attributes, List<String> arguments) {
        var inside = arguments.stream()
                .map(a -> String.valueOf(attributes.values().get(a)))
                .collect(Collectors.joining(", "));
        var after = attributes.values().entrySet().stream()
                .filter(o -> !arguments.contains(o.getKey()))
                .map(o -> option(o.getKey(), o.getValue()))
                .collect(Collectors.joining());
        return attributes.kind() + "(" + inside + ")" + after;
    }

    private static String option(String name, Object value) {
        if (name.equals("reduction")) {
            return "." + value + "()";
        }
        if (value == Boolean.TRUE) {
            return "." + name + "()";
        }
        return "." + name + "(" + (name.equals("named") || name.equals("at") ? "\"" + value + "\"" : value) + ")";
    }
}
