package percolate.kernel.java;

import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completeness.Status;

/** Whether a text is a complete cell, and how deep the next line would stand. */
final class Openness {
    /**
     * Text blocks, strings, characters and comments. The repetitions that take all they can ({@code *+}) also need no
     * stack, which others use up on a text of some thousand letters.
     */
    private static final Pattern WITHOUT_BRACES = Pattern.compile(
            "(?s)\"\"\".*?(\"\"\"|$)|\"(\\\\.|[^\"\\\\\n])*+\"|'(\\\\.|[^'\\\\\n])*+'|//[^\n]*|/\\*.*?(\\*/|$)");

    private Openness() {}

    static Completeness of(SourceCodeAnalysis analysis, String code) {
        var pieces = Piece.split(analysis, code, () -> false);
        if (pieces.isEmpty()) {
            return new Completeness(Status.COMPLETE, "");
        }
        return switch (pieces.get(pieces.size() - 1).completeness()) {
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE ->
                new Completeness(Status.INCOMPLETE, "    ".repeat(openBraces(code)));
            case UNKNOWN -> new Completeness(Status.INVALID, "");
            default -> new Completeness(Status.COMPLETE, "");
        };
    }

    /** Braces that are open at the end; those in strings, characters and comments do not count. */
    static int openBraces(String code) {
        var bare = WITHOUT_BRACES.matcher(code).replaceAll("");
        return bare.chars().reduce(0, (open, c) -> c == '{' ? open + 1 : c == '}' ? Math.max(0, open - 1) : open);
    }
}
