package percolate.kernel.api;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Magics as functions, for code that cannot hold a line that starts with a percent sign, and for the kernel itself, which
 * turns {@code List<String> added = %jars lib/*.jar} into a call of {@link #lines}.
 */
public final class Magics {
    private static volatile MagicRunner runner;

    private Magics() {}

    /** Statements to be measured. */
    @FunctionalInterface
    public interface Statements {
        void run() throws Exception;
    }

    /**
     * Runs a line magic: {@code lineMagic("jars", List.of("lib/*.jar"))}.
     *
     * @return its value, of whatever type is asked for; null if it has none
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as IJava's notebooks call it
    public static <T> T lineMagic(String name, List<String> arguments) {
        var words = arguments.stream().map(Magics::quoted).collect(Collectors.joining(" "));
        return (T) connected().line(name + " " + words);
    }

    /** Runs a cell magic; its value is of whatever type is asked for, null if it has none. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as IJava's notebooks call it
    public static <T> T cellMagic(String name, List<String> arguments, String body) {
        return (T) connected().cell(name, arguments, body);
    }

    /** Runs a line magic whose value, if any, is not wanted. */
    public static void line(String magic) {
        connected().line(magic);
    }

    /** Runs a line magic that gives several texts. */
    @SuppressWarnings("unchecked")
    public static List<String> lines(String magic) {
        return (List<String>) connected().line(magic);
    }

    /** Runs a line magic that gives a text. */
    public static String text(String magic) {
        return (String) connected().line(magic);
    }

    /** Measures an expression: the kernel's {@code %timeit}. */
    public static void timed(Callable<?> expression) throws Exception {
        connected().timed(expression);
    }

    /** Measures statements: the kernel's {@code %timeit}. */
    public static void timed(Statements statements) throws Exception {
        connected().timed(() -> {
            statements.run();
            return null;
        });
    }

    /** Connects magics to a session; the kernel calls this once, before the first cell. */
    public static void connect(MagicRunner to) {
        runner = Objects.requireNonNull(to);
    }

    private static MagicRunner connected() {
        var connected = runner;
        if (connected == null) {
            throw new IllegalStateException("magics: expected a notebook, got a plain program; run this in a cell");
        }
        return connected;
    }

    private static String quoted(String argument) {
        return argument.isEmpty() || argument.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\'')
                ? '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : argument;
    }
}
