package percolate.kernel.java;

import java.util.List;
import java.util.Optional;
import jdk.jshell.Diag;
import percolate.kernel.language.Cell;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.traceback.CompilationFailure;
import percolate.kernel.traceback.CompilationFailure.Fault;

/** Writes the compiler's errors with the cell's own lines, and with a hint where learners often stumble. */
final class CompilationErrors {
    private final Hints hints;

    CompilationErrors(Hints hints) {
        this.hints = hints;
    }

    Failure of(Origins.Origin origin, List<Diag> diagnostics) {
        var complaints = relevant(diagnostics.stream()
                .filter(Diag::isError)
                .map(error -> Complaint.of(origin, error))
                .toList());
        return complaints.isEmpty()
                ? CompilationFailure.of(origin.place(0), "this does not compile")
                : CompilationFailure.of(complaints, this::fault);
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
        return CompilationFailure.of(List.of(new Fault(place, sentence, said(hint))), fault -> fault);
    }

    private Fault fault(Complaint complaint) {
        return new Fault(complaint.place(), complaint.sentence(), said(hints.of(complaint)));
    }

    private static Optional<String> said(String hint) {
        return Optional.of(hint).filter(words -> !words.isEmpty());
    }
}
