package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The rows of a table that may be long. */
final class Rows {
    private Rows() {}

    /** The numbers of the rows that are shown. */
    static IntStream shown(int count, int head, int tail) {
        return count <= head + tail + 1
                ? IntStream.range(0, count)
                : IntStream.concat(IntStream.range(0, head), IntStream.range(count - tail, count));
    }

    /** Rows that are made one by one: all of a few, of many the first and the last ones with a row of dots between. */
    static List<List<String>> ends(int count, int head, int tail, IntFunction<List<String>> row) {
        if (count <= head + tail + 1) {
            return IntStream.range(0, count).mapToObj(row).toList();
        }
        var rows = new ArrayList<List<String>>();
        IntStream.range(0, head).mapToObj(row).forEach(rows::add);
        rows.add(Collections.nCopies(rows.get(0).size(), "…"));
        IntStream.range(count - tail, count).mapToObj(row).forEach(rows::add);
        return rows;
    }
}
