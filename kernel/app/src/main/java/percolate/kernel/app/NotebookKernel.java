package percolate.kernel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.history.HistoryPlace;
import percolate.kernel.java.JShellLanguage;
import percolate.kernel.kotlin.KotlinLanguage;
import percolate.kernel.language.Language;
import percolate.kernel.language.Languages;
import percolate.kernel.protocol.ConnectionInfo;
import percolate.kernel.session.Kernel;

/** The kernel of one notebook, from the start of a front end's session to its end. */
final class NotebookKernel {
    /**
     * The languages that a notebook may be written in, each of which can be used in the cells of the others. Lambdas, since
     * a method reference would load its class at once.
     */
    private static final Map<String, BiFunction<CellLoader, Interruption, Language>> LANGUAGES = new TreeMap<>(Map.of(
            "java", (loader, interruption) -> new JShellLanguage(loader, interruption),
            "kotlin", (loader, interruption) -> new KotlinLanguage(loader, interruption)));

    private NotebookKernel() {}

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
        var interruption = new Interruption();
        try (var loader = new CellLoader(VisibleLibraries.find());
                var languages = start(language, loader, interruption);
                var kernel = Kernel.start(
                        connection, languages, loader, interruption, HistoryPlace.history(language))) {
            Parent.watch(kernel::close);
            kernel.await();
        }
    }

    private static Languages start(String own, CellLoader loader, Interruption interruption) {
        var languages = Languages.of(LANGUAGES.get(own).apply(loader, interruption));
        LANGUAGES.forEach((name, start) -> {
            if (!name.equals(own)) {
                languages.with(name, () -> start.apply(loader, interruption));
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
