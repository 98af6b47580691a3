package percolate.kernel.java;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Options that are written among the arguments, as in Python, and that our parts take as methods behind the call. */
final class OptionHints {
    private static final Pattern TEXT = Pattern.compile("(?s)(\\w+)\\(([^()\"]*?)\\s*,?\\s*\"(\\w+)\"\\s*\\).*");
    private static final Pattern VALUE = Pattern.compile("\"(\\w+)\"\\s*\\)");
    private static final Pattern CALL = Pattern.compile("(?s)(?:.*\\W)?(\\w+)\\(([^()]*?)\\s*,?\\s*$");
    private static final Pattern NAMED = Pattern.compile("(?s)(\\w+)\\s*=(?!=)\\s*(\"?)([\\w.]+)\\2.*");
    private static final Pattern GIVEN = Pattern.compile(
            "^cannot find method \\w+\\((\\w+)(?:,\\w+)?\\)$|^method \\w+ in .*, found: (?:\\w+,)?(\\w+), reason");
    private static final Pattern FUNCTION =
            Pattern.compile("(\\w+)\\(([^(),]*(?:\\([^()]*\\))?[^(),]*)((?:,[^()]*(?:\\([^()]*\\))?[^()]*)?)\\)");
    private static final String WITHOUT = "Java has no named arguments: write ";
    private final ImportedFunctions functions;

    OptionHints(ImportedFunctions functions) {
        this.functions = functions;
    }

    Optional<String> hint(Complaint complaint) {
        return complaint.unknown() == null ? text(complaint) : named(complaint);
    }

    /** {@code dense(8, "relu")}. */
    private Optional<String> text(Complaint complaint) {
        var call = CALL.matcher(complaint.before());
        var text = VALUE.matcher(complaint.after());
        if (call.matches() && text.lookingAt()) { // the compiler complains of the argument
            return option(call.group(1), text.group(1), 0).map(name -> "write " + call(call, name + "()"));
        }
        var whole = TEXT.matcher(complaint.after());
        return whole.matches()
                ? option(whole.group(1), whole.group(3), 0).map(name -> "write " + call(whole, name + "()"))
                : Optional.empty();
    }

    /** {@code dense(8, activation = "relu")}, of which the compiler takes the name for a variable. */
    private Optional<String> named(Complaint complaint) {
        var call = CALL.matcher(complaint.before());
        var argument = NAMED.matcher(complaint.after());
        if (!complaint.unknown().kind().equals("variable") || !call.matches() || !argument.matches()) {
            return Optional.empty();
        }
        var value = argument.group(3);
        return option(call.group(1), value.equals("true") ? argument.group(1) : value, 0)
                .map(name -> WITHOUT + call(call, name + "()"))
                .or(() -> option(call.group(1), argument.group(1), 1)
                        .map(name -> WITHOUT + call(call, name + "(" + value + ")")))
                .or(() -> Optional.of(WITHOUT + "the value alone" + order(call.group(1))));
    }

    private String order(String function) {
        return functions.named(function).isEmpty()
                ? ""
                : ", in its place; Shift+Tab shows what " + function + "(…) takes";
    }

    /** {@code exp(x)}, where {@code x.exp()} is meant, and {@code crossEntropy(p, y)} for {@code crossEntropy().of(p, y)}. */
    Optional<String> method(Complaint complaint) {
        var given = GIVEN.matcher(complaint.words());
        var call = FUNCTION.matcher(complaint.after());
        if (!given.find() || !call.lookingAt()) {
            return Optional.empty();
        }
        var name = call.group(1);
        var made = option(name, "of", 2)
                .map(of -> "write " + name + "()." + of + "(" + call.group(2) + call.group(3) + ")");
        return call.group(3).isEmpty()
                ? member(name, given.group(1) == null ? given.group(2) : given.group(1), call.group(2))
                : made;
    }

    private Optional<String> member(String name, String type, String argument) {
        return functions.made(type).stream()
                .flatMap(its -> Stream.of(its.getMethods()))
                .filter(method -> method.getName().equals(name) && method.getParameterCount() < 2)
                .map(method -> method.getParameterCount() == 0 || method.isVarArgs() ? "()" : "(…)")
                .sorted(Comparator.reverseOrder())
                .findFirst()
                .map(brackets -> "write " + argument + "." + name + brackets);
    }

    /** The names of the methods that values of a type have. */
    Collection<String> members(String simpleType) {
        return functions.made(String.valueOf(simpleType)).stream()
                .flatMap(type -> Stream.of(type.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static String call(Matcher call, String option) {
        return call.group(1) + "(" + call.group(2) + ")." + option;
    }

    /** The option of that name that what a function makes can be given. */
    private Optional<String> option(String function, String name, int parameters) {
        return functions.named(function).stream()
                .map(Method::getReturnType)
                .distinct()
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .map(Method::getName)
                .findFirst();
    }
}
