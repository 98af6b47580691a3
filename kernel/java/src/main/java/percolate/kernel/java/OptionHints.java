package percolate.kernel.java;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Options that are written among the arguments, as in Python, and that our parts take as methods behind the call. */
final class OptionHints {
    private static final Pattern TEXT = Pattern.compile("(?s)(\\w+)\\(([^()\"]*?)\\s*,?\\s*\"(\\w+)\"\\s*\\).*");
    private static final Pattern VALUE = Pattern.compile("\"(\\w+)\"\\s*\\)");
    private static final Pattern CALL = Pattern.compile("(?s)(?:.*\\W)?(\\w+)\\(([^()]*?)\\s*,?\\s*$");
    private static final Pattern NAMED = Pattern.compile("(?s)(\\w+)\\s*=(?!=)\\s*(\"?)([\\w.]+)\\2.*");
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
        return option(call.group(1), value, 0)
                .map(name -> WITHOUT + call(call, name + "()"))
                .or(() -> option(call.group(1), argument.group(1), 1)
                        .map(name -> WITHOUT + call(call, name + "(" + value + ")")))
                .or(() -> functions.named(call.group(1)).isEmpty()
                        ? Optional.empty()
                        : Optional.of(WITHOUT + "the values alone, in the order in which " + call.group(1)
                                + "(…) takes them; Shift+Tab shows it"));
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
