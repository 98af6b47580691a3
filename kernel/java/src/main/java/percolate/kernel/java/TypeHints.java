package percolate.kernel.java;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import percolate.kernel.traceback.HintTable;

/** What to do about types that do not fit, and about Java's rules that learners meet first. */
final class TypeHints {
    private static final HintTable WORDS = new HintTable(List.of(
            entry(".*String cannot be converted to (?:int|Integer)", "Integer.parseInt(text) makes a number of a text"),
            entry(
                    ".*String cannot be converted to (?:double|Double|float|Float)",
                    "Double.parseDouble(text) makes a number of a text"),
            entry(".*String cannot be converted to char", "one letter stands in single quotes, as in 'a'"),
            entry(
                    ".*(?:int|double|float|long) cannot be converted to (?:boolean|Boolean)",
                    "a boolean is true or false; a comparison gives one, as in n != 0"),
            entry(
                    ".*Tensor cannot be converted to (?:int|Integer)",
                    "a tensor of one element gives its number with .toInt(), a fraction cut off"),
            entry(
                    ".*Tensor cannot be converted to boolean",
                    "a condition is one true or false: take a number out, as in x.item() > 0"),
            entry(
                    ".*Tensor cannot be converted to (?:float|double|Float|Double|Number)",
                    "a tensor of one element gives its number with .item()"),
            entry(
                    ".*(?:int|double|float|long|boolean|char) cannot be converted to String",
                    "String.valueOf(x) makes a text of a number"),
            entry(
                    ".*lossy conversion from double to float",
                    "a float is written with an f, as in 0.1f; else write (float) in front"),
            entry(
                    ".*lossy conversion from (?:double|float) to (?:int|long)",
                    "(int) in front cuts the fraction off, Math.round(…) rounds, and a double keeps it"),
            entry(
                    ".*lossy conversion from (\\w+) to (\\w+)",
                    "write ($2) in front if the value surely fits, or make the variable $1"),
            entry(
                    "no suitable method found for tensor\\((?:\\w*List<){2}.*",
                    "rows are arrays, as in tensor(new double[][] {{1, 2}, {3, 4}})"),
            entry(
                    "no suitable method found for sequential\\((?!Node\\b)[^()]*\\bNode\\b.*",
                    "input(…) stands first, as in sequential(input(3), dense(4))"),
            entry(".*Object cannot be converted to (.+)", "write ($1) in front if you know that it is one"),
            entry(
                    ".*Optional<.+> cannot be converted to .*",
                    "an Optional gives its value with .orElseThrow() or .orElse(…)"),
            entry(".*missing return value", "write the value behind return; outside of a method leave return out"),
            entry(
                    ".*unexpected return value",
                    "a void method returns nothing: write the type of the result instead of void"),
            entry(
                    ".*incompatible parameter types in lambda expression",
                    "the lambda has more or fewer parameters than the type on the left takes"),
            entry(
                    "bad operand types for binary operator '[=!]=', first type: String.*",
                    "compare texts with a.equals(b), and numbers after Integer.parseInt(text)"),
            entry(
                    "bad operand types for binary operator '[-*/]', first type: String.*",
                    "texts can only be joined, with +"),
            entry("array required, but (?:\\w*List)(?:<.*>)? found", "a list gives its elements with .get(0)"),
            entry("array required, but Map<.*> found", "a map gives its values with .get(key)"),
            entry("array required, but Shape found", "a shape gives its sizes with .get(0)"),
            entry(
                    "array required, but Dataset found|cannot find method get\\(.*Dataset",
                    "x() holds all examples of a data set, x().get(0) the first one, and batches(32) gives them in batches"),
            entry(
                    "for-each not applicable to expression type.*found: Tensor",
                    "unstack(0) gives the parts of a tensor one by one"),
            entry(
                    "for-each not applicable to expression type.*found: Dataset",
                    "batches(32) gives a data set's examples in batches"),
            entry(
                    ".* is not abstract and does not override abstract method .+ in Layer",
                    "a layer of your own extends Custom, and says public Tensor forward(Tensor x)"),
            entry("array required, but Tensor found", "a tensor gives its elements with .get(0)"),
            entry("array required, but String found", "a text gives its letters with .charAt(0)"),
            entry(
                    "for-each not applicable to expression type.*found: (?:int|long)",
                    "count with for (int i = 0; i < n; i++)"),
            entry("non-static variable this .*", "there is no this outside of a class"),
            entry(
                    "non-static (?:method|variable) (.+) cannot be referenced from a static context",
                    "make an object with new first: $1 belongs to objects, not to the class"),
            entry(
                    "unreported exception (\\w+); .*",
                    "write throws $1 behind the method's parentheses, or put it in try { … } catch ($1 e) { … }"),
            entry(
                    ".* is not abstract and does not override abstract method (.+) in (.+)",
                    "$2 asks for this method: write public … $1 { … } into the class"),
            entry(
                    "(.+) has private access in (.+)",
                    "private is seen only inside $2; leave private out, or add a method that returns it"),
            entry(
                    "variable (.+) is already defined in .*",
                    "to give it another value leave the type out, as in $1 = …;"),
            entry(
                    "variable (.+) might not have been initialized",
                    "give it a first value where it is declared, as in $1 = 0"),
            entry(
                    "cannot infer type for local variable .*(?:lambda|method reference).*",
                    "write the type instead of var, for example Function<Integer, Integer> f = x -> x + 1;"),
            entry(
                    "cannot infer type for local variable .*",
                    "var takes the type from the value: give one, or write the type instead of var"),
            entry(
                    "integer number too large.*",
                    "an int ends at 2147483647: write the number with an L behind it, and long for int"),
            entry(".* is abstract; cannot be instantiated", "make an object of a class that extends it"),
            entry(
                    "package (.+) does not exist",
                    "check its spelling, or add the library that has it with %maven group:artifact:version"),
            entry("missing return statement", "every way through the method has to end with return: write one here"),
            entry(
                    "unreachable statement",
                    "nothing runs behind return, break, continue or throw: move it up, or delete it"),
            entry("the switch (?:expression|statement) does not cover .*", "add a line default -> …"),
            entry("cannot assign a value to final variable .*", "leave final out if it has to change"),
            entry(
                    "local variables referenced from .* must be final .*",
                    "a lambda may only use variables that never change: copy it first, as in int k = i;"),
            entry(".* attempting to assign weaker access privileges; .*", "write public in front of the method")));
    private static final Map<String, String> BOXES = Map.of(
            "int",
            "Integer",
            "double",
            "Double",
            "float",
            "Float",
            "long",
            "Long",
            "boolean",
            "Boolean",
            "char",
            "Character",
            "byte",
            "Byte",
            "short",
            "Short");
    private static final Pattern PRIMITIVE = Pattern.compile("unexpected type, required: reference, found: (\\w+)");

    private TypeHints() {}

    static Optional<String> hint(Complaint complaint) {
        return List.of(
                        assignment(complaint),
                        primitive(complaint),
                        WORDS.hint(complaint.words()),
                        typeArguments(complaint))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> typeArguments(Complaint complaint) {
        return complaint.words().matches(".* cannot be converted to (\\w+)<.+>.*")
                        && complaint.place().lineText().contains("<")
                ? Optional.of("what stands between < and > has to be the same on both sides")
                : Optional.empty();
    }

    private static Optional<String> assignment(Complaint complaint) {
        return complaint.words().endsWith("cannot be converted to boolean")
                        && complaint.after().matches("(?s)=(?!=).*")
                ? Optional.of("= gives a variable a value; == compares")
                : Optional.empty();
    }

    /** {@code List<int>}. */
    private static Optional<String> primitive(Complaint complaint) {
        var found = PRIMITIVE.matcher(complaint.words());
        return found.matches() && BOXES.containsKey(found.group(1))
                ? Optional.of(
                        "between < and > stand classes: write " + BOXES.get(found.group(1)) + " for " + found.group(1))
                : Optional.empty();
    }
}
