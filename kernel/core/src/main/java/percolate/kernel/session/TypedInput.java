package percolate.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/** Standard input of the cells: each line is asked of the user whose front end runs the cell. */
final class TypedInput extends InputStream {
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private volatile Asking asking = Optional::empty;
    private byte[] line = {};
    private int position;

    /** Asks the user for a line. */
    @FunctionalInterface
    interface Asking {
        /** The id of the question; empty if the front end answers none. */
        Optional<String> ask();
    }

    /** @param question the id of what it answers; empty if the front end does not say */
    private record Answer(Optional<String> question, String text) {
        boolean answers(String asked) {
            return question.isEmpty() || question.get().equals(asked);
        }
    }

    /** From now on the user of this front end is asked. */
    void from(Asking front) {
        asking = front;
    }

    /** The user typed a line, in answer to a question if the front end says to which. */
    void typed(Optional<String> question, String text) {
        answers.add(new Answer(question, text));
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
        answers.clear();
        var question = asking.ask()
                .orElseThrow(
                        () -> new IOException("standard input: expected a front end that asks its user, got one that"
                                + " does not; give the value in the code instead"));
        try {
            return answerTo(question);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("standard input: the cell was stopped").initCause(e);
        }
    }

    /** Waits; an answer to an earlier question, whose cell was stopped, is not taken for this one. */
    private String answerTo(String question) throws InterruptedException {
        var answer = answers.take();
        while (!answer.answers(question)) {
            answer = answers.take();
        }
        return answer.text();
    }
}
