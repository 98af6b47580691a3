package percolate.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import percolate.Shape;

/**
 * Arrays in DJL's hands. What is lent DJL may close without harm: the memory stays with its owner here, who stays as long as
 * DJL's side is reachable.
 */
public final class Lent {
    private final NDManager manager;

    /** @param borrower as long as it is reachable, so is what it was lent */
    public Lent(Object borrower) {
        this.manager = manager(borrower);
    }

    /** A manager that is closed when nobody reaches its user any more. */
    public static NDManager manager(Object user) {
        var manager = TorchEngine.manager().newSubManager();
        Native.CLEANER.register(user, manager::close);
        return manager;
    }

    /** The same native array: its elements, its gradient. */
    public NDArray array(Array array) {
        return Torch.lent(array, manager);
    }

    /** An array of DJL's own with the same elements, recorded as the array is, which goes with its manager. */
    public static NDArray given(Array array, NDManager manager) {
        var nd = array.nd().reshape(Conversion.nativeShape(array.shape()));
        nd.attach(manager);
        return nd;
    }

    /** Results of DJL's computation on arrays; what it made on the way is freed. */
    public static List<Array> call(List<Array> inputs, BiFunction<NDManager, NDList, NDList> computation) {
        try (var manager = TorchEngine.manager().newSubManager()) {
            var x = new NDList(inputs.stream().map(a -> Torch.lent(a, manager)).toArray(NDArray[]::new));
            return computation.apply(manager, x).stream()
                    .map(nd -> Array.of(x.contains(nd) ? nd.duplicate() : nd))
                    .toList();
        }
    }

    /** The shape of a batch of such examples, as DJL writes it. */
    public static ai.djl.ndarray.types.Shape batchOf(Shape example, long size) {
        return new ai.djl.ndarray.types.Shape(size).addAll(Conversion.nativeShape(example));
    }

    /** The shapes of examples, of such batches. */
    public static List<Shape> examples(ai.djl.ndarray.types.Shape... batches) {
        return Arrays.stream(batches)
                .map(batch -> Shape.of(Arrays.stream(batch.getShape())
                        .skip(1)
                        .mapToInt(Math::toIntExact)
                        .toArray()))
                .toList();
    }
}
