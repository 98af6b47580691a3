package percolate.kernel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.java.JShellLanguage;
import percolate.kernel.language.Languages;
import percolate.kernel.protocol.ConnectionInfo;
import percolate.kernel.session.Kernel;

/** The kernel for Java, from the start of a front end's session to its end. */
final class JavaKernel {
    private JavaKernel() {}

    /** Answers at the connection that a file tells, until the front end says stop or is gone. */
    static void answer(Path connectionFile) throws IOException, InterruptedException {
        logToStandardError();
        var interruption = new Interruption();
        try (var loader = new CellLoader(VisibleLibraries.find());
                // The language starts on threads of its own while the rest goes on.
                var languages = Languages.of(new JShellLanguage(loader, interruption));
                var kernel = Kernel.start(ConnectionInfo.read(connectionFile), languages, loader, interruption)) {
            Parent.watch(kernel::close);
            kernel.await();
        }
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
