package percolate.data.generated;

import java.util.Arrays;
import java.util.List;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.Facts;
import percolate.data.TensorDataset;
import percolate.engine.Array;

/** Numbers as examples. */
final class Made {
    private Made() {}

    /** @throws IllegalArgumentException unless there is one example or more */
    static void count(String who, int n) {
        if (n < 1) {
            throw new IllegalArgumentException(who + ": expected 1 example or more, got " + n);
        }
    }

    static void noise(String who, Number noise) {
        if (!(noise.doubleValue() >= 0) || Double.isInfinite(noise.doubleValue())) {
            throw new IllegalArgumentException(
                    who + ": expected noise of standard deviation 0 or more, got " + noise + "; 0.1 is usual");
        }
    }

    static Tensor tensor(float[] values, int... shape) {
        return new Tensor(Array.of(values, Shape.of(shape)));
    }

    static Tensor tensor(long[] values, int... shape) {
        return new Tensor(Array.of(values, Shape.of(shape)));
    }

    /** Examples of classes. */
    static Dataset labelled(Tensor x, long[] labels, String... classes) {
        return new TensorDataset(
                List.of(x), List.of(tensor(labels, labels.length)), Facts.none().withClasses(Arrays.asList(classes)));
    }
}
