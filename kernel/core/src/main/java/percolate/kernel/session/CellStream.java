package percolate.kernel.session;

import java.io.OutputStream;
import java.io.PrintStream;

/** Sends what a thread prints to the cell of that thread, and what belongs to no cell to where it went before. */
final class CellStream extends OutputStream {
    private final PrintedStream stream;
    private final CurrentCell cells;
    private final PrintStream original;

    CellStream(PrintedStream stream, CurrentCell cells, PrintStream original) {
        this.stream = stream;
        this.cells = cells;
        this.original = original;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        var cell = cells.find();
        if (cell.isPresent()) {
            cell.get().print(stream, bytes, offset, length);
        } else {
            original.write(bytes, offset, length);
            original.flush();
        }
    }
}
