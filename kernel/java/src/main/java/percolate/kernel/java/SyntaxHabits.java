package percolate.kernel.java;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Lines that do not parse, mostly because they are written as in another language. */
final class SyntaxHabits {
    private static final String METHOD =
            "a method starts with the type of its result, as in int square(int x) { return x * x; }";
    private static final Map<Pattern, String> LINES = lines();
    private static final Pattern LAST_WORD = Pattern.compile("(?s).*?(\\w+)\\s*");

    private SyntaxHabits() {}

    private static Map<Pattern, String> lines() {
        var hints = new LinkedHashMap<Pattern, String>();
        hints.put(Pattern.compile("[“”„‘’]"), "texts stand in straight quotes, as in \"hello\"");
        hints.put(Pattern.compile("^\\s*#"), "a comment starts with //");
        hints.put(Pattern.compile("^\\s*!\\s*[\\w./~]+(\\s|$)"), NameHabits.SHELL);
        hints.put(Pattern.compile("^\\s*for\\s*\\(?\\s*\\w+\\s+in\\b"), "Java writes for (var name : names) { … }");
        hints.put(Pattern.compile("\\belif\\b"), "Java writes else if (…) { … }");
        hints.put(
                Pattern.compile(
                        "^\\s*(import\\s+[\\w.]+\\s+as\\b|import\\s+\\w+\\s*;?\\s*$|from\\s+\\S+\\s+import\\b)"),
                "Java imports a class by its whole name, as in import java.time.LocalDate; and cannot rename it");
        hints.put(Pattern.compile("^\\s*(def|fun|function)\\s+\\w+"), METHOD);
        hints.put(Pattern.compile("^\\s*(?!if|for|while|switch|catch)\\w+\\s*\\(\\s*\\w+\\s+\\w+.*\\)\\s*\\{"), METHOD);
        hints.put(Pattern.compile("^\\s*print\\s+[\\w\"']"), "Java prints with System.out.println(…)");
        hints.put(
                Pattern.compile("\\bwhen\\s*\\([^)]*\\)\\s*\\{"),
                "Java writes switch (x) { case 1 -> …; default -> …; }");
        hints.put(
                Pattern.compile("'[^'\\\\]{2,}'"),
                "texts stand in double quotes, as in \"hello\"; single quotes hold one letter");
        hints.put(Pattern.compile("\\bf\"[^\"]*\\{"), "Java joins texts with +, as in \"n is \" + n");
        hints.put(Pattern.compile("[\\w)]\\s*\\*\\*\\s*[\\w(]"), "Java writes powers as Math.pow(2, 3)");
        hints.put(Pattern.compile("[\\w)]\\s+@\\s*[\\w(]"), "Java has no @ for matrices: write a.mm(b)");
        hints.put(
                Pattern.compile("=\\s*\\["), "Java writes a list as List.of(1, 2, 3), an array as new int[] {1, 2, 3}");
        hints.put(
                Pattern.compile("^\\s*(if|while|for|else|try|except|finally|with|class)\\b.*:\\s*$"),
                "Java puts a condition in parentheses and a block in braces, as in if (x > 0) { … }");
        hints.put(Pattern.compile("=\\s*\\S.*\\sif\\b.+\\selse\\b"), "Java writes x > 1 ? 2 : 3");
        hints.put(
                Pattern.compile("^\\s*(if|while|switch)\\s+[^(\\s]"),
                "Java puts the condition in parentheses, as in if (x > 0) { … }");
        hints.put(Pattern.compile("\\b(and|or|not)\\b"), "Java writes && for and, || for or, ! for not");
        hints.put(Pattern.compile("\\blambda\\s+\\w+\\s*:"), "Java writes a lambda as x -> x + 1");
        hints.put(
                Pattern.compile("\\b(int|double|float|long)\\s*\\(\\s*\"?\\w"),
                "Java converts with (int) x, and a text with Integer.parseInt(text)");
        return hints;
    }

    static Optional<String> hint(Complaint complaint) {
        if (!isSyntax(complaint.code())) {
            return Optional.empty();
        }
        var line = complaint.place().lineText();
        return LINES.entrySet().stream()
                .filter(known -> known.getKey().matcher(line).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> structure(complaint));
    }

    private static boolean isSyntax(String code) {
        return code.startsWith("expected")
                || code.startsWith("illegal.")
                || code.startsWith("dot.class")
                || code.startsWith("unclosed.")
                || code.startsWith("premature.eof")
                || code.startsWith("class.public")
                || code.startsWith("not.stmt")
                || code.startsWith("else.without")
                || code.startsWith("invalid.meth.decl");
    }

    private static Optional<String> structure(Complaint complaint) {
        var rest = complaint.after().lines().findFirst().orElse("").strip();
        if (rest.startsWith("else")) {
            return Optional.of("an else stands right behind the statement or block of its if;"
                    + " is there a semicolon or a brace too many above?");
        } else if (complaint.code().startsWith("illegal.start") && rest.startsWith("}")) {
            return Optional.of("there is one } more than {");
        } else if (complaint.isMissingSemicolon()) {
            return Optional.of(
                    rest.isEmpty() || rest.startsWith("//")
                            ? "a statement ends with a semicolon; only the last one of a cell may go without"
                            : "an operator, a comma or a semicolon is missing between these two");
        }
        if (complaint.words().startsWith("')' expected")) {
            return Optional.of(
                    rest.matches("[\\w\"'].*")
                            ? "an operator or a comma is missing between these two, or a ( is not closed"
                            : "a ( that was opened is not closed");
        }
        var word = LAST_WORD.matcher(complaint.before());
        if (complaint.words().startsWith("<identifier> expected")
                && word.matches()
                && SourceVersion.isKeyword(word.group(1))) {
            return Optional.of(word.group(1) + " is a word of Java's own: choose another name");
        }
        return Optional.ofNullable(Map.of(
                        "premature.eof", "a bracket, brace or quote that was opened is not closed",
                        "unclosed.str.lit",
                                "a text ends with \" on its line; one over several lines stands between \"\"\" and \"\"\"",
                        "unclosed.char.lit", "single quotes hold one letter; a text stands in double quotes",
                        "unclosed.comment", "a comment that starts with /* ends with */")
                .get(complaint.code()));
    }
}
