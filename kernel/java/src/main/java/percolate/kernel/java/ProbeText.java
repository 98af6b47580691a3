package percolate.kernel.java;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/**
 * A cell as one class that the compiler can look at whole: its imports and those of the session first, its methods and
 * types as members, all else as the statements of a method.
 *
 * @param cursor where the cell's cursor stands in the text
 */
record ProbeText(String text, int cursor) {
    static final String CLASS = "$Probe";
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern METHOD_HEAD = Pattern.compile(
            "^(?!(?:if|for|while|switch|try|new|return|else|do|synchronized)\\b)(?:@?\\w+\\s+)*[\\w.<>\\[\\], ?]+\\s+\\w+"
                    + "\\s*\\([^()]*\\)\\s*(?:throws\\s+[\\w., ]+)?\\{.*",
            Pattern.DOTALL);

    /** @param more names that the text shall see besides those that the cell names */
    static ProbeText of(JShell shell, String code, int cursor, Set<String> more) {
        var builder = new Builder(shell, code, cursor);
        var names = NAME.matcher(code).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
        names.addAll(more);
        return builder.build(names);
    }

    private static final class Builder {
        private final JShell shell;
        private final String code;
        private final int cursor;
        private final StringBuilder imports = new StringBuilder("package REPL;\n");
        private final StringBuilder members = new StringBuilder();
        private final StringBuilder statements = new StringBuilder();
        private StringBuilder atCursor;
        private int offset;

        Builder(JShell shell, String code, int cursor) {
            this.shell = shell;
            this.code = code;
            this.cursor = cursor;
        }

        ProbeText build(Set<String> names) {
            shell.imports()
                    .filter(one -> shell.status(one) == Status.VALID)
                    .map(ImportSnippet::source)
                    .forEach(source -> imports.append(source).append(source.endsWith(";") ? "\n" : ";\n"));
            shell.snippets()
                    .filter(one -> one instanceof DeclarationSnippet named && names.contains(named.name()))
                    .filter(one -> shell.status(one).isActive() && one.kind() != Snippet.Kind.IMPORT)
                    .forEach(one -> imports.append("import static ")
                            .append(shell.sourceCodeAnalysis().wrapper(one).fullClassName())
                            .append('.')
                            .append(((DeclarationSnippet) one).name())
                            .append(";\n"));
            Piece.split(shell.sourceCodeAnalysis(), code, () -> false).forEach(this::add);
            return assembled();
        }

        private void add(Piece piece) {
            var target = target(piece);
            target.append(target == members ? "static " : "");
            var end = Math.min(code.length(), piece.offset() + piece.source().length());
            if (atCursor == null && cursor <= end) {
                atCursor = target;
                offset = target.length() + Math.max(0, cursor - piece.offset());
            }
            target.append(piece.source()).append(target == statements ? "\n;\n" : "\n");
        }

        private StringBuilder target(Piece piece) {
            if (piece.source().startsWith("import ")) {
                return imports;
            } else if (piece.isBroken()) {
                return METHOD_HEAD.matcher(piece.source()).matches() ? members : statements;
            }
            var kind = shell.sourceCodeAnalysis().sourceToSnippets(piece.source()).stream()
                    .map(Snippet::kind)
                    .findFirst()
                    .orElse(Snippet.Kind.ERRONEOUS);
            return kind == Snippet.Kind.METHOD || kind == Snippet.Kind.TYPE_DECL ? members : statements;
        }

        private ProbeText assembled() {
            var head = imports + "class " + CLASS + " {\n" + members + "static Object $probe() throws Throwable {\n";
            var start = atCursor == imports
                    ? 0
                    : atCursor == members ? imports.length() + ("class " + CLASS + " {\n").length() : head.length();
            return new ProbeText(
                    head + statements + "\nreturn null; } }",
                    atCursor == null ? head.length() + statements.length() : start + offset);
        }
    }
}
