package percolate.kernel.java;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Methods that other languages and libraries call otherwise: what a value has in their place. */
final class Synonyms {
    private static final Pattern RECEIVER = Pattern.compile("(?s).*?([\\w.]*(?:\\([^()]*\\))?)\\s*\\.\\s*");
    private static final String PREDICT = "predict(…)";
    private static final String TRAIN = "train(…).fit()";
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("matmul", "mm(…)"),
            Map.entry("dot", "mm(…)"),
            Map.entry("add", "plus(…)"),
            Map.entry("sub", "minus(…)"),
            Map.entry("subtract", "minus(…)"),
            Map.entry("mul", "times(…)"),
            Map.entry("multiply", "times(…)"),
            Map.entry("divide", "div(…)"),
            Map.entry("neg", "unaryMinus()"),
            Map.entry("T", "t()"),
            Map.entry("transpose", "t()"),
            Map.entry("view", "reshape(…)"),
            Map.entry("numpy", "toFloatArray()"),
            Map.entry("tolist", "toFloatArray()"),
            Map.entry("astype", "to(…)"),
            Map.entry("forward", PREDICT),
            Map.entry("call", PREDICT),
            Map.entry("predict", "apply(…)"),
            Map.entry("fit", TRAIN),
            Map.entry("compile", TRAIN),
            Map.entry("append", "add(…)"),
            Map.entry("push", "add(…)"),
            Map.entry("includes", "contains(…)"),
            Map.entry("upper", "toUpperCase()"),
            Map.entry("lower", "toLowerCase()"),
            Map.entry("startswith", "startsWith(…)"),
            Map.entry("items", "entrySet()"),
            Map.entry("keys", "keySet()"));

    private Synonyms() {}

    /**
     * @param before the text up to the name, which ends with a dot
     * @param members what the value before the dot has: a field's name, a method's with {@code (} or {@code ()} behind it
     */
    static Optional<String> hint(Complaint.Unknown unknown, String before, List<String> members) {
        if (unknown.kind().equals("class")) {
            return Optional.empty();
        }
        var receiver = RECEIVER.matcher(before);
        var named = receiver.matches() && !receiver.group(1).isEmpty() ? receiver.group(1) + "." : "";
        return method(unknown, members)
                .or(() -> Optional.ofNullable(METHODS.get(unknown.name())).filter(call -> isAmong(members, call)))
                .map(call -> "write " + named + call);
    }

    private static boolean isAmong(List<String> members, String call) {
        var start = call.substring(0, call.indexOf('(') + 1);
        return members.stream().anyMatch(member -> member.startsWith(start));
    }

    /** A method that was written without its parentheses. */
    private static Optional<String> method(Complaint.Unknown unknown, List<String> members) {
        return unknown.kind().equals("variable")
                ? members.stream()
                        .filter(member -> member.startsWith(unknown.name() + "("))
                        .map(member -> member.endsWith(")") ? member : member + "…)")
                        .findFirst()
                : Optional.empty();
    }
}
