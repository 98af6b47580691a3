package percolate.kernel.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What libraries tell of the memory they hold. May be used by several threads at once. */
public final class MemoryReport {
    private final Map<String, Supplier<String>> amounts = new LinkedHashMap<>();

    /** A name and an amount, both as text. */
    public record Line(String name, String amount) {}

    synchronized void add(String name, Supplier<String> amount) {
        amounts.put(name, amount);
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
