package percolate.kernel.java;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import percolate.kernel.language.Cell;

/**
 * Code that is handed over to be measured, compiled once: the call stands on the code's own lines.
 *
 * @param cell what its writer sees
 * @param shift how far the code was moved to the right by what stands before it
 */
record Timed(Cell cell, int shift) {
    private static final String CALL = "percolate.kernel.api.Magics.timed(() -> ";
    private static final String BLOCK = "{ ";
    private static final String END = "\n/* measured */ ";
    private static final Pattern MAY_NOT_END = Pattern.compile("\\b(?:return|throw|break)\\b|\\btrue\\s*\\)|;\\s*;");

    /** An expression gives its value away, so that the JIT compiler cannot leave it out; so do the variables of a block. */
    static String text(SourceCodeAnalysis analysis, String code) {
        var start = code.length() - code.stripLeading().length();
        var body = code.strip();
        var measured = isExpression(analysis, body)
                ? open(body) + END
                : BLOCK + body + closed(body) + results(analysis, body) + "}";
        return code.substring(0, start) + CALL + measured + ");";
    }

    /** The cell of a text that {@link #text} has made; empty for all other texts. */
    static Optional<Timed> of(int number, String text) {
        var start = text.length() - text.stripLeading().length();
        if (!text.startsWith(CALL, start) || !text.contains(END)) {
            return Optional.empty();
        }
        var shift = CALL.length() + (text.startsWith(BLOCK, start + CALL.length()) ? BLOCK.length() : 0);
        var code = text.substring(0, start) + text.substring(start + shift, text.lastIndexOf(END));
        return Optional.of(new Timed(new Cell(number, code), shift));
    }

    private static boolean isExpression(SourceCodeAnalysis analysis, String code) {
        var snippets = analysis.sourceToSnippets(code);
        return snippets.size() == 1
                && (snippets.get(0).kind() == Snippet.Kind.EXPRESSION
                        || snippets.get(0).subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND);
    }

    /** An expression without the semicolon that may end it, before a comment too. */
    private static String open(String body) {
        var bare = bare(body);
        return bare.endsWith(";")
                ? new StringBuilder(body).deleteCharAt(bare.length() - 1).toString()
                : body;
    }

    /** A last statement may lack its semicolon in a cell; a comment at its end must not swallow the brace. */
    private static String closed(String body) {
        var bare = bare(body);
        return END + (bare.endsWith(";") || bare.endsWith("}") ? "" : ";");
    }

    /** The code up to where comments end it. */
    private static String bare(String body) {
        return Masked.of(body, 0).code().stripTrailing();
    }

    /** What the variables of a block hold at its end, unless that may never be reached. */
    private static String results(SourceCodeAnalysis analysis, String body) {
        if (MAY_NOT_END.matcher(body).find()) {
            return "";
        }
        var names = Piece.split(analysis, body, () -> false).stream()
                .flatMap(piece -> variables(analysis, piece))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "return new Object[] {" + names + "}; ";
    }

    private static Stream<String> variables(SourceCodeAnalysis analysis, Piece piece) {
        return analysis.sourceToSnippets(piece.source()).stream()
                .filter(snippet -> snippet.subKind() == SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND)
                .map(snippet -> ((VarSnippet) snippet).name());
    }
}
