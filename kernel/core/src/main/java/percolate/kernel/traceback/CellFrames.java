package percolate.kernel.traceback;

import java.util.List;
import java.util.Optional;
import percolate.kernel.language.Cell;

/** What a language knows of the frames and class names that its compiler leaves in exceptions. */
public interface CellFrames {
    /**
     * What a frame of a cell stands for.
     *
     * @param line of the cell, from 1
     * @param function as the cell names it; empty for code outside of any
     */
    record Place(Cell cell, int line, String function) {
        @Override
        public String toString() {
            return "at cell " + cell.number() + ", line " + line + (function.isEmpty() ? "" : ", in " + function)
                    + ":  " + cell.line(line).strip();
        }
    }

    /** Where in a cell a frame is; empty if it is in none. */
    Optional<Place> place(StackTraceElement frame);

    /** Whether a frame was put in by the compiler, and only hands on to the one before it. */
    boolean isBridge(List<StackTraceElement> trace, int at);

    /** Words in which the classes of cells have the names that cells gave them. */
    String plain(String words);
}
