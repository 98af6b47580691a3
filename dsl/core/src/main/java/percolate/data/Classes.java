package percolate.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import percolate.DType;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/** Data whose targets are labels. */
public final class Classes {
    private Classes() {}

    /**
     * The label of each example.
     *
     * @throws IllegalArgumentException if targets are not labels
     */
    public static long[] labels(String who, Dataset data) {
        var y = data.targets().isEmpty() ? null : data.y();
        if (y == null || y.shape().rank() != 1 || y.dtype() != DType.int64) {
            throw new IllegalArgumentException(who + ": expected labels, int64 [examples], as targets, got "
                    + (y == null ? "none" : y.dtype() + " " + y.shape())
                    + "; write dataset(x, y.flatten().to(int64)) where they are whole numbers");
        }
        return y.toLongArray();
    }

    /** The examples of some classes, numbered anew. */
    public static Dataset of(Dataset data, int... classes) {
        var labels = labels("ofClass", data);
        for (int c : classes) {
            if (Arrays.stream(labels).noneMatch(l -> l == c)) {
                throw new IllegalArgumentException("ofClass: expected classes that there are, "
                        + Arrays.toString(
                                Arrays.stream(labels).distinct().sorted().toArray()) + ", got " + c);
            }
        }
        var chosen = Arrays.stream(classes).boxed().toList();
        var kept = IntStream.range(0, labels.length)
                .filter(i -> chosen.contains((int) labels[i]))
                .mapToLong(i -> i)
                .toArray();
        var names = data.classes().isEmpty()
                ? List.<String>of()
                : chosen.stream().map(data.classes()::get).toList();
        return relabelled(data.rows(kept), chosen, names);
    }

    private static Dataset relabelled(Dataset data, List<Integer> chosen, List<String> names) {
        var numbers = Arrays.stream(data.y().toLongArray())
                .map(label -> chosen.indexOf((int) label))
                .toArray();
        var targets = new ArrayList<>(data.targets());
        targets.set(
                0,
                new Tensor(Array.of(numbers, Shape.of(numbers.length)))
                        .to(data.x().device()));
        return new TensorDataset(data.inputs(), targets, data.facts().withClasses(names), data.weights());
    }

    /** Labels as vectors. */
    public static Dataset oneHot(Dataset data) {
        var labels = labels("oneHot", data);
        int most = (int) Arrays.stream(labels).max().orElse(0) + 1;
        return data.mapY(y -> y.oneHot(Math.max(most, data.classes().size())));
    }
}
