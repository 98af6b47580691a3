package percolate.kernel.java;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jshell.Snippet;
import percolate.kernel.language.Cell;

/** Which stretch of which cell each snippet came from; gives snippets the names that JShell writes into traces. */
final class Origins {
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Origin current = new Origin(new Cell(0, ""), 0);

    /** A snippet's start in its cell. */
    record Origin(Cell cell, int offset) {
        Cell.Place place(long offsetInSnippet) {
            return cell.place(offset + (int) offsetInSnippet);
        }

        /** The cell's line of a snippet's line, both from 1. */
        int line(int lineInSnippet) {
            return cell.lineAt(Math.max(0, offset)) + lineInSnippet - 1;
        }
    }

    void compiling(Cell cell, int offset) {
        current = new Origin(cell, offset);
    }

    /** JShell asks for the name of each new snippet here. */
    String nextName() {
        var name = String.valueOf(count.incrementAndGet());
        origins.put(name, current);
        return name;
    }

    Origin of(Snippet snippet) {
        return of(snippet.id());
    }

    Origin of(String name) {
        return origins.getOrDefault(name, current);
    }
}
