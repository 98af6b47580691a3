package percolate.kernel.java;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Lines that do not parse, mostly because they are written as in another language. */
final class SyntaxHabits {
    private static final String METHOD =
            "a method starts with the type of its result, as in int square(int x) { return x * x; }";
    private static final List<Habit> LINES = List.of(
            habit("[“”„‘’]", "texts stand in straight quotes, as in \"hello\""),
            habit("^\\s*#", "a comment starts with //"),
            habit("^\\s*!\\s*[\\w./~]+(\\s|$)", NameHabits.SHELL),
            habit("^\\s*for\\s*\\(?\\s*(?:\\w+\\s+)?\\w+\\s+in\\b", "Java writes for (var name : names) { … }"),
            habit("\\belif\\b", "Java writes else if (…) { … }"),
            habit(
                    "^\\s*(import\\s+[\\w.]+\\s+as\\b|import\\s+\\w+\\s*;?\\s*$|from\\s+\\S+\\s+import\\b)",
                    "Java imports a class by its whole name, as in import java.time.LocalDate; and cannot rename it"),
            habit("^\\s*(def|fun|function)\\s+\\w+", METHOD),
            habit("^\\s*(?!if|for|while|switch|catch)\\w+\\s*\\(\\s*\\w+\\s+\\w+.*\\)\\s*\\{", METHOD),
            habit("^\\s*print\\s+[\\w\"']", "Java prints with System.out.println(…)"),
            habit("\\bwhen\\s*\\([^)]*\\)\\s*\\{", "Java writes switch (x) { case 1 -> …; default -> …; }"),
            habit("'[^'\\\\]{2,}'", "texts stand in double quotes, as in \"hello\"; single quotes hold one letter"),
            habit("\\bf\"[^\"]*\\{", "Java joins texts with +, as in \"n is \" + n"),
            habit("[\\w)]\\s*\\*\\*\\s*[\\w(]", "Java writes powers as Math.pow(2, 3)"),
            habit("[\\w)]\\s+@\\s*[\\w(]", "Java has no @ for matrices: write a.mm(b)"),
            habit("\\w\\(\\s*[\\[{]\\s*[-\\d]", "the numbers stand alone: tensor(1, 2, 3), randn(2, 3), reshape(3, 1)"),
            habit(
                    "[(,]\\s*\\(\\s*\\d+\\s*,",
                    "Java has no tuples: write the numbers alone, as in conv2d(6, 5, 5) or randn(2, 3)"),
            habit("=\\s*\\[", "Java writes a list as List.of(1, 2, 3), an array as new int[] {1, 2, 3}"),
            habit(
                    "^\\s*(if|while|for|else|try|except|finally|with|class)\\b.*:\\s*$",
                    "Java puts a condition in parentheses and a block in braces, as in if (x > 0) { … }"),
            habit("=\\s*\\S.*\\sif\\b.+\\selse\\b", "Java writes x > 1 ? 2 : 3"),
            habit(
                    "^\\s*(if|while|switch)\\s+[^(\\s]",
                    "Java puts the condition in parentheses, as in if (x > 0) { … }"),
            habit("\\b(and|or|not)\\b", "Java writes && for and, || for or, ! for not"),
            habit("\\blambda\\s+\\w+\\s*:", "Java writes a lambda as x -> x + 1"),
            habit(
                    "\\b(int|double|float|long)\\s*\\(\\s*\"?\\w",
                    "Java converts with (int) x, and a text with Integer.parseInt(text)"));
    private static final Map<String, String> UNCLOSED = Map.of(
            "premature.eof",
            "a bracket, brace or quote that was opened is not closed",
            "unclosed.str.lit",
            "a text ends with \" on its line; one over several lines stands between \"\"\" and \"\"\"",
            "unclosed.char.lit",
            "single quotes hold one letter; a text stands in double quotes");
    private static final Pattern LAST_WORD = Pattern.compile("(?s).*?(\\w+)\\s*");

    private SyntaxHabits() {}

    private record Habit(Pattern line, String hint) {}

    private static Habit habit(String line, String hint) {
        return new Habit(Pattern.compile(line), hint);
    }

    static Optional<String> hint(Complaint complaint) {
        if (!isSyntax(complaint.code())) {
            return Optional.empty();
        }
        var line = complaint.place().lineText();
        return LINES.stream()
                .filter(habit -> habit.line().matcher(line).find())
                .map(Habit::hint)
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
        if (rest.startsWith("else") && complaint.isMissingSemicolon()) {
            return Optional.of("a semicolon is missing before else");
        } else if (rest.startsWith("else")) {
            return Optional.of("an else stands right behind the statement or block of its if;"
                    + " is there a semicolon or a brace too many above?");
        } else if (complaint.code().startsWith("illegal.start") && rest.startsWith("}")) {
            return Optional.of("there is one } more than {");
        }
        return missing(complaint, rest)
                .or(() -> takenName(complaint))
                .or(() -> Optional.ofNullable(UNCLOSED.get(complaint.code())));
    }

    private static Optional<String> missing(Complaint complaint, String rest) {
        if (complaint.isMissingSemicolon()) {
            return Optional.of(
                    rest.isEmpty() || rest.startsWith("//")
                            ? "a statement ends with a semicolon; only the last one of a cell may go without"
                            : "an operator, a comma or a semicolon is missing between these two");
        } else if (complaint.words().startsWith("')' expected")) {
            return Optional.of(
                    rest.matches("[\\w\"'].*")
                            ? "an operator or a comma is missing between these two, or a ( is not closed"
                            : "a ( that was opened is not closed");
        }
        return Optional.empty();
    }

    private static Optional<String> takenName(Complaint complaint) {
        var word = LAST_WORD.matcher(complaint.before());
        return complaint.words().startsWith("<identifier> expected")
                        && word.matches()
                        && SourceVersion.isKeyword(word.group(1))
                ? Optional.of(word.group(1) + " is a word of Java's own: choose another name")
                : Optional.empty();
    }
}
