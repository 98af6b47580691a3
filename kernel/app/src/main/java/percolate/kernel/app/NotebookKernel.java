package percolate.kernel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.dependency.Dependencies;
import percolate.kernel.history.HistoryPlace;
import percolate.kernel.java.JShellLanguage;
import percolate.kernel.kotlin.KotlinLanguage;
import percolate.kernel.language.Language;
import percolate.kernel.language.Languages;
import percolate.kernel.protocol.ConnectionInfo;
import percolate.kernel.session.Kernel;

/** The kernel of one notebook, from the start of a front end's session to its end. */
final class NotebookKernel {
    /** What a language is made of; a lambda, since a method reference would load its class at once. */
    private static final Map<String, Function<Ground, Language>> LANGUAGES = new TreeMap<>(Map.of(
            "java",
            ground -> new JShellLanguage(ground.loader(), ground.interruption()),
            "kotlin",
            ground -> new KotlinLanguage(
                    ground.loader(), ground.interruption(), (libraries, repositories) -> ground.dependencies()
                            .get()
                            .jars(libraries, repositories))));

    /** What all languages of a notebook share. */
    private record Ground(CellLoader loader, Interruption interruption, Supplier<Dependencies> dependencies) {}

    private NotebookKernel() {}

    /** The languages that a notebook may be written in, each of which can be used in the cells of the others. */
    static Set<String> languages() {
        return LANGUAGES.keySet();
    }

    /**
     * Answers at the connection that a file tells, until the front end says stop or is gone.
     *
     * @param language one of {@link #languages}
     */
    static void answer(Path connectionFile, String language) throws IOException, InterruptedException {
        logToStandardError();
        var connection = ConnectionInfo.read(connectionFile);
        var visible = VisibleLibraries.find();
        var interruption = new Interruption();
        var dependencies = new Once<>(() -> new Dependencies(visible));
        try (var loader = new CellLoader(visible);
                var languages = start(language, new Ground(loader, interruption, dependencies));
                var kernel = Kernel.start(
                        connection,
                        languages,
                        loader,
                        interruption,
                        HistoryPlace.history(language),
                        dependencies)) {
            Parent.watch(kernel::close);
            kernel.await();
        }
    }

    private static Languages start(String own, Ground ground) {
        var languages = Languages.of(LANGUAGES.get(own).apply(ground));
        LANGUAGES.forEach((name, start) -> {
            if (!name.equals(own)) {
                languages.with(name, () -> start.apply(ground));
            }
        });
        return languages;
    }

    /** Logs go where the process writes, whatever cells do to the standard streams; only what matters is logged. */
    private static void logToStandardError() {
        var root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        for (var handler : root.getHandlers()) {
            handler.setLevel(Level.WARNING);
        }
    }
}
