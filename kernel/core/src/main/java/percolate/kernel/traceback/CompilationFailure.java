package percolate.kernel.traceback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import percolate.kernel.language.Cell;
import percolate.kernel.language.Evaluation.Failure;

/** How a cell ends that does not compile: each error with the cell's own line and, where one is known, a hint. */
public final class CompilationFailure {
    private static final String NAME = "CompilationError";
    private static final int MOST = 5;

    private CompilationFailure() {}

    /** An error as readers see it. */
    public record Fault(Cell.Place place, String sentence, Optional<String> hint) {
        String title() {
            return place + ": " + sentence;
        }

        List<String> lines() {
            var lines = new ArrayList<>(List.of(title()));
            lines.addAll(place.marked());
            hint.ifPresent(words -> lines.add("    hint: " + words));
            return lines;
        }
    }

    /** One error, without a hint. */
    public static Failure of(Cell.Place place, String sentence) {
        return of(List.of(new Fault(place, sentence, Optional.empty())), fault -> fault);
    }

    /**
     * The first few of all errors.
     *
     * @param errors one at least
     * @param explained is asked for those that are shown alone, because hints take time
     */
    public static <T> Failure of(List<T> errors, Function<T, Fault> explained) {
        var shown = errors.stream().limit(MOST).map(explained).toList();
        var lines = new ArrayList<String>();
        shown.forEach(fault -> lines.addAll(fault.lines()));
        if (errors.size() > MOST) {
            lines.add("… and " + (errors.size() - MOST) + " more");
        }
        return new Failure(NAME, shown.get(0).title(), lines);
    }
}
