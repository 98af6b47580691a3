package percolate.kernel.java;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Completion.Candidate;

/** What could stand at the cursor: what fits the expected type first, what every object has last. */
final class Suggestions {
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(");
    private static final Comparator<Suggestion> ORDER = Comparator.comparing((Suggestion s) -> !s.matchesType())
            .thenComparing(s -> OF_EVERY_OBJECT.contains(s.continuation()))
            .thenComparing(Suggestion::continuation, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Suggestion::continuation);

    private Suggestions() {}

    static Completion of(SourceCodeAnalysis analysis, String code, int position) {
        var cursor = Math.max(0, Math.min(position, code.length()));
        var start = contextStart(analysis, code, cursor);
        var anchor = new int[1];
        var found = analysis.completionSuggestions(code.substring(start), cursor - start, anchor);
        return new Completion(candidates(found), found.isEmpty() ? cursor : start + anchor[0], cursor);
    }

    private static List<Candidate> candidates(List<Suggestion> found) {
        return found.stream()
                .filter(s -> !s.continuation().startsWith("$"))
                .sorted(ORDER)
                .map(Suggestion::continuation)
                .distinct()
                .map(text -> new Candidate(text, type(text), text.endsWith("(") ? text + "…)" : ""))
                .toList();
    }

    /**
     * JShell completes within one statement list. Declarations of the cell before it are left out unless they are
     * variables and statements, which the text at the cursor may refer to.
     */
    private static int contextStart(SourceCodeAnalysis analysis, String code, int cursor) {
        var start = 0;
        for (var piece : Piece.split(analysis, code.substring(0, cursor), () -> false)) {
            if (isDeclaration(analysis, piece)) {
                start = Math.min(cursor, piece.offset() + piece.source().length());
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

    private static String type(String text) {
        if (text.endsWith("(") || text.endsWith("()")) {
            return "function";
        }
        if (SourceVersion.isKeyword(text.strip())) {
            return "keyword";
        }
        return Character.isUpperCase(text.charAt(0)) ? "class" : "instance";
    }
}
