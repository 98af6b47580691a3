package percolate.kernel.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Language;

/** Lets the cells of several shells wait for each other where their language runs one at a time; an interrupt ends the wait. */
final class Turns {
    private final Map<Language, ReentrantLock> turns = new ConcurrentHashMap<>();
    private final Interruption interruption;

    Turns(Interruption interruption) {
        this.interruption = interruption;
    }

    Evaluation evaluate(Language language, String code, int number) throws Exception {
        if (language.evaluatesConcurrently()) {
            return language.evaluate(code, number);
        }
        var turn = turns.computeIfAbsent(language, any -> new ReentrantLock());
        if (!taken(turn)) {
            return new Evaluation.Interrupted(List.of("Interrupted while it waited for a cell of another shell"));
        }
        try {
            return language.evaluate(code, number);
        } finally {
            turn.unlock();
        }
    }

    private boolean taken(ReentrantLock turn) throws Exception {
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
