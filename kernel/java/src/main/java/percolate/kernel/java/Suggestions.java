package percolate.kernel.java;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What could stand at the cursor: what fits the expected type first, what every object has last. */
final class Suggestions {
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(");
    private static final int MANY = 100;
    private static final Comparator<Suggestion> ORDER = Comparator.comparing((Suggestion s) -> !s.matchesType())
            .thenComparing(s -> OF_EVERY_OBJECT.contains(s.continuation()))
            .thenComparing(Suggestion::continuation, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Suggestion::continuation);

    private Suggestions() {}

    /**
     * Texts that could stand from a place on up to the cursor.
     *
     * @param texts in the order to show them; a method's ends with what comes next, {@code (} or {@code ()}
     */
    record Found(List<String> texts, int start) {
        /** These, and behind them others that replace the same letters; the others alone where these are none. */
        Found before(Found others) {
            if (texts.isEmpty()) {
                return others;
            }
            return start == others.start()
                    ? new Found(
                            Stream.concat(texts.stream(), others.texts().stream())
                                    .distinct()
                                    .toList(),
                            start)
                    : this;
        }
    }

    /**
     * @param declarations of variables that the cell may refer to, besides those that JShell knows
     * @param isArgument whether the cursor is within the brackets of a call
     */
    static Found of(SourceCodeAnalysis analysis, String declarations, String code, int cursor, boolean isArgument) {
        var from = contextStart(analysis, code, cursor);
        var ahead = declarations.length() - from;
        var anchor = new int[1];
        var found = analysis.completionSuggestions(declarations + code.substring(from, cursor), cursor + ahead, anchor);
        var start = found.isEmpty() ? cursor : anchor[0] - ahead;
        var shown = isArgument && start == cursor && found.size() > MANY
                ? fitting(found)
                : found.stream().sorted(ORDER).toList();
        return new Found(texts(shown), start);
    }

    /** Of all names that there are, the values of the type that an argument must have, variables first; all if none is known. */
    private static List<Suggestion> fitting(List<Suggestion> all) {
        var values = all.stream()
                .filter(one -> one.matchesType() && !isClass(one.continuation()))
                .sorted(Comparator.comparing(
                                (Suggestion one) -> one.continuation().contains("("))
                        .thenComparing(ORDER))
                .limit(MANY)
                .toList();
        return values.isEmpty() ? all.stream().sorted(ORDER).toList() : values;
    }

    /** Whether a name is written like a class's, and not like a constant's. */
    static boolean isClass(String text) {
        return Character.isUpperCase(text.charAt(0)) && !text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static List<String> texts(List<Suggestion> found) {
        return found.stream()
                .filter(s -> !s.continuation().startsWith("$"))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
    }

    /**
     * JShell completes within one statement list. Declarations of the cell before it are left out unless they are
     * variables and statements, which the text at the cursor may refer to.
     */
    static int contextStart(SourceCodeAnalysis analysis, String code, int cursor) {
        var start = 0;
        for (var piece : Piece.split(analysis, code.substring(0, cursor), () -> false)) {
            var end = Math.min(cursor, piece.offset() + piece.source().length());
            if ((code.charAt(end - 1) == ';' || code.charAt(end - 1) == '}') && isDeclaration(analysis, piece)) {
                start = end;
            }
        }
        return start;
    }

    private static boolean isDeclaration(SourceCodeAnalysis analysis, Piece piece) {
        return !piece.isBroken()
                && analysis.sourceToSnippets(piece.source()).stream().anyMatch(snippet -> switch (snippet.kind()) {
                    case IMPORT, METHOD, TYPE_DECL -> true;
                    default -> false;
                });
    }
}
