package percolate.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was said of a layer: its kind and its options, as they are compared, printed and saved.
 *
 * @param kind the word it was made with, for example {@code dense}
 * @param values options in the order they were given: numbers, booleans, strings, lists of these, and functions
 */
public record Attributes(String kind, Map<String, Object> values) {
    public Attributes {
        Objects.requireNonNull(kind);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Attributes of(String kind) {
        return new Attributes(kind, Map.of());
    }

    public Attributes with(String option, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(option, canonical(value));
        return new Attributes(kind, more);
    }

    /** Without an option, as if it had never been said. */
    public Attributes without(String option) {
        var fewer = new LinkedHashMap<>(values);
        fewer.remove(option);
        return new Attributes(kind, fewer);
    }

    /** All options of a map, as read from a file. */
    public Attributes with(Map<String, Object> options) {
        var all = this;
        for (var option : options.entrySet()) {
            all = all.with(option.getKey(), option.getValue());
        }
        return all;
    }

    /** Equal numbers are equal attributes, whether they were written 1, 1.0 or read from a file. */
    private static Object canonical(Object any) {
        if (any instanceof List<?> list) {
            return list.stream().map(Attributes::canonical).toList();
        }
        return any instanceof Number number ? canonical(number.doubleValue()) : any;
    }

    private static Object canonical(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (Object) (long) value : (Object) value;
    }

    /** The options as a file keeps them: without functions, which no file can hold. */
    public Map<String, Object> written() {
        var written = new LinkedHashMap<>(values);
        written.values()
                .removeIf(v ->
                        !(v instanceof Number || v instanceof Boolean || v instanceof String || v instanceof List));
        return written;
    }

    public boolean has(String option) {
        return values.containsKey(option);
    }

    public int integer(String option) {
        if (values.get(option) instanceof Long number && Math.abs(number) <= Integer.MAX_VALUE) {
            return Math.toIntExact(number);
        }
        throw new IllegalArgumentException(
                kind + ": expected a whole number for " + option + ", got " + values.get(option));
    }

    public int integer(String option, int otherwise) {
        return has(option) ? integer(option) : otherwise;
    }

    /** An integer that must be at least 1. */
    public int positive(String option) {
        int value = integer(option);
        if (value < 1) {
            throw new IllegalArgumentException(kind + ": expected " + option + " of 1 or more, got " + value);
        }
        return value;
    }

    public int positive(String option, int otherwise) {
        return has(option) ? positive(option) : otherwise;
    }

    public double number(String option) {
        if (values.get(option) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(kind + ": expected a number for " + option + ", got " + values.get(option));
    }

    /** A list of whole numbers. */
    public List<Integer> integers(String option) {
        if (values.get(option) instanceof List<?> list && list.stream().allMatch(Long.class::isInstance)) {
            return list.stream().map(n -> Math.toIntExact((Long) n)).toList();
        }
        throw new IllegalArgumentException(
                kind + ": expected whole numbers for " + option + ", got " + values.get(option));
    }

    /** An option as it was given. */
    Object value(String option) {
        return values.get(option);
    }

    /** A share that is dropped: at least 0 and less than 1. */
    double dropped(String option) {
        double p = number(option);
        if (!(p >= 0 && p < 1)) {
            throw new IllegalArgumentException(
                    kind + ": p is the share that is dropped, from 0 up to but not 1, got " + p);
        }
        return p;
    }

    public boolean flag(String option, boolean otherwise) {
        return has(option) ? Boolean.TRUE.equals(values.get(option)) : otherwise;
    }

    public String text(String option, String otherwise) {
        return has(option) ? String.valueOf(values.get(option)) : otherwise;
    }
}
