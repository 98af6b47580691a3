package percolate.kernel.cells;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What an exception prints of itself, without the frames below the outermost cell: those are the kernel's. */
final class CellTrace {
    private static final String CELL = "\tat " + CellLoader.NAME + "//";

    private CellTrace() {}

    static String of(Throwable thrown) {
        var all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all, true));
        var shown = new ArrayList<String>();
        var frames = new ArrayList<String>();
        for (var line : all.toString().lines().toList()) {
            if (isFrame(line)) {
                frames.add(line);
            } else {
                shown.addAll(ofCells(frames));
                frames.clear();
                shown.add(line);
            }
        }
        shown.addAll(ofCells(frames));
        return String.join(System.lineSeparator(), shown) + System.lineSeparator();
    }

    private static boolean isFrame(String line) {
        var frame = line.strip();
        return line.startsWith("\t") && (frame.startsWith("at ") || frame.startsWith("... "));
    }

    /** All frames of an exception that has seen no cell, that of a library's thread say. */
    private static List<String> ofCells(List<String> frames) {
        var last = frames.size() - 1;
        while (last >= 0 && !frames.get(last).strip().startsWith(CELL.strip())) {
            last--;
        }
        return last < 0 ? List.copyOf(frames) : List.copyOf(frames.subList(0, last + 1));
    }
}
