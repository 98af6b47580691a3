package percolate;

import com.google.gson.GsonBuilder;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the numbers of a training depend on, a fact by its name: seed, data and their hash, model, loss, optimizer and the
 * other options in words, versions, threads, device, operating system, processor. Two trainings whose facts are equal give
 * equal numbers, but for code in Java that draws its own.
 */
public final class Provenance extends AbstractMap<String, String> {
    private final Map<String, String> facts;

    private Provenance(Map<String, String> facts) {
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** These facts, in this order. */
    @Internal
    public static Provenance of(Map<String, String> facts) {
        facts.forEach((fact, value) -> Objects.requireNonNull(value, () -> "provenance: " + fact + " is null"));
        return new Provenance(facts);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return facts.entrySet();
    }

    /** A row for each fact: fact, value. */
    public Table table() {
        return Table.create(
                "provenance",
                StringColumn.create("fact", facts.keySet().toArray(String[]::new)),
                StringColumn.create("value", facts.values().toArray(String[]::new)));
    }

    /** An object of strings, in order, to be kept beside results. */
    public String json() {
        return new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(facts);
    }

    /** A line for each fact. */
    @Override
    public String toString() {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
    }
}
