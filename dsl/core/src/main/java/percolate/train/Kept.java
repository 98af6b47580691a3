package percolate.train;

import java.util.List;
import percolate.engine.Array;

/** Arrays as they were, to be put back where what changes them fails. */
record Kept(List<Array> arrays, List<Array> copies) {
    static Kept of(List<Array> arrays) {
        return new Kept(arrays, arrays.stream().map(Array::copy).toList());
    }

    void putBack() {
        for (int i = 0; i < copies.size(); i++) {
            arrays.get(i).assign(copies.get(i));
        }
    }
}
