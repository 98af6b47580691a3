package percolate.kernel.session;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Language;
import percolate.kernel.language.Languages;

/**
 * Lets the cells of several shells wait for each other where a language of the session runs one at a time, or a magic may
 * start one that does; an interrupt ends the wait. Languages look into each other, so that one turn serves them all.
 */
final class Turns {
    private final ReentrantLock turn = new ReentrantLock();
    private final Languages languages;
    private final Interruption interruption;

    Turns(Languages languages, Interruption interruption) {
        this.languages = languages;
        this.interruption = interruption;
    }

    Evaluation take(String cell, Callable<Evaluation> evaluation) throws Exception {
        if (!cell.contains("%%") && languages.running().stream().allMatch(Language::evaluatesConcurrently)) {
            return evaluation.call();
        }
        if (!taken()) {
            return new Evaluation.Interrupted(List.of("Interrupted while it waited for a cell of another shell"));
        }
        try {
            return evaluation.call();
        } finally {
            turn.unlock();
        }
    }

    private boolean taken() throws Exception {
        if (turn.tryLock()) { // nobody to wait for: what stops the cell finds it running
            return true;
        }
        try {
            return interruption.stoppable(() -> {
                turn.lockInterruptibly();
                return true;
            });
        } catch (InterruptedException | CellStopped e) {
            return false;
        }
    }
}
