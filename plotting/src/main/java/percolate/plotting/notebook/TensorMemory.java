package percolate.plotting.notebook;

import java.util.List;
import java.util.Locale;
import percolate.Batch;
import percolate.DType;
import percolate.Dataset;
import percolate.Model;
import percolate.Split;
import percolate.Tensor;
import percolate.engine.Native;

/** What {@code %memory} tells of tensors, and how many bytes those hold that a value consists of. */
final class TensorMemory {
    private TensorMemory() {}

    static String told() {
        return String.format(
                Locale.ROOT,
                "%.1f MB in %,d arrays, at most %.1f MB so far",
                Native.liveBytes() / 1e6,
                Native.liveArrays(),
                Native.mostBytes() / 1e6);
    }

    static long of(Tensor tensor) {
        return tensor.shape().elementCount() * tensor.dtype().bytes();
    }

    /** Its weights, and what layers keep beside them. */
    static long of(Model model) {
        return DType.float32.bytes() * (model.parameterCount() + model.graph().bufferCount());
    }

    static long of(Dataset data) {
        return sum(data.inputs()) + sum(data.targets());
    }

    static long of(Split parts) {
        return of(parts.train()) + of(parts.validation()) + of(parts.test());
    }

    static long of(Batch batch) {
        return sum(batch.inputs()) + sum(batch.targets());
    }

    private static long sum(List<Tensor> tensors) {
        return tensors.stream().mapToLong(TensorMemory::of).sum();
    }
}
