package percolate.engine;

import java.util.Locale;
import java.util.regex.Pattern;

/** The native library refused an operation; the message is its reason without the native call stack. */
public final class NativeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A function of a layer in a native call stack. */
    private static final Pattern LAYER = Pattern.compile("\\bin layer\\d+_(\\w+)");

    private static final Pattern DEVICES =
            Pattern.compile("same device, but found at least two devices, ([\\w:]+) and ([\\w:]+)");

    NativeFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The sentence among the many lines of a native error, behind the layer in whose function it arose; ours for devices. */
    static String reason(Throwable error) {
        var text = String.valueOf(error.getMessage());
        var layers = LAYER.matcher(text).results().toList();
        if (layers.isEmpty()) {
            return sentence(text);
        }
        var last = layers.get(layers.size() - 1);
        return last.group(1) + ": " + sentence(text);
    }

    private static String sentence(String text) {
        var devices = DEVICES.matcher(text);
        if (devices.find()) {
            return "expected tensors on one device, got " + devices.group(1) + " and " + devices.group(2)
                    + "; move one of them with to(…)";
        }
        int at = text.lastIndexOf("RuntimeError: ");
        var tail = at < 0 ? text : text.substring(at + "RuntimeError: ".length());
        var first = tail.lines().filter(line -> !line.isBlank()).findFirst().orElse(text);
        return first.toLowerCase(Locale.ROOT).startsWith("traceback") ? text : first;
    }
}
