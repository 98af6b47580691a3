package percolate.kernel.java;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * A cell's text in which blanks stand for what is no code: letters of texts and comments. Places in it are those of the
 * cell.
 *
 * @param isProse whether the cursor is within a text or a comment
 */
record Masked(String code, boolean isProse) {
    /**
     * Text blocks, strings, characters and comments, whether closed or not. The repetitions that take all they can
     * ({@code *+}) also need no stack, which others use up on a text of some thousand letters.
     */
    private static final Pattern PROSE = Pattern.compile(
            "(?s)\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+(\"\"\"|\\\\?$)|\"(\\\\.|[^\"\\\\\n])*+\"?|'(\\\\.|[^'\\\\\n])*+'?|//[^\n]*|/\\*.*?(\\*/|$)");

    /** Where a comment begins that nothing closes, or -1. */
    static int openComment(String text) {
        return PROSE.matcher(text)
                .results()
                .filter(prose ->
                        prose.group().startsWith("/*") && !prose.group().matches("(?s)/\\*.*\\*/"))
                .map(MatchResult::start)
                .findFirst()
                .orElse(-1);
    }

    static Masked of(String text, int cursor) {
        var code = new StringBuilder(text);
        var within = false;
        var prose = PROSE.matcher(text);
        while (prose.find()) {
            var open = prose.end() - prose.start() < 2 || prose.group().startsWith("//") || isOpen(prose.group());
            within |= prose.start() < cursor && (cursor < prose.end() || (cursor == prose.end() && open));
            for (var i = prose.start(); i < prose.end(); i++) {
                code.setCharAt(
                        i, text.charAt(i) == '\n' ? '\n' : i == prose.start() && text.charAt(i) != '/' ? '"' : ' ');
            }
        }
        return new Masked(code.toString(), within);
    }

    private static boolean isOpen(String prose) {
        return List.of("\"\"\"", "\"", "'").stream()
                        .filter(prose::startsWith)
                        .findFirst()
                        .filter(quote -> prose.length() < 2 * quote.length() || !prose.endsWith(quote))
                        .isPresent()
                || (prose.startsWith("/*") && !prose.endsWith("*/"));
    }

    /** A stretch of the text that is a name. */
    record Name(String text, int start) {}

    /** The name that the cursor is in, or just behind; Java's own words are none. */
    Optional<Name> nameAt(int cursor) {
        var start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        var end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        var name = code.substring(start, end);
        return SourceVersion.isName(name) ? Optional.of(new Name(name, start)) : Optional.empty();
    }

    /**
     * A bracket that is open at the cursor.
     *
     * @param argument how many commas stand behind it
     */
    record Call(Name method, int open, int argument) {}

    /** The innermost call whose arguments the cursor is in, or just behind. */
    Optional<Call> callAround(int cursor) {
        return cursor > 0 && code.charAt(cursor - 1) == ')' ? callWithin(cursor - 1) : callWithin(cursor);
    }

    private Optional<Call> callWithin(int cursor) {
        var depth = 0;
        var commas = 0;
        for (var i = cursor - 1; i >= 0; i--) {
            var letter = code.charAt(i);
            if (")]}".indexOf(letter) >= 0) {
                depth++;
            } else if ("([{".indexOf(letter) >= 0) {
                if (depth-- == 0) {
                    return letter == '(' ? call(i, commas) : Optional.empty();
                }
            } else if (letter == ',' && depth == 0) {
                commas++;
            } else if (letter == ';' && depth == 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Call> call(int open, int commas) {
        var end = open;
        while (end > 0 && " \n\t<>".indexOf(code.charAt(end - 1)) >= 0) {
            end--;
        }
        return nameAt(end).map(name -> new Call(name, open, commas));
    }

    /** Whether {@code new} stands before a place. */
    boolean isCreated(int place) {
        return code.substring(0, place).stripTrailing().matches("(?s)(.*\\W)?new");
    }
}
