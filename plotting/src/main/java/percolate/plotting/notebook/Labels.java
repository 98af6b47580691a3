package percolate.plotting.notebook;

import java.util.List;
import java.util.stream.IntStream;
import percolate.Tensor;
import percolate.plotting.chart.Digits;

/** Targets as words. */
final class Labels {
    private Labels() {}

    /** Whether targets are class labels: one whole number per example. */
    static boolean areIn(Tensor y) {
        return y.shape().rank() == 1 && !y.dtype().isFloating();
    }

    /** The first {@code count} targets, where each is a single number; else nothing. */
    static List<String> texts(Tensor y, int count) {
        if (y.shape().rank() == 0 || y.shape().elementCount() != y.shape().get(0)) {
            return List.of();
        }
        if (y.dtype().isFloating()) {
            var values = y.toFloatArray();
            return IntStream.range(0, count)
                    .mapToObj(at -> Digits.of(values[at]))
                    .toList();
        }
        var values = y.toLongArray();
        return IntStream.range(0, count)
                .mapToObj(at -> String.valueOf(values[at]))
                .toList();
    }

    /** The name of a class, its number where it has none. */
    static String name(List<String> classes, int label) {
        return label < classes.size() ? classes.get(label) : String.valueOf(label);
    }
}
