package percolate.train;

import java.util.stream.Collectors;
import percolate.model.Attributes;

/** Options as they were written. */
final class Saying {
    private Saying() {}

    /** @param first the option that stands in the parentheses behind the name */
    static String of(Attributes attributes, String first) {
        var options = attributes.values().entrySet().stream()
                .filter(option -> !option.getKey().equals(first))
                .map(option -> "." + option.getKey() + "(" + text(option.getValue()) + ")")
                .collect(Collectors.joining());
        return attributes.kind() + "(" + text(attributes.values().get(first)) + ")" + options;
    }

    private static String text(Object value) {
        return value instanceof String ? "\"" + value + "\"" : value == Boolean.TRUE ? "" : String.valueOf(value);
    }
}
