package percolate.kernel.magic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import percolate.kernel.language.Notation;

/**
 * Finds line magics among Java or Kotlin code: a percent sign, a name right behind it and arguments to the end of the
 * line, where a statement starts or behind {@code =}. What strings and comments hold is none, and neither is the rest of
 * a division that goes on from the line above.
 */
final class MagicScanner {
    private final String text;
    private final boolean semicolons;
    private final Predicate<String> isKnown;
    private final Deque<Character> open = new ArrayDeque<>();
    private final List<Found> found = new ArrayList<>();
    private int at;
    private char last;
    private boolean lineStarts = true;

    /**
     * A line magic from its percent sign to the end of its line.
     *
     * @param standsAlone whether it is a line at the cell's top level, not a part of a statement
     */
    record Found(int start, int end, boolean standsAlone) {}

    /** @param semicolons as {@link Notation#semicolons} */
    MagicScanner(String text, boolean semicolons, Predicate<String> isKnown) {
        this.text = text;
        this.semicolons = semicolons;
        this.isKnown = isKnown;
    }

    List<Found> find() {
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '\n') {
                lineStarts = true;
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (!skipped(c)) {
                step(c);
            }
        }
        return found;
    }

    /** Passes over a comment, a text or a character. */
    private boolean skipped(char c) {
        if (text.startsWith("//", at)) {
            at = lineEnd(at);
            return true;
        } else if (text.startsWith("/*", at)) {
            skipComment();
            return true;
        } else if (c == '"' || c == '\'' || (!semicolons && c == '`')) {
            skipText();
            last = c;
            lineStarts = false;
            return true;
        }
        return false;
    }

    private void step(char c) {
        if (c == '%' && isMagic()) {
            var end = lineEnd(at);
            found.add(new Found(at, end, lineStarts && open.isEmpty()));
            at = end;
            last = ';';
            return;
        }
        bracket(c);
        last = c;
        lineStarts = false;
        at++;
    }

    private void bracket(char c) {
        if ("({[".indexOf(c) >= 0) {
            open.push(c);
        } else if (")}]".indexOf(c) >= 0 && !open.isEmpty()) {
            open.pop();
        }
    }

    private boolean isMagic() {
        var name = nameAt(text, at);
        if (name.isEmpty()) {
            return false;
        }
        return last == '=' || (lineStarts && (open.isEmpty() || open.peek() == '{') && startsStatement(name));
    }

    /** In Java a statement goes on until its semicolon; who leaves it out means a magic only by a magic's name. */
    private boolean startsStatement(String name) {
        if (!semicolons || last == 0 || last == ';' || last == '{' || last == '}') {
            return true;
        }
        var rest = text.substring(at, lineEnd(at)).stripTrailing();
        return isKnown.test(name) && !rest.endsWith(";");
    }

    /** The name behind a percent sign, empty if there is none. */
    static String nameAt(String text, int percent) {
        var start = percent + (text.startsWith("%%", percent) ? 2 : 1);
        var end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        var isName = end > start && Character.isLetter(text.charAt(start));
        var endsThere = end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == ';';
        return isName && endsThere ? text.substring(start, end) : "";
    }

    private int lineEnd(int from) {
        var end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void skipComment() {
        var depth = 0;
        do {
            if (text.startsWith("/*", at) && (!semicolons || depth == 0)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
    }

    private void skipText() {
        if (text.startsWith("\"\"\"", at)) {
            at += 3;
            skipTo("\"\"\"", semicolons, true);
        } else {
            at++;
            skipTo(text.substring(at - 1, at), true, false);
        }
    }

    private void skipTo(String end, boolean escapes, boolean manyLines) {
        while (at < text.length() && !text.startsWith(end, at) && (manyLines || text.charAt(at) != '\n')) {
            if (escapes && text.charAt(at) == '\\') {
                at += 2;
            } else if (!semicolons && end.startsWith("\"") && text.startsWith("${", at)) {
                at += 2;
                skipTemplate();
            } else {
                at++;
            }
        }
        at = Math.min(text.length(), at);
        if (text.startsWith(end, at)) {
            at += end.length();
        }
    }

    /** The code in a Kotlin text, up to its brace. */
    private void skipTemplate() {
        var depth = 1;
        while (at < text.length() && depth > 0) {
            var c = text.charAt(at);
            if (c == '"' || c == '\'') {
                skipText();
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                at++;
            }
        }
    }
}
