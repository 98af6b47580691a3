package percolate.kernel.language;

import java.util.List;
import java.util.Objects;
import percolate.kernel.api.DisplayHandle;

/** How a cell ended. */
public sealed interface Evaluation {
    /**
     * How a cell ended whose last expression has a value. {@code display(x)} and {@code System.out.printf(…)} have one too,
     * but have shown already what there is to see.
     */
    static Evaluation of(Object value) {
        return value instanceof DisplayHandle || value == System.out || value == System.err
                ? new Nothing()
                : new Value(value);
    }

    /** The cell's last expression had this value, which may be null. */
    record Value(Object value) implements Evaluation {}

    /** The cell ended without a value. */
    record Nothing() implements Evaluation {}

    /**
     * The cell did not compile, or threw.
     *
     * @param name the error's type, for example {@code IllegalArgumentException} or {@code CompilationError}
     * @param message one sentence; an exception that says nothing may give null, which is kept as no words
     * @param traceback the lines to show, the cell's own line marked; plain text, no colour codes
     */
    record Failure(String name, String message, List<String> traceback) implements Evaluation {
        public Failure {
            message = Objects.requireNonNullElse(message, "");
            traceback = List.copyOf(traceback);
        }
    }

    /** The user stopped the cell. */
    record Interrupted(List<String> traceback) implements Evaluation {
        public Interrupted {
            traceback = List.copyOf(traceback);
        }
    }
}
