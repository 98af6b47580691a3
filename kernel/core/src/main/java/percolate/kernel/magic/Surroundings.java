package percolate.kernel.magic;

import java.util.function.Supplier;
import percolate.kernel.cells.Interruption;
import percolate.kernel.dependency.Dependencies;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Language;
import percolate.kernel.language.Languages;
import percolate.kernel.render.MemoryReport;

/**
 * What magics work on.
 *
 * @param evaluator runs all code of cells, which may have to wait for its turn
 * @param dependencies asked for when a cell first wants a library
 */
public record Surroundings(
        Languages languages,
        Interruption interruption,
        Evaluator evaluator,
        Supplier<Dependencies> dependencies,
        MemoryReport memory) {
    /** Has a language run code; the way in which a session does it. */
    @FunctionalInterface
    public interface Evaluator {
        Evaluation evaluate(Language language, String code, int number);
    }
}
