package percolate.kernel.java;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.Diag;
import percolate.kernel.language.Cell;
import percolate.kernel.language.Evaluation.Failure;

/** Writes the compiler's errors with the cell's own lines, and with a hint where learners often stumble. */
final class CompilationErrors {
    private static final String NAME = "CompilationError";
    private static final int MOST = 5;
    private final Hints hints;

    CompilationErrors(Hints hints) {
        this.hints = hints;
    }

    Failure of(Origins.Origin origin, List<Diag> diagnostics) {
        var complaints = relevant(diagnostics.stream()
                .filter(Diag::isError)
                .map(error -> Complaint.of(origin, error))
                .toList());
        if (complaints.isEmpty()) {
            return failure(origin.place(0), "this does not compile", "");
        }
        var lines = new ArrayList<String>();
        complaints.stream().limit(MOST).forEach(complaint -> lines.addAll(lines(complaint)));
        if (complaints.size() > MOST) {
            lines.add("… and " + (complaints.size() - MOST) + " more");
        }
        var first = complaints.get(0);
        return new Failure(NAME, first.place() + ": " + first.sentence(), lines);
    }

    /** Where the text does not parse, or a class file is missing, whatever else is wrong follows from the first. */
    private static List<Complaint> relevant(List<Complaint> errors) {
        var causes = errors.stream()
                .filter(error -> error.code().startsWith("expected")
                        || error.code().startsWith("illegal.")
                        || error.code().startsWith("unclosed.")
                        || error.code().equals("cant.access"))
                .limit(1)
                .toList();
        return causes.isEmpty() ? errors : causes;
    }

    /** @param missing for example {@code class Tensr} */
    Failure unknown(Cell.Place place, String missing) {
        return failure(place, "cannot find " + missing, hints.ofUnknown(missing));
    }

    /** A failure in our own words. */
    static Failure failure(Cell.Place place, String sentence, String hint) {
        return new Failure(NAME, place + ": " + sentence, lines(place, sentence, hint));
    }

    private List<String> lines(Complaint complaint) {
        return lines(complaint.place(), complaint.sentence(), hints.of(complaint));
    }

    private static List<String> lines(Cell.Place place, String sentence, String hint) {
        var lines = new ArrayList<>(List.of(place + ": " + sentence));
        lines.addAll(place.marked());
        if (!hint.isEmpty()) {
            lines.add("    hint: " + hint);
        }
        return lines;
    }
}
