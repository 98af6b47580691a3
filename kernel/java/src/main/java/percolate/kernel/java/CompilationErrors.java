package percolate.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import percolate.kernel.language.Cell;
import percolate.kernel.language.Evaluation.Failure;

/** Writes the compiler's errors with the cell's own lines, and with a hint where beginners often stumble. */
final class CompilationErrors {
    private static final String NAME = "CompilationError";
    private static final int MOST = 5;
    private static final Map<String, String> HINTS = Map.of(
            "compiler.err.cant.infer.local.var.type",
            "write the type instead of var, for example Function<Integer, Integer> f = x -> x + 1;",
            "compiler.err.cant.ref.non.effectively.final.var",
            "a lambda may only use variables that never change: copy it first, as in int k = i;",
            "compiler.err.override.weaker.access",
            "write public in front of the method",
            "compiler.err.premature.eof",
            "a bracket, brace or quote that was opened is not closed");

    private CompilationErrors() {}

    static Failure of(Origins.Origin origin, List<Diag> diagnostics) {
        var errors = relevant(diagnostics.stream().filter(Diag::isError).toList());
        if (errors.isEmpty()) {
            return failure(origin.place(0), "this does not compile");
        }
        var lines = new ArrayList<String>();
        errors.stream().limit(MOST).forEach(error -> lines.addAll(lines(origin, error)));
        if (errors.size() > MOST) {
            lines.add("… and " + (errors.size() - MOST) + " more");
        }
        var first = errors.get(0);
        return new Failure(NAME, place(origin, first) + ": " + words(first), lines);
    }

    /** Where a semicolon is missing, or a class file, whatever else does not compile follows from that. */
    private static List<Diag> relevant(List<Diag> errors) {
        var missing = errors.stream()
                .filter(error -> isMissingSemicolon(error) || error.getCode().equals("compiler.err.cant.access"))
                .toList();
        return missing.isEmpty() ? errors : missing;
    }

    /** A failure in our own words. */
    static Failure failure(Cell.Place place, String sentence) {
        var lines = new ArrayList<>(List.of(place + ": " + sentence));
        lines.addAll(place.marked());
        return new Failure(NAME, place + ": " + sentence, lines);
    }

    private static List<String> lines(Origins.Origin origin, Diag error) {
        var place = place(origin, error);
        var lines = new ArrayList<>(List.of(place + ": " + words(error)));
        lines.addAll(place.marked());
        var hint = hint(error);
        if (!hint.isEmpty()) {
            lines.add("    hint: " + hint);
        }
        return lines;
    }

    private static Cell.Place place(Origins.Origin origin, Diag error) {
        return origin.place(error.getPosition() == Diag.NOPOS ? 0 : error.getPosition());
    }

    private static String hint(Diag error) {
        return isMissingSemicolon(error)
                ? "a statement ends with a semicolon; only the last one of a cell may go without"
                : HINTS.getOrDefault(error.getCode(), "");
    }

    private static boolean isMissingSemicolon(Diag error) {
        return error.getCode().startsWith("compiler.err.expected")
                && words(error).contains("';'");
    }

    /** The compiler's message on one line, without the wrapping class that the cell's writer never wrote. */
    private static String words(Diag error) {
        return error.getMessage(Locale.ENGLISH)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("location: class") || line.contains("class REPL"))
                .map(line -> line.replaceAll("\\s+", " ").replace("java.lang.", ""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "))
                .replace("cannot find symbol, symbol: ", "cannot find ")
                .replace(", (", " (");
    }
}
