package percolate.kernel.java;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Operators on objects that have methods for them, which Java cannot write as operators. */
final class Operators {
    private static final Pattern BAD =
            Pattern.compile("bad operand types? (?:\\S+ )?for (?<arity>binary|unary) operator '(?<sign>.+?)'.*");
    private static final Pattern LEFT = Pattern.compile("(?s).*?([\\w.]+)\\s*$");
    private static final Map<String, Collection<String>> METHODS = Map.of(
            "+", List.of("plus", "add"),
            "-", List.of("minus", "subtract"),
            "*", List.of("times", "multiply"),
            "/", List.of("div", "divide"),
            ">", List.of("gt", "compareTo"),
            "<", List.of("lt", "compareTo"));

    private Operators() {}

    /** @param members the names of what an expression has */
    static Optional<String> hint(Complaint complaint, Function<String, Collection<String>> members) {
        var bad = BAD.matcher(complaint.words());
        var left = LEFT.matcher(complaint.before());
        if (!bad.matches() || !bad.group("arity").equals("binary") || !left.matches()) {
            return Optional.empty();
        }
        var sign = bad.group("sign");
        var known = members.apply(complaint.before());
        return METHODS.getOrDefault(sign, List.of()).stream()
                .filter(known::contains)
                .findFirst()
                .map(method -> "Java has no " + sign + " for objects: write " + left.group(1) + "." + method + "(…)");
    }
}
