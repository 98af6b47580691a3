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
            Pattern.compile("bad operand types? (?:\\S+ )?for (?<arity>binary|unary) operator '(?<sign>.+?)'"
                    + "(?:, first type: (?<first>\\w+).*, second type: (?<second>\\w+).*|.*)");
    private static final Pattern LEFT = Pattern.compile("(?s)(?:.*[^\\w.)])??([\\w.]+(?:\\([^()]*\\))?)\\s*$");
    private static final Pattern RIGHT = Pattern.compile("\\s*([\\w.]*\\w(?:\\([^()]*\\))?)");
    private static final String NONE = "Java has no %s for objects: write ";
    /** What a number on the left comes to. */
    private static final Map<String, String> TURNED = Map.of(
            "+",
            ".plus(%s)",
            "-",
            ".unaryMinus().plus(%s)",
            "*",
            ".times(%s)",
            "/",
            ".pow(-1).times(%s)",
            ">",
            ".lt(%s)",
            "<",
            ".gt(%s)",
            ">=",
            ".le(%s)",
            "<=",
            ".ge(%s)");

    private static final Map<String, Collection<String>> METHODS = Map.of(
            "+", List.of("plus", "add"),
            "-", List.of("minus", "subtract"),
            "*", List.of("times", "multiply"),
            "/", List.of("div", "divide"),
            ">", List.of("gt", "compareTo"),
            "<", List.of("lt", "compareTo"),
            ">=", List.of("ge", "compareTo"),
            "<=", List.of("le", "compareTo"));

    private Operators() {}

    /**
     * @param members the names of what an expression has
     * @param ofType the names of what values of a type have, for expressions within lambdas
     */
    static Optional<String> hint(
            Complaint complaint,
            Function<String, Collection<String>> members,
            Function<String, Collection<String>> ofType) {
        var bad = BAD.matcher(complaint.words());
        var left = LEFT.matcher(complaint.before());
        if (!bad.matches() || !bad.group("arity").equals("binary") || !left.matches()) {
            return Optional.empty();
        }
        var sign = bad.group("sign");
        return method(sign, members.apply(complaint.before()))
                .or(() -> method(sign, ofType.apply(bad.group("first"))))
                .map(method -> NONE.formatted(sign) + left.group(1) + "." + method + "(…)")
                .or(() -> turned(sign, left.group(1), complaint.after(), bad.group("second"), ofType));
    }

    private static Optional<String> method(String sign, Collection<String> known) {
        return METHODS.getOrDefault(sign, List.of()).stream()
                .filter(known::contains)
                .findFirst();
    }

    /** {@code 2 * x}: what stands on the right has the method. */
    private static Optional<String> turned(
            String sign, String number, String after, String type, Function<String, Collection<String>> ofType) {
        var right = RIGHT.matcher(after.substring(Math.min(sign.length(), after.length())));
        if (!right.lookingAt() || !TURNED.containsKey(sign)) {
            return Optional.empty();
        }
        var known = ofType.apply(type);
        var call = sign.equals("-") && number.equals("1") && known.contains("oneMinus")
                ? ".oneMinus()"
                : TURNED.get(sign).formatted(number);
        return method(sign, known).map(found -> NONE.formatted(sign) + right.group(1) + call);
    }
}
