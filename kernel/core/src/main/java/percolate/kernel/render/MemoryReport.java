package percolate.kernel.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What libraries tell of the memory they hold. May be used by several threads at once. */
public final class MemoryReport {
    /** How deep collections within collections are looked into. */
    private static final int DEPTH = 3;

    private final Map<String, Supplier<String>> amounts = new LinkedHashMap<>();
    private final Map<Class<?>, ToLongFunction<Object>> weights = new LinkedHashMap<>();

    /** A name and an amount, both as text. */
    public record Line(String name, String amount) {}

    synchronized void add(String name, Supplier<String> amount) {
        amounts.put(name, amount);
    }

    synchronized <T> void weigh(Class<T> type, ToLongFunction<? super T> bytes) {
        weights.put(type, value -> bytes.applyAsLong(type.cast(value)));
    }

    /** How many bytes outside of Java's heap a value holds, as libraries know; 0 for what none of them knows. */
    public synchronized long bytes(Object value) {
        return bytes(value, DEPTH);
    }

    private long bytes(Object value, int depth) {
        var parts = value instanceof Collection<?> some
                ? some.toArray()
                : value instanceof Map<?, ?> map ? map.values().toArray() : value instanceof Object[] all ? all : null;
        if (parts == null) {
            return weights.keySet().stream()
                    .filter(type -> type.isInstance(value))
                    .findFirst()
                    .map(type -> weigh(weights.get(type), value))
                    .orElse(0L);
        }
        return depth == 0
                ? 0
                : Arrays.stream(parts).mapToLong(part -> bytes(part, depth - 1)).sum();
    }

    private static long weigh(ToLongFunction<Object> bytes, Object value) {
        try {
            return bytes.applyAsLong(value);
        } catch (Exception | Error e) {
            return 0;
        }
    }

    /** What each library tells now; one that throws is shown with what it threw. */
    public synchronized List<Line> lines() {
        var lines = new ArrayList<Line>();
        amounts.forEach((name, amount) -> lines.add(new Line(name, ask(amount))));
        return lines;
    }

    private static String ask(Supplier<String> amount) {
        try {
            return amount.get();
        } catch (Exception | Error e) {
            return "(unknown: " + e + ")";
        }
    }
}
