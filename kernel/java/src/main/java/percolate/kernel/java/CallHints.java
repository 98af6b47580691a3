package percolate.kernel.java;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Arguments of another type than is wanted: what our functions take, and which of them make what is wanted. */
final class CallHints {
    private static final Pattern CONVERTED =
            Pattern.compile("incompatible types: (?<got>.+) cannot be converted to (?<wanted>\\w+)(?:<.*>)?");
    private static final Pattern NAME_IN_QUOTES = Pattern.compile("(?s)\"(\\w+)\".*");
    private static final int MOST = 4;
    private final ImportedFunctions functions;

    CallHints(ImportedFunctions functions) {
        this.functions = functions;
    }

    Optional<String> hint(Complaint complaint) {
        var types = CONVERTED.matcher(complaint.words());
        return types.matches()
                ? Stream.<Optional<String>>of(inQuotes(complaint, types), taken(complaint), made(types.group("wanted")))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /** {@code loss("mse")}. */
    private Optional<String> inQuotes(Complaint complaint, Matcher types) {
        var text = NAME_IN_QUOTES.matcher(complaint.after());
        return types.group("got").equals("String") && text.matches()
                ? functions.makers(types.group("wanted")).stream()
                        .filter(method -> method.getName().equals(text.group(1)))
                        .min(Comparator.comparingInt(Method::getParameterCount))
                        .map(method ->
                                "write " + example(method, types.group("wanted")) + " for \"" + method.getName() + "\"")
                : Optional.empty();
    }

    /** What the function takes whose argument stands at the place. */
    private Optional<String> taken(Complaint complaint) {
        var text = complaint.before() + complaint.after();
        var at = complaint.before().length();
        var masked = Masked.of(text, at);
        return masked.callAround(at)
                .map(Masked.Call::method)
                .or(() -> masked.nameAt(at).filter(name -> name.start() == at))
                .filter(name -> !text.substring(0, name.start()).stripTrailing().endsWith("."))
                .map(name -> functions.named(name.text()))
                .filter(methods -> !methods.isEmpty())
                .map(methods -> methods.get(0).getName() + " takes "
                        + methods.stream()
                                .sorted(Comparator.comparingInt(Method::getParameterCount)
                                        .thenComparing(CallHints::parameters))
                                .map(CallHints::parameters)
                                .distinct()
                                .limit(MOST)
                                .collect(Collectors.joining(" or ")));
    }

    private static String parameters(Method method) {
        return Stream.of(method.getParameters()).map(CallHints::parameter).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String parameter(Parameter parameter) {
        var type = parameter.getType().getSimpleName();
        return parameter.isNamePresent() ? type + " " + parameter.getName() : type;
    }

    private Optional<String> made(String wanted) {
        var makers = functions.makers(wanted).stream()
                .filter(method -> !method.getReturnType().getName().startsWith("java."))
                .map(CallHints::call)
                .distinct()
                .sorted()
                .toList();
        return makers.isEmpty()
                ? Optional.empty()
                : Optional.of("such a " + wanted + " is made by "
                        + makers.stream().limit(MOST).collect(Collectors.joining(" or "))
                        + (makers.size() > MOST ? " and others" : ""));
    }

    /** A lone number that an optimizer takes is its rate, which has a value that mostly does. */
    private static String example(Method method, String wanted) {
        return wanted.equals("Optimizer") && List.of(method.getParameterTypes()).equals(List.of(Number.class))
                ? method.getName() + "(0.001)"
                : call(method);
    }

    private static String call(Method method) {
        return method.getName() + (method.getParameterCount() == 0 ? "()" : "(…)");
    }
}
