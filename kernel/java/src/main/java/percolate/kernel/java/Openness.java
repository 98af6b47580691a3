package percolate.kernel.java;

import java.util.ArrayDeque;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completeness.Status;

/** Whether a text is a complete cell, and how deep the next line would stand. */
final class Openness {
    private static final Pattern ANNOTATIONS = Pattern.compile("(?:@\\w+(?:\\([^()]*\\))?\\s*)+;?");
    private static final Pattern HEADER =
            Pattern.compile("(?m)^\\s*(?:[}\\s]*else|(?:[}\\s]*else\\s+)?(?:if|for|while)\\s*\\(.*\\))\\s*\\z");
    private static final String INDENT = "    ";

    private Openness() {}

    static Completeness of(SourceCodeAnalysis analysis, String code) {
        var pieces = Piece.split(analysis, code, () -> false);
        if (pieces.isEmpty()) {
            return new Completeness(Status.COMPLETE, "");
        }
        var last = pieces.get(pieces.size() - 1);
        if (ANNOTATIONS.matcher(last.source()).matches()) {
            return new Completeness(Status.INCOMPLETE, "");
        }
        return switch (last.completeness()) {
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE ->
                new Completeness(Status.INCOMPLETE, INDENT.repeat(depth(code)));
            case UNKNOWN -> new Completeness(Status.INVALID, "");
            default -> new Completeness(Status.COMPLETE, "");
        };
    }

    /**
     * How many steps the next line stands to the right: one for each line that leaves a bracket open, however many it
     * opens, and one for a loop or condition that has no block.
     */
    static int depth(String code) {
        var bare = Masked.of(code, 0).code();
        var open = new ArrayDeque<Integer>(); // the lines of the open brackets
        var line = 0;
        for (var i = 0; i < bare.length(); i++) {
            var letter = bare.charAt(i);
            if (letter == '\n') {
                line++;
            } else if ("([{".indexOf(letter) >= 0) {
                open.push(line);
            } else if (")]}".indexOf(letter) >= 0 && !open.isEmpty()) {
                open.pop();
            }
        }
        return (int) open.stream().distinct().count() + (HEADER.matcher(bare).find() ? 1 : 0);
    }
}
