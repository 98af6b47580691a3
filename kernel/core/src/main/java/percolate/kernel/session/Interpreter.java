package percolate.kernel.session;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Inspection;
import percolate.kernel.language.Languages;
import percolate.kernel.magic.MagicInterpreter;

/** Runs the text of a cell, magics and code; a language that fails itself fails the cell and nothing more. */
final class Interpreter {
    private static final Logger LOG = Logger.getLogger(Interpreter.class.getName());

    private final MagicInterpreter magics;
    private final Turns turns;

    Interpreter(MagicInterpreter magics, Languages languages, Interruption interruption) {
        this.magics = magics;
        this.turns = new Turns(languages, interruption);
    }

    Evaluation evaluate(String cell, int number) {
        try {
            return turns.take(cell, () -> magics.evaluate(cell, number));
        } catch (Exception | Error e) {
            LOG.log(Level.SEVERE, "the language failed", e);
            return new Evaluation.Failure(
                    e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of("the kernel failed: " + e));
        }
    }

    Completion complete(String cell, int cursor) {
        return magics.complete(cell, cursor);
    }

    Inspection inspect(String cell, int cursor, boolean detailed) {
        return magics.inspect(cell, cursor, detailed);
    }

    Completeness completeness(String cell) {
        return magics.completeness(cell);
    }
}
