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
    private static final Pattern MEMBER = Pattern.compile("(?s)\\w+\\.(\\w+)\\(.*");
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
            Map.entry("Model", "apply"),
            Map.entry("Loss", "of"),
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
                        ofFunctions(unknown, before, after),
                        methodWithoutCall(unknown),
                        NameHabits.hint(unknown),
                        NameHabits.apart(before),
                        shell(unknown, before),
                        calledVariable(unknown),
                        length(unknown, before),
                        synonym(unknown, before),
                        importOf(unknown),
                        meant(unknown, before, after))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> unknown.owner().isEmpty()
                        ? Optional.of(NameHabits.declare(unknown, before, after))
                        : Optional.empty());
    }

    /** The hint for a name of which only the kind and the text before it are known. */
    Optional<String> hint(String kind, String name, String before) {
        return hint(new Complaint.Unknown(kind, name, ""), before, "");
    }

    private Optional<String> meant(Complaint.Unknown unknown, String before, String after) {
        var offered = suggestions(before);
        var fitting = offered.stream()
                .filter(text -> !unknown.kind().equals("method") || text.contains("("))
                .map(Names::bare)
                .filter(name -> !name.isEmpty() && !isOtherThing(unknown, name, after))
                .toList();
        return Spelling.nearest(unknown.name(), fitting)
                .map(name -> "did you mean " + name + (unknown.kind().equals("method") ? "(…)" : "") + "?");
    }

    /** A class stands for a variable only before a dot, and then by its very letters: {@code system.out}. */
    private static boolean isOtherThing(Complaint.Unknown unknown, String name, String after) {
        return unknown.kind().equals("variable")
                && Suggestions.isClass(name)
                && !Character.isUpperCase(unknown.name().charAt(0))
                && !(name.equalsIgnoreCase(unknown.name()) && after.startsWith(unknown.name() + "."));
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

    private Optional<String> methodWithoutCall(Complaint.Unknown unknown) {
        var name = unknown.name();
        return !unknown.kind().equals("variable") || !unknown.owner().isEmpty()
                ? Optional.empty()
                : workspace.compiling(shell -> shell.methods()
                        .filter(method -> method.name().equals(name))
                        .map(method -> method.parameterTypes().isEmpty() ? "()" : "(…)")
                        .findFirst()
                        .map(call -> name + " is a method: " + name + call + " calls it"));
    }

    private Optional<VarSnippet> variable(String name) {
        return workspace.compiling(shell ->
                shell.variables().filter(one -> one.name().equals(name)).findFirst());
    }

    /** Our functions as other libraries write them: {@code np.zeros(2)} and {@code new Dense(3)}. */
    private Optional<String> ofFunctions(Complaint.Unknown unknown, String before, String after) {
        if (!unknown.owner().isEmpty() || unknown.kind().equals("method")) {
            return Optional.empty();
        }
        var member = MEMBER.matcher(after);
        if (NameHabits.LIBRARIES.contains(unknown.name()) && member.matches()) {
            return function(member.group(1)).map(call -> "write " + call + ", without " + unknown.name());
        }
        var name = unknown.name();
        if (unknown.kind().equals("variable")) {
            return function(name).map(call -> name + " is a function: write " + call);
        }
        return before.matches("(?s)(?:.*\\W)?new\\s+")
                ? function(Character.toLowerCase(name.charAt(0)) + name.substring(1))
                        .map(call -> "write " + call + ", without new")
                : Optional.empty();
    }

    private Optional<String> function(String name) {
        return workspace.knowledge().functions().named(name).stream()
                .map(method -> name + (method.getParameterCount() == 0 ? "()" : "(…)"))
                .max(Comparator.naturalOrder());
    }

    /** {@code !ls}, which Java takes for a question. */
    private static Optional<String> shell(Complaint.Unknown unknown, String before) {
        return unknown.kind().equals("variable") && before.matches("(?s)(?:.*\n)?\\s*!\\s*")
                ? Optional.of(NameHabits.SHELL)
                : Optional.empty();
    }

    private Optional<String> synonym(Complaint.Unknown unknown, String before) {
        return before.stripTrailing().endsWith(".")
                ? Synonyms.hint(unknown, before, suggestions(before))
                : Optional.empty();
    }

    private Optional<String> importOf(Complaint.Unknown unknown) {
        var name = unknown.name();
        return unknown.owner().isEmpty() && !unknown.kind().equals("method") && Character.isUpperCase(name.charAt(0))
                ? workspace.knowledge().classes().find(name).map(full -> "write import " + full + "; above it")
                : Optional.empty();
    }
}
