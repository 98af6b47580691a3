package percolate.kernel.java;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that exist in other languages, and what Java has in their place. */
final class NameHabits {
    private static final Pattern ASSIGNED = Pattern.compile("\\w+\\s*=(?!=)\\s*([^;\n]*?)\\s*(?:;|\n|$)");
    /** Up to a name that is the first in the condition of an if or a loop. */
    private static final Pattern CONDITION = Pattern.compile("\\b(?:if|while)\\s*\\([^(){};]*$");

    private static final Pattern PARTS = Pattern.compile("\\bvar\\s*\\([\\w, ]*$");
    /** Up to a name in whose place a text could stand. */
    private static final Pattern TEXT =
            Pattern.compile("\\b(?:String\\s+\\w+\\s*=|(?:print|println|display|title|named|load|save|export"
                    + "|weight|freeze|unfreeze|upTo|from)\\s*\\()\\s*$");
    /** For a line as notebooks in Python have it. */
    static final String SHELL = "write %system in place of ! to run a program, as in %system ls";

    /** What libraries of Python are called in programs. */
    static final Set<String> LIBRARIES =
            Set.of("np", "numpy", "torch", "nn", "F", "tf", "keras", "jnp", "plt", "layers");

    private static final String PRINT =
            "Java prints with System.out.println(…); the value of a cell's last expression is shown without";
    private static final String NET =
            "dense(…), conv2d(…) and so on make layers here, and sequential(input(…), …) a network of them";
    private static final String CHART =
            "plot(x, y) draws lines here; for other pictures make a chart of org.knowm.xchart,"
                    + " which a cell shows as well";
    private static final String IMAGES = "images(batch) shows images here";
    private static final String DECLARE = "Java declares a variable with var, as in var x = 5; or with its type, as in"
            + " int x = 5; (%%kotlin on the first line makes it a Kotlin cell)";
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("print", PRINT),
            Map.entry("println", PRINT),
            Map.entry("printf", "write System.out.printf(…)"),
            Map.entry("len", "write names.size() for a list, name.length() for a text, numbers.length for an array"),
            Map.entry("str", "write String.valueOf(…)"),
            Map.entry("input", "write readLine(\"…\")"),
            Map.entry("range", "count with for (int i = 0; i < n; i++), or with IntStream.range(0, n)"),
            Map.entry("type", "write x.getClass()"),
            Map.entry("sorted", "write names.stream().sorted().toList()"),
            Map.entry("listOf", "write List.of(…)"),
            Map.entry("mutableListOf", "write new ArrayList<>(List.of(…))"),
            Map.entry("mapOf", "write Map.of(key, value, …)"),
            Map.entry("setOf", "write Set.of(…)"),
            Map.entry("arrayOf", "write new int[] {1, 2, 3}"),
            Map.entry("scatter", CHART),
            Map.entry("histogram", CHART),
            Map.entry("hist", CHART),
            Map.entry("line", CHART),
            Map.entry("bar", CHART),
            Map.entry("imshow", IMAGES));
    private static final Set<String> MATHEMATICS = Set.of(
            "abs", "sqrt", "pow", "max", "min", "exp", "log", "sin", "cos", "tan", "round", "floor", "ceil", "random");
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("True", "write true"),
            Map.entry("False", "write false"),
            Map.entry("None", "write null"),
            Map.entry("nil", "write null"),
            Map.entry("undefined", "write null"),
            Map.entry("self", "write this"),
            Map.entry("pi", "write Math.PI"),
            Map.entry("cout", PRINT),
            Map.entry("console", PRINT),
            Map.entry("it", "Java names a lambda's parameter, as in x -> x + 1"),
            Map.entry("np", "numpy is Python's; tensor(…) makes an array to calculate with"),
            Map.entry("torch", "torch is Python's; tensor(…) makes a tensor"),
            Map.entry("nn", NET),
            Map.entry("tf", NET),
            Map.entry("keras", NET));
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("string", "write String with a capital S"),
            Map.entry("str", "write String"),
            Map.entry("bool", "write boolean"),
            Map.entry("Bool", "write boolean"),
            Map.entry("Int", "write int"),
            Map.entry("integer", "write int"),
            Map.entry("Any", "write Object"),
            Map.entry("Unit", "write void"),
            Map.entry("val", DECLARE),
            Map.entry("let", DECLARE),
            Map.entry("const", DECLARE),
            Map.entry("auto", DECLARE),
            Map.entry("def", "a method starts with the type of its result, as in int square(int x) { return x * x; }"));

    private NameHabits() {}

    static Optional<String> hint(Complaint.Unknown unknown) {
        if (!unknown.owner().isEmpty()) {
            return Optional.empty();
        }
        if (unknown.kind().equals("method") && MATHEMATICS.contains(unknown.name())) {
            return Optional.of("write Math." + unknown.name() + "(…)");
        }
        var known = unknown.kind().equals("method") ? METHODS : unknown.kind().equals("class") ? CLASSES : VARIABLES;
        return Optional.ofNullable(known.get(unknown.name()));
    }

    /** Names in brackets, which other languages give to the parts of a value. */
    static Optional<String> apart(String before) {
        return PARTS.matcher(before).find()
                ? Optional.of(
                        "Java takes nothing apart: give the whole a name, as in var parts = …; and ask it, as in parts.train()")
                : Optional.empty();
    }

    /** What is declared nowhere, and like nothing that is. */
    static String declare(Complaint.Unknown unknown, String before, String after) {
        var assigned = ASSIGNED.matcher(after);
        if (unknown.kind().equals("variable") && assigned.lookingAt()) {
            return CONDITION.matcher(before).find()
                    ? "== compares, = sets a value"
                    : "declare it first, with var or its type, as in var " + unknown.name() + " = "
                            + (isWhole(assigned.group(1)) ? assigned.group(1) : "…") + ";";
        }
        return switch (unknown.kind()) {
            case "class" -> "declare it in a cell, or import it";
            case "variable" ->
                TEXT.matcher(before).find()
                        ? "declare it first; a text stands in double quotes"
                        : "declare it first, as in var " + unknown.name() + " = …;";
            default -> "declare it first";
        };
    }

    /** Whether no bracket of what stands around a value is taken for a part of it. */
    private static boolean isWhole(String value) {
        return value.chars().filter(letter -> letter == '(').count()
                        == value.chars().filter(letter -> letter == ')').count()
                && !value.endsWith("{");
    }
}
