package percolate.kernel.session;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import percolate.kernel.api.Prompt;
import percolate.kernel.protocol.InputRequest;

/** The questions that cells ask of the users whose front ends run them. Several may be open, each in a thread that waits. */
final class Questions implements Prompt {
    private final Map<String, BlockingQueue<String>> open = new LinkedHashMap<>();
    private final CurrentCell cells;

    Questions(CurrentCell cells) {
        this.cells = cells;
    }

    @Override
    public String ask(String question, boolean password) {
        try {
            return line(new InputRequest(question, password));
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Waits for a line of the user of the calling thread's cell.
     *
     * @throws IOException if that front end does not ask its user, or the cell was stopped
     */
    String line(InputRequest question) throws IOException {
        var answer = new ArrayBlockingQueue<String>(1);
        var id = open(question, answer);
        try {
            return answer.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("standard input: the cell was stopped").initCause(e);
        } finally {
            close(id);
        }
    }

    /** The lock is held while the question goes out: its answer finds it open. */
    private synchronized String open(InputRequest question, BlockingQueue<String> answer) throws IOException {
        var cell = cells.find().filter(asking -> !asking.ended()).or(cells::running);
        var id = cell.flatMap(asking -> asking.ask(question))
                .orElseThrow(
                        () -> new IOException("standard input: expected a front end that asks its user, got one that"
                                + " does not; give the value in the code instead"));
        open.put(id, answer);
        return id;
    }

    private synchronized void close(String id) {
        open.remove(id);
    }

    /**
     * The user typed a line. What answers an earlier question, whose cell was stopped, is dropped.
     *
     * @param question the id of what it answers; empty, as some front ends leave it, for the last that was asked
     */
    synchronized void typed(Optional<String> question, String text) {
        var waiting = question.isPresent()
                ? Optional.ofNullable(open.get(question.get()))
                : open.values().stream().reduce((earlier, later) -> later);
        waiting.ifPresent(answer -> answer.offer(text));
    }
}
