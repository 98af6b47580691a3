package percolate.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import percolate.DType;
import percolate.Shape;

/**
 * A native array with one owner: this object. Its memory is freed when Java no longer reaches it.
 *
 * <p>Contents are treated as immutable, except for parameters, which a training program updates in place.
 */
public final class Array {
    private final NDArray nd;
    private final Shape shape;
    private final DType dtype;

    private Array(NDArray nd) {
        this.nd = nd;
        this.shape = Shape.of(Arrays.stream(nd.getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray());
        this.dtype = typeOf(nd);
    }

    /** Takes an array over from DJL: from now on it belongs to no manager. */
    public static Array of(NDArray nd) {
        nd.detach();
        nd.setName(null);
        var array = new Array(nd);
        long bytes = array.shape.elementCount() * array.dtype.bytes();
        Native.allocated(bytes);
        Native.CLEANER.register(array, new Release(nd, bytes));
        return array;
    }

    public static Array of(float[] values, Shape shape) {
        return copy(FloatBuffer.wrap(values), shape, DType.float32);
    }

    public static Array of(double[] values, Shape shape) {
        return copy(DoubleBuffer.wrap(values), shape, DType.float64);
    }

    public static Array of(long[] values, Shape shape) {
        return copy(LongBuffer.wrap(values), shape, DType.int64);
    }

    public static Array of(int[] values, Shape shape) {
        return copy(IntBuffer.wrap(values), shape, DType.int32);
    }

    /** Elements as their bytes, in this machine's order. */
    public static Array of(ByteBuffer bytes, Shape shape, DType dtype) {
        return copy(bytes, shape, dtype);
    }

    private static Array copy(Buffer values, Shape shape, DType dtype) {
        FreeMemory.ensure(shape.elementCount(), dtype);
        // DJL's array is a view of a Java buffer: a copy alone owns its memory.
        try (var view = TorchEngine.manager().create(values, nativeShape(shape), nativeType(dtype))) {
            return of(view.duplicate());
        }
    }

    /** The array for raw DJL calls; it stays owned by this object. */
    public NDArray nd() {
        return nd;
    }

    public Shape shape() {
        return shape;
    }

    public DType dtype() {
        return dtype;
    }

    /** Makes this a parameter: operations on it are recorded from now on. */
    public Array requireGradient() {
        nd.setRequiresGradient(true);
        return this;
    }

    /** Ends what {@link #requireGradient} began; for an array that was not computed from others. */
    public Array forgetGradient() {
        nd.setRequiresGradient(false);
        return this;
    }

    /** Whether operations on this are recorded: it is a parameter, or was computed from one. */
    public boolean isRecorded() {
        // DJL says so of parameters alone.
        return nd.hasGradient() || Recorded.PROGRAM.compute(this).toLongs()[0] == 1;
    }

    /** Whether this was given, not computed by a recorded operation. */
    public boolean isLeaf() {
        return nd.hasGradient() || !isRecorded();
    }

    /** The same values, cut from the gradient graph. */
    public Array detached() {
        return of(Torch.withoutGradient(nd));
    }

    /** Writes the elements of an array of this shape into this one, unrecorded. */
    public void assign(Array values) {
        Assignment.PROGRAM.run(
                false, new NativeProgram.Arguments().add("to", List.of(this)).add(values));
    }

    /** Stretched to a shape it fits. */
    public Array expand(Shape to) {
        return map(a -> a.broadcast(nativeShape(to)));
    }

    public Array copy() {
        return of(Torch.withoutGradient(nd).duplicate());
    }

    /** The same elements in another type. */
    public Array to(DType type) {
        return type == dtype ? this : map(a -> a.toType(nativeType(type), false));
    }

    public Array reshape(Shape to) {
        return map(a -> a.reshape(nativeShape(to)));
    }

    public Array plus(Array other) {
        return with(other, NDArray::add);
    }

    public Array minus(Array other) {
        return with(other, NDArray::sub);
    }

    public Array times(Array other) {
        return with(other, NDArray::mul);
    }

    public Array div(Array other) {
        return with(other, NDArray::div);
    }

    public Array pow(Array other) {
        return with(other, NDArray::pow);
    }

    public Array matrixProduct(Array other) {
        FreeMemory.ensure(productElements(shape.sizes(), other.shape.sizes()), dtype);
        return map(other, NDArray::matMul);
    }

    public Array exp() {
        return map(NDArray::exp);
    }

    public Array log() {
        return map(NDArray::log);
    }

    public Array sqrt() {
        return map(NDArray::sqrt);
    }

    public Array abs() {
        return map(NDArray::abs);
    }

    public Array round() {
        return map(NDArray::round);
    }

    public Array tanh() {
        return map(NDArray::tanh);
    }

    public Array sigmoid() {
        return map(Activation::sigmoid);
    }

    public Array relu() {
        return map(Activation::relu);
    }

    public Array softmax(int axis) {
        return map(a -> a.softmax(axis));
    }

    public Array logSoftmax(int axis) {
        return map(a -> a.logSoftmax(axis));
    }

    /** Sum over some axes, or over all where none is named. */
    public Array sum(int... axes) {
        return map(a -> axes.length == 0 ? a.sum() : a.sum(axes));
    }

    public Array mean(int... axes) {
        return map(a -> axes.length == 0 ? a.mean() : a.mean(axes));
    }

    public Array max() {
        return map(NDArray::max);
    }

    public Array max(int axis) {
        return map(a -> a.max(new int[] {axis}));
    }

    public Array min() {
        return map(NDArray::min);
    }

    public Array min(int axis) {
        return map(a -> a.min(new int[] {axis}));
    }

    public Array argmax(int axis) {
        return map(a -> a.argMax(axis));
    }

    public Array transpose(int... axes) {
        return map(a -> a.transpose(axes));
    }

    /** Elements from {@code from} up to before {@code to} along one axis. */
    public Array slice(int axis, int from, int to) {
        var index = new NDIndex();
        for (int i = 0; i < axis; i++) {
            index.addAllDim();
        }
        index.addSliceDim(from, to);
        return map(a -> a.get(index));
    }

    /** The parts with these numbers along the first axis, or where a mask is true. */
    public Array rows(Array numbers) {
        return map(numbers, (a, i) -> a.get(new NDIndex("{}", i)));
    }

    /** 1 where the elements are equal, as bool. */
    public Array equalTo(Array other) {
        return with(other, NDArray::eq);
    }

    public Array greaterThan(Array other) {
        return with(other, NDArray::gt);
    }

    /** The arrays one after the other along an axis they have. */
    public static Array concat(int axis, List<Array> arrays) {
        return join(arrays, list -> NDArrays.concat(list, axis));
    }

    /** The arrays side by side along a new first axis. */
    public static Array stack(List<Array> arrays) {
        return join(arrays, NDArrays::stack);
    }

    private static Array join(List<Array> arrays, Function<NDList, NDArray> operation) {
        var list = new NDList();
        arrays.forEach(a -> list.add(a.nd));
        return arrays.get(0).map(first -> operation.apply(list));
    }

    /** An operation on elements: the smaller is stretched to the larger. */
    private Array with(Array other, BinaryOperator<NDArray> operation) {
        FreeMemory.ensure(stretchedElements(shape.sizes(), other.shape.sizes()), dtype);
        return map(other, operation);
    }

    /** How many elements two shapes have together when axes of size 1 are stretched. */
    private static long stretchedElements(List<Integer> a, List<Integer> b) {
        long count = 1;
        for (int back = 1; back <= Math.max(a.size(), b.size()); back++) {
            long one = back <= a.size() ? a.get(a.size() - back) : 1;
            long two = back <= b.size() ? b.get(b.size() - back) : 1;
            count *= one == 1 ? two : one;
        }
        return count;
    }

    /** How many elements a matrix product has: [.., n, k] and [.., k, m] give [.., n, m]. */
    private static long productElements(List<Integer> a, List<Integer> b) {
        if (a.size() < 2 || b.size() < 2) {
            return 1; // no more than the larger of the two, which is there already
        }
        long batches = stretchedElements(a.subList(0, a.size() - 2), b.subList(0, b.size() - 2));
        return batches * a.get(a.size() - 2) * b.get(b.size() - 1);
    }

    private Array map(Array other, BinaryOperator<NDArray> operation) {
        try {
            return map(a -> operation.apply(a, other.nd));
        } finally {
            Reference.reachabilityFence(other);
        }
    }

    /** An operation with one result, written in DJL's public API. */
    Array map(UnaryOperator<NDArray> operation) {
        try {
            return of(operation.apply(nd));
        } catch (EngineException e) {
            throw new NativeFailure("tensor operation: " + NativeFailure.reason(e), e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Elements in row-major order as float32. */
    public float[] toFloats() {
        var buffer = to(DType.float32).toBytes().asFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    /** Elements in row-major order as float64. */
    public double[] toDoubles() {
        var buffer = to(DType.float64).toBytes().asDoubleBuffer();
        var values = new double[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    /** Elements in row-major order as int64; fractions are cut off. */
    public long[] toLongs() {
        var buffer = to(DType.int64).toBytes().asLongBuffer();
        var values = new long[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    /** Elements in row-major order in their own type, in this machine's byte order. */
    public ByteBuffer toBytes() {
        try {
            return nd.toByteBuffer().order(ByteOrder.nativeOrder());
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private static DType typeOf(NDArray nd) {
        return switch (nd.getDataType()) {
            case FLOAT32 -> DType.float32;
            case FLOAT64 -> DType.float64;
            case INT64 -> DType.int64;
            case INT32 -> DType.int32;
            case UINT8 -> DType.uint8;
            case BOOLEAN -> DType.bool;
            default ->
                throw new IllegalArgumentException("tensor: elements of type " + nd.getDataType()
                        + " are not supported; convert them to float32 first");
        };
    }

    private static DataType nativeType(DType dtype) {
        return switch (dtype) {
            case float32 -> DataType.FLOAT32;
            case float64 -> DataType.FLOAT64;
            case int64 -> DataType.INT64;
            case int32 -> DataType.INT32;
            case uint8 -> DataType.UINT8;
            case bool -> DataType.BOOLEAN;
        };
    }

    private static ai.djl.ndarray.types.Shape nativeShape(Shape shape) {
        return new ai.djl.ndarray.types.Shape(
                shape.sizes().stream().mapToLong(Integer::longValue).toArray());
    }

    /** In place; the values are copied first, for they may be a view of what is overwritten. */
    private static final class Assignment {
        static final NativeProgram PROGRAM = NativeProgram.load("update", """
                  def forward(self: __torch__.Ops, to: List[Tensor], values: Tensor) -> Tensor:
                    _1 = torch.copy_(to[0], torch.clone(values, memory_format=None))
                    return values
                """);
    }

    private static final class Recorded {
        static final NativeProgram PROGRAM = NativeProgram.load("recorded", """
                  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                    return torch.tensor(ops.prim.requires_grad(x), dtype=None, device=None, requires_grad=False)
                """);
    }

    /** Frees an array's memory, knowing nothing of its owner. */
    private record Release(NDArray nd, long bytes) implements Runnable {
        @Override
        public void run() {
            nd.close();
            Native.freed(bytes);
        }
    }
}
