package percolate.kernel.session;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/** The process's three streams, turned over to the cells until closed. */
record SystemStreams(InputStream in, PrintStream out, PrintStream err) implements AutoCloseable {
    static SystemStreams capture(CurrentCell cells, InputStream typed) {
        var originals = new SystemStreams(System.in, System.out, System.err);
        ensureLogsGoTo(Logger.getLogger(""));
        System.setOut(captured(PrintedStream.STDOUT, cells, originals.out));
        System.setErr(captured(PrintedStream.STDERR, cells, originals.err));
        System.setIn(typed);
        return originals;
    }

    /** Asking for a logger's handlers makes them, and a console handler takes the error stream of that moment. */
    private static int ensureLogsGoTo(Logger root) {
        return root.getHandlers().length;
    }

    private static PrintStream captured(PrintedStream stream, CurrentCell cells, PrintStream original) {
        return new PrintStream(new CellStream(stream, cells, original), false, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setIn(in);
        System.setOut(out);
        System.setErr(err);
    }
}
