package percolate.kernel.java;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jdk.jshell.Snippet;
import percolate.kernel.language.Cell;

/** Which stretch of which cell each snippet came from; gives snippets the names that JShell writes into traces. */
final class Origins {
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Origin current = new Origin(new Cell(0, ""), 0, 0);

    /**
     * A snippet's start in its cell.
     *
     * @param shift how many letters the snippet begins with that the cell does not have
     */
    record Origin(Cell cell, int offset, int shift) {
        /** Where in the cell's text a place of the snippet is. */
        int at(long offsetInSnippet) {
            return offset + Math.max(0, (int) offsetInSnippet - shift);
        }

        Cell.Place place(long offsetInSnippet) {
            return cell.place(at(offsetInSnippet));
        }

        /** The cell's line of a snippet's line, both from 1. */
        int line(int lineInSnippet) {
            return cell.lineAt(offset) + lineInSnippet - 1;
        }
    }

    void compiling(Cell cell, Piece piece) {
        current = new Origin(cell, piece.offset(), piece.shift());
    }

    /** What is compiled is all of a text. */
    void compiling(Cell cell) {
        current = new Origin(cell, 0, 0);
    }

    /** Compiles something as if it stood elsewhere. */
    <T> T as(Origin origin, Supplier<T> work) {
        var before = current;
        current = origin;
        try {
            return work.get();
        } finally {
            current = before;
        }
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
