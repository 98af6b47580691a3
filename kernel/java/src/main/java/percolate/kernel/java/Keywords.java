package percolate.kernel.java;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Java's own words that begin as what is typed, where one can stand. */
final class Keywords {
    private static final List<String> PRIMITIVES =
            List.of("boolean", "byte", "char", "double", "float", "int", "long", "short");
    private static final List<String> VALUES = List.of("new", "true", "false", "null", "switch", "this", "super");
    private static final List<String> DECLARATIONS = List.of(
            "abstract",
            "class",
            "enum",
            "final",
            "interface",
            "private",
            "protected",
            "public",
            "record",
            "sealed",
            "static",
            "synchronized",
            "void");
    private static final List<String> STATEMENTS = joined(List.of(
            List.of("if", "else", "for", "while", "do", "switch", "case", "default", "break", "continue", "return"),
            List.of("yield", "try", "catch", "finally", "throw", "assert", "import", "var"),
            DECLARATIONS,
            PRIMITIVES,
            VALUES));
    private static final List<String> ARGUMENTS = joined(List.of(VALUES, List.of("final", "var"), PRIMITIVES));
    private static final List<String> MEMBERS = joined(List.of(DECLARATIONS, PRIMITIVES));
    private static final Set<String> BEFORE_VALUES = Set.of("return", "throw", "assert", "case", "yield");
    private static final Set<String> MODIFIERS = Set.of(
            "abstract",
            "final",
            "private",
            "protected",
            "public",
            "sealed",
            "static",
            "synchronized",
            "transient",
            "volatile");
    /** The words behind which a name of one's own stands, or a type. */
    private static final Set<String> BEFORE_NAMES =
            Set.of("new", "class", "interface", "enum", "record", "extends", "implements", "throws", "permits", "void");

    private static final Pattern TYPE_HEAD =
            Pattern.compile("(?s)(?:.*[;{}\n])?\\s*(?:\\w+\\s+)*(?:class|interface|enum|record)\\s[^;{}]*");
    private static final Pattern METHOD_HEAD = Pattern.compile("(?s).*\\w\\s+\\w+\\s*\\([^()]*\\)");

    private Keywords() {}

    private static List<String> joined(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).distinct().toList();
    }

    static boolean isOne(String text) {
        return STATEMENTS.contains(text)
                || List.of("extends", "implements", "throws", "instanceof").contains(text);
    }

    static Suggestions.Found at(Masked code, int cursor) {
        var start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.code().charAt(start - 1))) {
            start--;
        }
        var typed = code.code().substring(start, cursor);
        var words = typed.isEmpty() || code.isProse()
                ? List.<String>of()
                : behind(code.code().substring(0, start));
        return new Suggestions.Found(
                words.stream().filter(word -> word.startsWith(typed)).toList(), start);
    }

    private static List<String> behind(String text) {
        var before = text.stripTrailing();
        if (before.isEmpty()) {
            return STATEMENTS;
        }
        var last = before.charAt(before.length() - 1);
        if (Character.isJavaIdentifierPart(last) || last == ')' || last == ']' || last == '"') {
            return text.substring(before.length()).contains("\n")
                    ? joined(List.of(STATEMENTS, behindOperand(before, last)))
                    : behindOperand(before, last);
        }
        return behindSign(before, last);
    }

    private static List<String> behindSign(String before, char last) {
        if (before.endsWith("::")) {
            return List.of("new");
        }
        return switch (last) {
            case ';', '{', '}' -> STATEMENTS;
            case '.', '@' -> List.of();
            case '(', ',' -> ARGUMENTS;
            case ':' -> STATEMENTS;
            default -> before.endsWith("->") ? STATEMENTS : VALUES;
        };
    }

    private static List<String> behindOperand(String before, char last) {
        var word = before.substring(before.length() - lengthOfWord(before));
        if (word.equals("else") || word.equals("do") || word.equals("try")) {
            return STATEMENTS;
        } else if (BEFORE_VALUES.contains(word)) {
            return VALUES;
        } else if (MODIFIERS.contains(word)) {
            return MEMBERS;
        } else if (word.equals("import")) {
            return List.of("static");
        } else if (BEFORE_NAMES.contains(word) || PRIMITIVES.contains(word)) {
            return List.of();
        } else if (TYPE_HEAD.matcher(before).matches()) {
            return List.of("extends", "implements");
        }
        var closes = last == ')';
        return joined(List.of(
                List.of("instanceof"),
                closes ? STATEMENTS : List.of(),
                closes && METHOD_HEAD.matcher(before).matches() ? List.of("throws") : List.of()));
    }

    private static int lengthOfWord(String text) {
        var start = text.length();
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.length() - start;
    }
}
