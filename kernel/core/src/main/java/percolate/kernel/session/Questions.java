package percolate.kernel.session;

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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("standard input: expected a line, got an interrupt of this thread", e);
        }
    }

    /**
     * Waits for a line of the user of the calling thread's cell.
     *
     * @throws IllegalStateException if that front end does not ask its user; unchecked, for a Scanner keeps the words of
     *     an IOException to itself
     */
    String line(InputRequest question) throws InterruptedException {
        var answer = new ArrayBlockingQueue<String>(1);
        var id = open(question, answer);
        try {
            return answer.take();
        } finally {
            close(id);
        }
    }

    /** The lock is held while the question goes out: its answer finds it open. */
    private synchronized String open(InputRequest question, BlockingQueue<String> answer) {
        var cell = cells.find().filter(asking -> !asking.ended()).or(cells::running);
        var id = cell.flatMap(asking -> asking.ask(question))
                .orElseThrow(() -> new IllegalStateException("standard input: expected a front end that asks its user,"
                        + " got one that does not; give the value in the code instead"));
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
