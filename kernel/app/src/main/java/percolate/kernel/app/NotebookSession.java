package percolate.kernel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.app.NotebookLanguage.Ground;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.dependency.Dependencies;
import percolate.kernel.history.HistoryPlace;
import percolate.kernel.language.Languages;
import percolate.kernel.protocol.ConnectionInfo;
import percolate.kernel.session.Kernel;

/** The kernel in one process, from the start of a front end's session to its end. */
final class NotebookSession implements AutoCloseable {
    private final CellLoader loader;
    private final Languages languages;
    private final Kernel kernel;

    private NotebookSession(NotebookLanguage own, Supplier<ConnectionInfo> connection) throws IOException {
        var interruption = new Interruption();
        var visible = VisibleLibraries.find();
        var dependencies = new Once<>(() -> new Dependencies(visible));
        loader = new CellLoader(visible);
        var ground = new Ground(loader, interruption, dependencies);
        // The notebook's language starts on threads of its own while the rest goes on: it takes longest.
        languages = languages(own, ground);
        logToStandardError();
        kernel = Kernel.start(
                connection.get(), languages, loader, interruption, HistoryPlace.history(own.code()), dependencies);
    }

    private static Languages languages(NotebookLanguage own, Ground ground) {
        var all = Languages.of(own.start(ground));
        for (var other : NotebookLanguage.values()) {
            if (other != own) {
                all.with(other.code(), () -> other.start(ground));
            }
        }
        return all;
    }

    /** Answers at the connection that a file tells, until the front end says stop or is gone. */
    static void answer(Path connectionFile, NotebookLanguage language) throws IOException, InterruptedException {
        try (var session = start(language, () -> ConnectionInfo.read(connectionFile))) {
            session.loader.warmUp();
            Parent.watch(session.kernel::close);
            session.kernel.await();
        }
    }

    /** Starts a kernel; the connection is asked for while its language gets ready. */
    static NotebookSession start(NotebookLanguage language, Supplier<ConnectionInfo> connection) throws IOException {
        return new NotebookSession(language, connection);
    }

    /** Where it listens. */
    ConnectionInfo connection() {
        return kernel.connection();
    }

    @Override
    public void close() {
        kernel.close();
        languages.close();
        loader.close();
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
