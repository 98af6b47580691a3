package percolate.kernel.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The languages of a session: the one that its notebook is written in, and others that start when a cell first asks for
 * them. May be used by several threads at once.
 */
public final class Languages implements AutoCloseable {
    private final Language own;
    private final List<Notation> notations = new ArrayList<>();
    private final Map<String, Supplier<Language>> starts = new LinkedHashMap<>();
    private final Map<String, Language> running = new LinkedHashMap<>();
    private final List<String> imports = new ArrayList<>();
    private final Clashes clashes = new Clashes();
    private volatile List<Language> started;

    private Languages(Language own) {
        this.own = own;
        notations.add(own.notation());
        running.put(own.notation().name(), own);
        started = List.of(own);
    }

    /** A session in one language. */
    public static Languages of(Language own) {
        return new Languages(own);
    }

    /** These languages and one more, which is started when it is first asked for. */
    public synchronized Languages with(Notation notation, Supplier<Language> start) {
        notations.add(notation);
        starts.put(notation.name(), start);
        return this;
    }

    /** The notebook's language. */
    public Language own() {
        return own;
    }

    /** All languages that cells may ask for, the notebook's first. */
    public synchronized List<Notation> notations() {
        return List.copyOf(notations);
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
            started = List.copyOf(running.values());
        }
        return Optional.ofNullable(found);
    }

    private void introduce(Language newcomer) {
        running.values().forEach(language -> {
            language.meet(newcomer, clashes);
            newcomer.meet(language, clashes);
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

    /** A text that a program wrote, with the names of cells' classes as cells write them; never waits. */
    public String written(String text) {
        var written = text;
        for (var language : started) {
            written = language.written(written);
        }
        return written;
    }

    /** What the frames of the cells of all languages stand for; never waits for a start. */
    public CellFrames frames() {
        return CellFrames.of(started.stream().map(Language::frames).toList());
    }

    /** What can be done about an exception, in the words of the first language that knows. */
    public Optional<String> hint(String title) {
        return started.stream()
                .map(language -> language.hint(title))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void close() {
        running().forEach(Language::close);
    }
}
