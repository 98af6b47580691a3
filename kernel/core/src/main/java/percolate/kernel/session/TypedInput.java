package percolate.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;

/** Standard input of the cells: each line is asked of the user whose front end runs the cell. */
final class TypedInput extends InputStream {
    private final LinkedBlockingQueue<String> typed = new LinkedBlockingQueue<>();
    private volatile Asking asking = () -> false;
    private byte[] line = {};
    private int position;

    /** Asks the user for a line. */
    @FunctionalInterface
    interface Asking {
        /** False if the front end answers no questions. */
        boolean ask();
    }

    /** From now on the user of this front end is asked. */
    void from(Asking front) {
        asking = front;
    }

    /** The user typed a line. */
    void typed(String text) {
        typed.add(text);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (available() == 0) {
            line = (nextLine() + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        var count = Math.min(length, available());
        System.arraycopy(line, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - position;
    }

    private String nextLine() throws IOException {
        typed.clear();
        if (!asking.ask()) {
            throw new IOException("standard input: expected a front end that asks its user, got one that does not; give"
                    + " the value in the code instead");
        }
        try {
            return typed.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("standard input: the cell was stopped").initCause(e);
        }
    }
}
