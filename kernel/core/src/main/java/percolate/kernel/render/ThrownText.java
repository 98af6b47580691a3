package percolate.kernel.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import percolate.kernel.cells.CellLoader;

/** An exception that is a value: what it says, where in the cells it was made, and its causes. */
final class ThrownText {
    private static final int MOST_FRAMES = 10;

    private ThrownText() {}

    static String of(Throwable thrown) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        var lines = new ArrayList<String>();
        for (var next = thrown; next != null && seen.add(next); next = next.getCause()) {
            lines.add((next == thrown ? "" : "Caused by: ") + title(next));
            lines.addAll(frames(next.getStackTrace()));
        }
        return String.join("\n", lines);
    }

    /** Its words, with the name of its class as the author wrote it. */
    static String title(Throwable thrown) {
        var type = thrown.getClass();
        return Objects.requireNonNullElse(thrown.toString(), type.getName()).replace(type.getName(), Names.of(type));
    }

    /** The cells' frames, a recursion's once; of an exception that saw no cell, the innermost ones. */
    private static List<String> frames(StackTraceElement[] trace) {
        var lines = new ArrayList<String>();
        for (var frame : trace) {
            if (CellLoader.NAME.equals(frame.getClassLoaderName()) && !isCellItself(frame)) {
                add(lines, "    at " + place(frame));
            }
        }
        for (int i = 0; i < trace.length && lines.size() < 3 && !touchesCells(trace); i++) {
            lines.add("    at " + trace[i]);
        }
        return lines.size() <= MOST_FRAMES ? lines : lines.subList(0, MOST_FRAMES);
    }

    private static void add(List<String> lines, String line) {
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(line)) {
            lines.add(line);
        }
    }

    private static boolean touchesCells(StackTraceElement[] trace) {
        for (var frame : trace) {
            if (CellLoader.NAME.equals(frame.getClassLoaderName())) {
                return true;
            }
        }
        return false;
    }

    /** The lines of a cell that stand in no method: every value comes from there. */
    private static boolean isCellItself(StackTraceElement frame) {
        return frame.getMethodName().endsWith("$") || frame.getMethodName().endsWith("init>");
    }

    private static String place(StackTraceElement frame) {
        var type = frame.getClassName();
        var simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        if (frame.getMethodName().startsWith("lambda$")) {
            return "a lambda of a cell";
        }
        return Character.isDigit(simple.charAt(0)) ? frame.getMethodName() : simple + "." + frame.getMethodName();
    }
}
