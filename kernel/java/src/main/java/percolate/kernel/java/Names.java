package percolate.kernel.java;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import percolate.kernel.language.Spelling;

/** What may have been meant by a name that is not declared: other names that are, or a class that is not imported. */
final class Names {
    private static final Pattern TAIL = Pattern.compile("[(<].*|\\s.*");
    private static final List<String> LENGTHS = List.of("length", "size", "len", "count", "size()", "length()");
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("Function", "apply"),
            Map.entry("BiFunction", "apply"),
            Map.entry("UnaryOperator", "apply"),
            Map.entry("BinaryOperator", "apply"),
            Map.entry("Supplier", "get"),
            Map.entry("Consumer", "accept"),
            Map.entry("BiConsumer", "accept"),
            Map.entry("Predicate", "test"),
            Map.entry("BiPredicate", "test"),
            Map.entry("Runnable", "run"),
            Map.entry("Callable", "call"),
            Map.entry("DoubleUnaryOperator", "applyAsDouble"),
            Map.entry("IntUnaryOperator", "applyAsInt"));
    private final Workspace workspace;

    Names(Workspace workspace) {
        this.workspace = workspace;
    }

    Optional<String> hint(Complaint complaint) {
        var unknown = complaint.unknown();
        return unknown == null ? Optional.empty() : hint(unknown, complaint.before(), complaint.after());
    }

    private Optional<String> hint(Complaint.Unknown unknown, String before, String after) {
        return Stream.<Optional<String>>of(
                        NameHabits.hint(unknown),
                        calledVariable(unknown),
                        length(unknown, before),
                        importOf(unknown),
                        meant(unknown, before))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() ->
                        unknown.owner().isEmpty() ? Optional.of(NameHabits.declare(unknown, after)) : Optional.empty());
    }

    /** The hint for a name of which only the kind and the text before it are known. */
    Optional<String> hint(String kind, String name, String before) {
        return hint(new Complaint.Unknown(kind, name, ""), before, "");
    }

    private Optional<String> meant(Complaint.Unknown unknown, String before) {
        var offered = suggestions(before);
        var fitting = offered.stream()
                .filter(text -> !unknown.kind().equals("method") || text.contains("("))
                .map(Names::bare)
                .filter(name -> !name.isEmpty())
                .toList();
        return Spelling.nearest(unknown.name(), fitting)
                .map(name -> "did you mean " + name + (unknown.kind().equals("method") ? "(…)" : "") + "?");
    }

    /** What is written before a name decides which could stand there. */
    private List<String> suggestions(String before) {
        return workspace.compiling(shell -> {
            var analysis = shell.sourceCodeAnalysis();
            var start = Suggestions.contextStart(analysis, before, before.length());
            return analysis.completionSuggestions(before.substring(start), before.length() - start, new int[1]).stream()
                    .map(SourceCodeAnalysis.Suggestion::continuation)
                    .toList();
        });
    }

    /** The names of what an expression has. */
    List<String> members(String expression) {
        return suggestions(expression + ".").stream().map(Names::bare).toList();
    }

    private static String bare(String continuation) {
        return TAIL.matcher(continuation).replaceFirst("");
    }

    /** An array, a text and a list each say differently how long they are. */
    private Optional<String> length(Complaint.Unknown unknown, String before) {
        if (!LENGTHS.contains(unknown.name()) || !before.stripTrailing().endsWith(".")) {
            return Optional.empty();
        }
        return suggestions(before).stream()
                .filter(LENGTHS::contains)
                .findFirst()
                .map(right -> unknown.owner() + " says how long it is with "
                        + before.strip().replaceAll("(?s).*?(\\w*\\.)$", "$1") + right);
    }

    private Optional<String> calledVariable(Complaint.Unknown unknown) {
        return unknown.kind().equals("method") && unknown.owner().isEmpty()
                ? variable(unknown.name()).flatMap(found -> Optional.ofNullable(
                                CALLS.get(bare(workspace.imports().shortened(found.typeName()))))
                        .map(call -> found.name() + " is a variable: call what it holds with " + found.name() + "."
                                + call + "(…)"))
                : Optional.empty();
    }

    private Optional<VarSnippet> variable(String name) {
        return workspace.compiling(shell ->
                shell.variables().filter(one -> one.name().equals(name)).findFirst());
    }

    /** Where a class of this name is, if it is not imported: first the JDK's usual packages, then all others. */
    private Optional<String> importOf(Complaint.Unknown unknown) {
        var name = unknown.name();
        if (!unknown.owner().isEmpty() || unknown.kind().equals("method") || !Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        return workspace.qualifiedNames(name).stream()
                .filter(full -> full.endsWith("." + name))
                .min(Comparator.comparing((String full) -> !full.startsWith("java.util."))
                        .thenComparing(full -> !full.startsWith("java.time."))
                        .thenComparing(full -> !full.startsWith("java."))
                        .thenComparing(
                                full -> full.chars().filter(c -> c == '.').count())
                        .thenComparing(Comparator.naturalOrder()))
                .map(full -> "write import " + full + "; above it");
    }
}
