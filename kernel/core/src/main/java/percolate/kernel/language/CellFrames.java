package percolate.kernel.language;

import java.util.List;
import java.util.Optional;

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

    /** An exception's frames in the form that the other methods know. */
    default StackTraceElement[] translated(StackTraceElement[] raw) {
        return raw;
    }

    /** Where in a cell a frame is; empty if it is in none. */
    Optional<Place> place(StackTraceElement frame);

    /** Whether a frame was put in by the compiler, and only hands on to the one before it. */
    boolean isBridge(List<StackTraceElement> trace, int at);

    /** Whether a frame is of what compiled code calls by itself. */
    default boolean isMachinery(StackTraceElement frame) {
        return false;
    }

    /** What readers call a library's class that functions are in. */
    default String library(String className) {
        return className;
    }

    /** Words in which classes have the names that their authors gave them. */
    String plain(String words);

    /** What is known where no language is: nothing. */
    static CellFrames none() {
        return of(List.of());
    }

    /** What several languages know together. */
    static CellFrames of(List<CellFrames> languages) {
        return new FramesOfSeveral(List.copyOf(languages));
    }
}
