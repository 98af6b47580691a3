package percolate.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
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
    private volatile ByteBuffer rest = ByteBuffer.allocate(0);

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
        try {
            return next(target, offset, length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("standard input: the cell was stopped").initCause(e);
        }
    }

    @Override
    public int available() {
        return rest.remaining();
    }

    /** Cells of several shells may read; one that waits for its turn can be stopped as well. */
    private int next(byte[] target, int offset, int length) throws InterruptedException {
        reading.lockInterruptibly();
        try {
            return available() > 0 || ask() ? take(target, offset, length) : -1;
        } finally {
            reading.unlock();
        }
    }

    /** Whether there is a line; false at the end. */
    private boolean ask() throws InterruptedException {
        var text = questions.line(A_LINE);
        rest = ByteBuffer.wrap(text.equals(END) ? new byte[0] : (text + "\n").getBytes(StandardCharsets.UTF_8));
        return rest.hasRemaining();
    }

    private int take(byte[] target, int offset, int length) {
        var count = Math.min(length, available());
        rest.get(target, offset, count);
        return count;
    }
}
