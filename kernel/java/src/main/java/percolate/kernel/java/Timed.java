package percolate.kernel.java;

import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;

/** Makes of code a call that hands it over to be measured, compiled once. */
final class Timed {
    private static final String CALL = "percolate.kernel.api.Magics.timed(() -> ";

    private Timed() {}

    /** An expression gives its value away, so that the JIT compiler cannot leave it out; statements are a block. */
    static String text(SourceCodeAnalysis analysis, String code) {
        var start = code.length() - code.stripLeading().length();
        var body = code.strip();
        return code.substring(0, start)
                + CALL
                + (isExpression(analysis, body) ? body.replaceFirst(";$", "") : "{ " + body + closed(body) + "}")
                + "\n);";
    }

    private static boolean isExpression(SourceCodeAnalysis analysis, String code) {
        var snippets = analysis.sourceToSnippets(code);
        return snippets.size() == 1 && snippets.get(0).kind() == Snippet.Kind.EXPRESSION;
    }

    /** A last statement may lack its semicolon in a cell; a comment at its end must not swallow the brace. */
    private static String closed(String body) {
        return body.endsWith(";") || body.endsWith("}") ? "\n" : "\n;";
    }
}
