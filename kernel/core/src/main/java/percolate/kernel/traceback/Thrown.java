package percolate.kernel.traceback;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import percolate.kernel.language.CellFrames;

/**
 * An exception as a traceback needs it, without the machinery's words.
 *
 * @param type the class's full name
 * @param name the class's name as its author wrote it, without package and outer classes
 * @param message may be empty
 */
public record Thrown(String type, String name, String message, List<StackTraceElement> frames, Optional<Thrown> cause) {
    private static final Pattern LOADERS = Pattern.compile(
            " \\([^()]* (?:is|are) in (?:unnamed )?module .*\\)$|(?<=\\w) in java\\.library\\.path: .*$");
    private static final Pattern THREAD = Pattern.compile("^Exception (?=\\S)|(?:^| )\\[in thread \"[^\"]*\"\\]");
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<=[\" ])(?:class )?(?:[a-z][a-z0-9]*\\.)+(?=[A-Z]\\w*)");
    private static final Set<String> NAMING =
            Set.of("NullPointerException", "ClassCastException", "ArrayStoreException", "ExceptionInInitializerError");

    public Thrown {
        frames = List.copyOf(frames);
    }

    /** @param message as the exception says it, null if it says nothing */
    public static Thrown of(
            String type, String message, List<StackTraceElement> frames, Optional<Thrown> cause, CellFrames cells) {
        var name = simple(cells.plain(type));
        return new Thrown(type, name, plain(name, cells.plain(Objects.requireNonNullElse(message, ""))), frames, cause);
    }

    public static Thrown of(Throwable thrown, CellFrames cells) {
        return of(thrown, cells, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Thrown of(Throwable thrown, CellFrames cells, Set<Throwable> seen) {
        seen.add(thrown);
        var frames = List.of(cells.translated(thrown.getStackTrace()));
        var cause = Optional.ofNullable(thrown.getCause())
                .filter(next -> !seen.contains(next))
                .map(next -> of(next, cells, seen));
        return of(thrown.getClass().getName(), said(thrown), frames, cause, cells);
    }

    /** What it says; an exception whose words fail has none. */
    private static String said(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            return "";
        }
    }

    String title() {
        return message.isEmpty() ? name : name + ": " + message;
    }

    /** Whether what this caused ends with its very words. */
    boolean isSaidBy(Thrown above) {
        return message.isEmpty() ? above.message.endsWith(type) : above.message.endsWith(message);
    }

    /** Whether this or one of its causes is of this class. */
    boolean involves(String simpleName) {
        return name.equals(simpleName)
                || cause.filter(one -> one.involves(simpleName)).isPresent();
    }

    /** A class within a method has a number before its name. */
    private static String simple(String type) {
        var last = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return last.replaceFirst("^\\d+(?=\\D)", "");
    }

    private static String plain(String name, String message) {
        var plain = THREAD.matcher(LOADERS.matcher(message).replaceFirst("")).replaceAll("");
        return NAMING.contains(name)
                ? QUALIFIED
                        .matcher(" " + plain)
                        .replaceAll("")
                        .replace(" class ", " ")
                        .strip()
                : plain;
    }
}
