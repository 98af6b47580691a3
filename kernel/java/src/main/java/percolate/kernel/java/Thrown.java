package percolate.kernel.java;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;

/**
 * An exception as a traceback needs it: without the machinery's words, and its frames in cells as JShell writes them,
 * with {@code #} and the snippet's name for a file.
 *
 * @param type the class's full name
 * @param message may be empty
 */
record Thrown(String type, String message, List<StackTraceElement> frames, Optional<Thrown> cause) {
    private static final Pattern LOADERS = Pattern.compile(
            " \\([^()]* (?:is|are) in (?:unnamed )?module .*\\)$|(?<=\\w) in java\\.library\\.path: .*$");
    private static final Pattern THREAD = Pattern.compile("^Exception (?=\\S)|(?:^| )\\[in thread \"[^\"]*\"\\]");
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<=[\" ])(?:class )?(?:[a-z][a-z0-9]*\\.)+(?=[A-Z]\\w*)");
    private static final Set<String> NAMING =
            Set.of("NullPointerException", "ClassCastException", "ArrayStoreException", "ExceptionInInitializerError");

    /** An exception that JShell has translated. */
    static Thrown of(EvalException thrown) {
        var cause = thrown.getCause();
        return new Thrown(
                thrown.getExceptionClassName(),
                message(thrown.getExceptionClassName(), thrown.getMessage()),
                List.of(thrown.getStackTrace()),
                cause instanceof EvalException user
                        ? Optional.of(of(user))
                        : Optional.ofNullable(cause).map(other -> of(other, frames -> frames)));
    }

    /** @param translate gives frames the form in which JShell writes them */
    static Thrown of(Throwable thrown, Function<StackTraceElement[], StackTraceElement[]> translate) {
        return of(thrown, translate, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Thrown of(
            Throwable thrown, Function<StackTraceElement[], StackTraceElement[]> translate, Set<Throwable> seen) {
        seen.add(thrown);
        var type = thrown.getClass().getName();
        return new Thrown(
                type,
                message(type, thrown.getMessage()),
                List.of(translate.apply(thrown.getStackTrace())),
                Optional.ofNullable(thrown.getCause())
                        .filter(cause -> !seen.contains(cause))
                        .map(cause -> of(cause, translate, seen)));
    }

    /** The name without package and outer classes. */
    String name() {
        return simple(type);
    }

    String title() {
        return message.isEmpty() ? name() : name() + ": " + message;
    }

    /** Whether this or one of its causes is of this class. */
    boolean involves(String simpleName) {
        return name().equals(simpleName)
                || cause.filter(one -> one.involves(simpleName)).isPresent();
    }

    private static String simple(String type) {
        var plain = WrittenNames.of(type);
        return plain.substring(Math.max(plain.lastIndexOf('.'), plain.lastIndexOf('$')) + 1);
    }

    private static String message(String type, String message) {
        var own = WrittenNames.of(Objects.requireNonNullElse(message, ""));
        var plain = THREAD.matcher(LOADERS.matcher(own).replaceFirst("")).replaceAll("");
        return NAMING.contains(simple(type))
                ? QUALIFIED
                        .matcher(" " + plain)
                        .replaceAll("")
                        .replace(" class ", " ")
                        .strip()
                : plain;
    }
}
