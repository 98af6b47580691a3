package percolate.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import percolate.kernel.api.Prompt;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.cells.Checkpoint;
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
        return line(new InputRequest(question, password));
    }

    /**
     * Waits for a line of the user of the calling thread's cell. What it throws is unchecked, for a Scanner takes an
     * IOException for the end of all input and keeps the reason to itself.
     *
     * @throws IllegalStateException if that front end does not ask its user, or the wait was interrupted
     * @throws CellStopped if the cell was stopped
     */
    String line(InputRequest question) {
        var answer = new ArrayBlockingQueue<String>(1);
        var id = open(question, answer);
        try {
            return answer.take();
        } catch (InterruptedException e) {
            throw stopped(e);
        } finally {
            close(id);
        }
    }

    /** Why a wait for input was given up; the thread's interrupt flag is set again. */
    static IllegalStateException stopped(InterruptedException cause) {
        Thread.currentThread().interrupt();
        try {
            Checkpoint.check();
        } catch (CellStopped e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("standard input: expected to wait, got " + e, e);
        }
        return new IllegalStateException("standard input: expected a line, got an interrupt of this thread", cause);
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
