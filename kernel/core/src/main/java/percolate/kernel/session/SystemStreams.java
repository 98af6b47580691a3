package percolate.kernel.session;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import percolate.kernel.cells.Interruption;

/** The process's three streams, turned over to the cells until closed. */
record SystemStreams(InputStream in, PrintStream out, PrintStream err) implements AutoCloseable {
    /** @param names what is done to each text that is printed */
    static SystemStreams capture(CurrentCell cells, InputStream typed, UnaryOperator<String> names) {
        var originals = new SystemStreams(System.in, System.out, System.err);
        ensureLogsGoTo(Logger.getLogger(""));
        System.setOut(captured(PrintedStream.STDOUT, cells, originals.out, names));
        System.setErr(captured(PrintedStream.STDERR, cells, originals.err, names));
        System.setIn(typed);
        return originals;
    }

    /** Asking for a logger's handlers makes them, and a console handler takes the error stream of that moment. */
    private static int ensureLogsGoTo(Logger root) {
        return root.getHandlers().length;
    }

    private static PrintStream captured(
            PrintedStream stream, CurrentCell cells, PrintStream original, UnaryOperator<String> names) {
        return new Unclosable(new CellStream(stream, cells, original), names);
    }

    /** A cell that closes {@code System.out} means its own output, not that of all cells after it. */
    private static final class Unclosable extends PrintStream {
        private static final int PART_CHARACTERS = 1 << 16;

        private final UnaryOperator<String> names;

        Unclosable(OutputStream to, UnaryOperator<String> names) {
            super(to, false, StandardCharsets.UTF_8);
            this.names = names;
        }

        @Override
        public void close() {
            flush();
        }

        @Override
        public void print(Object value) {
            print(String.valueOf(value));
        }

        /** In parts, so that a cell that is stopped in the midst of a hundred megabytes need not encode the rest. */
        @Override
        public void print(String text) {
            var all = names.apply(String.valueOf(text));
            for (var from = 0; from < all.length() && !Interruption.stopped(); from += PART_CHARACTERS) {
                super.print(all.substring(from, Math.min(all.length(), from + PART_CHARACTERS)));
            }
        }
    }

    @Override
    public void close() {
        System.setIn(in);
        System.setOut(out);
        System.setErr(err);
    }
}
