package percolate.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import percolate.kernel.api.Magics;
import percolate.kernel.cells.Checkpoint;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Frames;

/**
 * Writes an exception of a cell: its message, then the places in cells that it passed through, each with the library's
 * method that was called there, then its causes, and what can be done about it. Plain text, which reads on any ground.
 */
final class Traceback {
    private static final int MOST_OF_LIBRARIES = 5;
    private final Origins origins;

    Traceback(Origins origins) {
        this.origins = origins;
    }

    Failure failure(Thrown thrown) {
        return new Failure(thrown.name(), thrown.message(), lines(thrown));
    }

    /** All that there is to show. */
    List<String> lines(Thrown thrown) {
        var lines = new ArrayList<>(List.of(thrown.title()));
        var frames = frames(thrown.frames());
        lines.addAll(frames.isEmpty() ? ofLibraries(thrown.frames()) : frames);
        for (var cause = thrown.cause(); cause.isPresent(); cause = cause.get().cause()) {
            lines.add("Caused by: " + cause.get().title());
            var own = frames(cause.get().frames());
            lines.addAll(withoutShared(own, frames));
            frames = own;
        }
        ThrownHints.hint(thrown).ifPresent(hint -> lines.add("    hint: " + hint));
        return lines;
    }

    /** A cause went through the same cells as what it caused, up to where that was thrown. */
    private static List<String> withoutShared(List<String> lines, List<String> outer) {
        var end = lines.size();
        for (var other = outer.size();
                end > 0 && other > 0 && lines.get(end - 1).equals(outer.get(other - 1));
                other--) {
            end--;
        }
        return lines.subList(0, end);
    }

    private static List<String> ofLibraries(List<StackTraceElement> trace) {
        return trace.stream()
                .filter(frame -> !isMachinery(frame))
                .limit(MOST_OF_LIBRARIES)
                .map(frame -> "    at " + frame.getClassName() + "." + frame.getMethodName())
                .toList();
    }

    /** The innermost place of a cell that an exception passed through, or an empty text. */
    String place(List<StackTraceElement> trace) {
        return frames(trace).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("at cell "))
                .findFirst()
                .orElse("");
    }

    /** The cells' frames, each followed by the library call it was in; what lies between is left out. */
    List<String> frames(List<StackTraceElement> trace) {
        var lines = new ArrayList<String>();
        for (var i = 0; i < trace.size(); i++) {
            if (isCell(trace.get(i)) && !isWrapped(trace, i) && !isMeasured(trace, i)) {
                lines.add("    " + describe(trace.get(i)));
                if (i > 0 && !isCell(trace.get(i - 1)) && !isMachinery(trace.get(i - 1))) {
                    lines.add("        inside " + trace.get(i - 1).getClassName() + "."
                            + trace.get(i - 1).getMethodName());
                }
            }
        }
        return Frames.shortened(lines);
    }

    /** JShell computes a variable's first value in a method of its own, which the next frame only calls. */
    private static boolean isWrapped(List<StackTraceElement> trace, int at) {
        return at > 0
                && Set.of("", "do_it$").contains(trace.get(at).getMethodName())
                && trace.get(at - 1).getMethodName().equals("do_it$Aux");
    }

    /** The line that hands the code of {@code %timeit} over, which nobody has written. */
    private static boolean isMeasured(List<StackTraceElement> trace, int at) {
        return at > 0
                && trace.get(at - 1).getClassName().equals(Magics.class.getName())
                && trace.get(at - 1).getMethodName().equals("timed");
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
        } else if (method.startsWith("do_it$")) {
            return "";
        } else if (type.isEmpty()) {
            return method;
        }
        return switch (method) {
            case "<init>" -> "new " + type;
            case "<clinit>" -> "a static field of " + type;
            default -> type + "." + method;
        };
    }

    private static boolean isCell(StackTraceElement frame) {
        return frame.getFileName() != null && frame.getFileName().startsWith("#");
    }

    private static boolean isMachinery(StackTraceElement frame) {
        return frame.getClassName().startsWith(Traceback.class.getPackageName() + ".")
                || frame.getClassName().startsWith(Checkpoint.class.getPackageName() + ".")
                || frame.getClassName().startsWith("jdk.internal.")
                || frame.getClassName().startsWith("java.lang.reflect.");
    }
}
