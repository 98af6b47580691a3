package percolate.kernel.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The languages of a session: the one that its notebook is written in, and others that start when a cell first asks for
 * them. May be used by several threads at once.
 */
public final class Languages implements AutoCloseable {
    private final Language own;
    private final Map<String, Supplier<Language>> starts = new LinkedHashMap<>();
    private final Map<String, Language> running = new LinkedHashMap<>();
    private final List<String> imports = new ArrayList<>();

    private Languages(Language own) {
        this.own = own;
        running.put(own.info().name(), own);
    }

    /** A session in one language. */
    public static Languages of(Language own) {
        return new Languages(own);
    }

    /** These languages and one more, which is started when it is first asked for. */
    public synchronized Languages with(String name, Supplier<Language> start) {
        starts.put(name, start);
        return this;
    }

    /** The notebook's language. */
    public Language own() {
        return own;
    }

    /** The names that {@link #named} knows. */
    public synchronized Set<String> names() {
        var names = new LinkedHashMap<String, Object>(running);
        names.putAll(starts);
        return Set.copyOf(names.keySet());
    }

    /** Whether the language of this name has been started. */
    public synchronized boolean isRunning(String name) {
        return running.containsKey(name);
    }

    /** The language of this name, started if it does not run yet. */
    public synchronized Optional<Language> named(String name) {
        var found = running.get(name);
        if (found == null && starts.containsKey(name)) {
            found = starts.get(name).get();
            found.imports(List.copyOf(imports));
            introduce(found);
            running.put(name, found);
        }
        return Optional.ofNullable(found);
    }

    private void introduce(Language newcomer) {
        running.values().forEach(language -> {
            language.meet(newcomer);
            newcomer.meet(language);
        });
    }

    /** The languages that have been started, the notebook's first. */
    public synchronized List<Language> running() {
        return List.copyOf(running.values());
    }

    /** Imports into every cell, of all languages. */
    public synchronized void imports(List<String> names) {
        imports.addAll(names);
        running.values().forEach(language -> language.imports(names));
    }

    /** Lets the cells of all languages see more jars and folders. */
    public synchronized void addToClassPath(List<Path> jars) {
        running.values().forEach(language -> language.addToClassPath(jars));
    }

    @Override
    public void close() {
        running().forEach(Language::close);
    }
}
