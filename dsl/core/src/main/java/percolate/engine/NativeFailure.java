package percolate.engine;

import java.util.Locale;

/** The native library refused an operation; the message is its reason without the native call stack. */
public final class NativeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NativeFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The sentence among the many lines of a native error. */
    static String reason(Throwable error) {
        var text = String.valueOf(error.getMessage());
        int at = text.lastIndexOf("RuntimeError: ");
        var tail = at < 0 ? text : text.substring(at + "RuntimeError: ".length());
        var first = tail.lines().filter(line -> !line.isBlank()).findFirst().orElse(text);
        return first.toLowerCase(Locale.ROOT).startsWith("traceback") ? text : first;
    }
}
