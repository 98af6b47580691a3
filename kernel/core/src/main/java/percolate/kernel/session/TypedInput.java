package percolate.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import percolate.kernel.protocol.InputRequest;

/**
 * Standard input of the cells: each line is asked of the user whose front end runs the cell. What a cell leaves of a line
 * is there for the next, as on a terminal.
 */
final class TypedInput extends InputStream {
    private static final InputRequest A_LINE = new InputRequest("", false);

    /** What a front end sends when its user types Ctrl+D. */
    private static final String END = "\u0004";

    private final ReentrantLock reading = new ReentrantLock();
    private final Questions questions;
    private volatile byte[] line = {};
    private volatile int position;

    TypedInput(Questions questions) {
        this.questions = questions;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        lock();
        try {
            return available() > 0 || ask() ? take(target, offset, length) : -1;
        } finally {
            reading.unlock();
        }
    }

    @Override
    public int available() {
        return line.length - position;
    }

    /** Cells of several shells may read; one that waits for its turn can be stopped as well. */
    private void lock() throws IOException {
        try {
            reading.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("standard input: the cell was stopped").initCause(e);
        }
    }

    /** Whether there is a line; false at the end. */
    private boolean ask() throws IOException {
        var text = questions.line(A_LINE);
        line = text.equals(END) ? new byte[0] : (text + "\n").getBytes(StandardCharsets.UTF_8);
        position = 0;
        return line.length > 0;
    }

    private int take(byte[] target, int offset, int length) {
        var count = Math.min(length, available());
        System.arraycopy(line, position, target, offset, count);
        position += count;
        return count;
    }
}
