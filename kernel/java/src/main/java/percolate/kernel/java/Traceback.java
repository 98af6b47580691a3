package percolate.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Frames;

/** Writes an exception of a cell: its message, then the places in cells it passed through, then its causes. */
final class Traceback {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+?[.$]");
    private final Origins origins;

    Traceback(Origins origins) {
        this.origins = origins;
    }

    Failure failure(EvalException thrown) {
        var lines = new ArrayList<>(List.of(title(thrown)));
        lines.addAll(frames(thrown));
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            lines.add("Caused by: " + (cause instanceof EvalException user ? title(user) : cause.getMessage()));
            lines.addAll(frames(cause));
        }
        return new Failure(name(thrown), message(thrown), lines);
    }

    /** The innermost place of a cell that an exception passed through, or an empty text. */
    String place(Throwable thrown) {
        return frames(thrown).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("at cell "))
                .findFirst()
                .orElse("");
    }

    /** The cells' frames, each with the library call it was in; what lies between is left out. */
    List<String> frames(Throwable thrown) {
        var trace = thrown.getStackTrace();
        var lines = new ArrayList<String>();
        for (var i = 0; i < trace.length; i++) {
            if (isCell(trace[i])) {
                lines.add("    " + describe(trace[i]));
            } else if (i + 1 < trace.length && isCell(trace[i + 1]) && !isMachinery(trace[i])) {
                lines.add("    at " + trace[i]);
            }
        }
        return Frames.shortened(lines);
    }

    private String describe(StackTraceElement frame) {
        var origin = origins.of(frame.getFileName().substring(1));
        var line = origin.line(frame.getLineNumber());
        var function = function(frame);
        return "at cell " + origin.cell().number() + ", line " + line
                + (function.isEmpty() ? "" : ", in " + function)
                + ":  " + origin.cell().line(line).strip();
    }

    /** {@code area} of the class {@code Shape} is {@code Shape.area}; code outside any method has no name. */
    private static String function(StackTraceElement frame) {
        var type = frame.getClassName();
        var method = frame.getMethodName();
        if (method.startsWith("lambda$")) {
            return "a lambda";
        } else if (method.equals("do_it$")) {
            return "";
        } else if (type.isEmpty()) {
            return method;
        }
        return method.equals("<init>") ? "new " + type : type + "." + method;
    }

    private static boolean isCell(StackTraceElement frame) {
        return frame.getFileName() != null && frame.getFileName().startsWith("#");
    }

    private static boolean isMachinery(StackTraceElement frame) {
        return frame.getClassName().startsWith(Traceback.class.getPackageName() + ".")
                || frame.getClassName().startsWith("jdk.internal.")
                || frame.getClassName().startsWith("java.lang.reflect.");
    }

    private static String title(EvalException thrown) {
        var message = message(thrown);
        return message.isEmpty() ? name(thrown) : name(thrown) + ": " + message;
    }

    private static String name(EvalException thrown) {
        var full = thrown.getExceptionClassName();
        return full.substring(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1);
    }

    private static String message(EvalException thrown) {
        return WRAPPER.matcher(Objects.requireNonNullElse(thrown.getMessage(), ""))
                .replaceAll("");
    }
}
