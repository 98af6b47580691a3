package percolate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import percolate.model.Nearest;

/** One point of a sweep: a value for each of its parameters, and a seed. */
public final class Trial {
    private final Map<String, Object> values;
    private final long seed;

    @Internal
    public Trial(Map<String, Object> values, long seed) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.seed = seed;
    }

    /**
     * A parameter that is a number.
     *
     * @throws IllegalArgumentException if there is no such parameter, or it is none
     */
    public double number(String name) {
        if (value(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(name, "number", "a number");
    }

    /** A parameter that is a whole number, such as a size. */
    public int integer(String name) {
        double number = number(name);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw wrong(name, "integer", "a whole number");
        }
        return (int) number;
    }

    /** A parameter that is a word. */
    public String text(String name) {
        if (value(name) instanceof CharSequence text) {
            return text.toString();
        }
        throw wrong(name, "text", "a text");
    }

    /** A parameter of any other type, such as an optimizer: {@code optimizer(p.get("optimizer"))}. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Whoever asks knows what the sweep was given.
    public <T> T get(String name) {
        return (T) value(name);
    }

    /** The number of this repetition, from 1; 1 where the sweep has no {@code seeds(…)}. */
    public long seed() {
        return seed;
    }

    /** All parameters by name, without the seed. */
    public Map<String, Object> values() {
        return values;
    }

    private Object value(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("sweep: there is no parameter \"" + name + "\" here, but "
                    + values.keySet()
                    + (values.isEmpty()
                            ? "; name it in sweep(\"" + name + "\", …)"
                            : "; did you mean \""
                                    + Nearest.to(name, values.keySet().stream().toList()) + "\"?"));
        }
        return values.get(name);
    }

    private IllegalArgumentException wrong(String name, String method, String expected) {
        return new IllegalArgumentException("sweep: p." + method + "(\"" + name + "\") expected " + expected + ", got "
                + values.get(name) + "; take p.get(\"" + name + "\"), or give the sweep other values");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trial trial && seed == trial.seed && values.equals(trial.values);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + Long.hashCode(seed);
    }

    /** For example {@code rate 0.1, hidden 4, seed 1}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue() + ", ")
                        .collect(Collectors.joining())
                + "seed " + seed;
    }
}
