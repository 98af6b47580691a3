package percolate.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import percolate.DType;
import percolate.Device;
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

    /** What this looks at, so that it is counted for as long. */
    @SuppressWarnings("unused")
    private final Array base;

    private final Cleaner.Cleanable memory;

    private volatile boolean settled;

    /** One that DJL owns. */
    private Array(NDArray nd) {
        this.nd = nd;
        this.shape = Conversion.shapeOf(nd);
        this.dtype = Conversion.typeOf(nd);
        this.base = null;
        this.memory = () -> {};
    }

    private Array(NDArray nd, DType dtype, Array base) {
        this.nd = nd;
        this.shape = Conversion.shapeOf(nd);
        this.dtype = dtype;
        this.base = base;
        long bytes = base == null ? shape.elementCount() * dtype.bytes() : 0;
        Native.allocated(bytes);
        this.memory = Native.CLEANER.register(this, new Release(nd, bytes));
    }

    /** Takes an array over from DJL: from now on it belongs to no manager. */
    public static Array of(NDArray nd) {
        return of(nd, null);
    }

    /** Looks at an array that stays DJL's: once DJL has closed it, it is closed here too. */
    public static Array borrowed(NDArray nd) {
        return new Array(nd);
    }

    /** @param base the array whose elements this one shares, or null */
    private static Array of(NDArray nd, Array base) {
        var dtype = Conversion.typeOf(nd);
        nd.detach();
        nd.setName(null);
        return new Array(nd, dtype, base);
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

    /** One float32 number everywhere, made natively. */
    public static Array full(float value, Shape shape) {
        ensureRoom(shape, DType.float32);
        return onSession(of(TorchEngine.manager()
                .full(Conversion.nativeShape(shape), value, Conversion.nativeType(DType.float32))));
    }

    private static Array copy(Buffer values, Shape shape, DType dtype) {
        FreeMemory.ensure(shape.elementCount(), dtype);
        // DJL's array is a view of a Java buffer: a copy alone owns its memory.
        try (var view =
                TorchEngine.manager().create(values, Conversion.nativeShape(shape), Conversion.nativeType(dtype))) {
            return onSession(of(view.duplicate()));
        }
    }

    private static Array onSession(Array array) {
        var device = Devices.session();
        return device.isGpu() ? array.to(device) : array;
    }

    /** The array for raw DJL calls; it stays owned by this object. */
    public NDArray nd() {
        if (nd.isReleased()) {
            throw new IllegalStateException(
                    "tensor: expected one that is open, got one that was closed; nobody needs to" + " close tensors");
        }
        return nd;
    }

    /** Frees the memory now; this array is of no use any more. */
    public void close() {
        memory.clean();
    }

    public Shape shape() {
        return shape;
    }

    public DType dtype() {
        return dtype;
    }

    public Device device() {
        return held(a -> Devices.of(a.getDevice()));
    }

    /** The same elements on another device. */
    public Array to(Device device) {
        Devices.present(device);
        return device.equals(device()) ? this : map(a -> a.toDevice(Devices.nativeDevice(device), false));
    }

    /** @throws NativeFailure if a result of this shape and of this array's type has no room in memory */
    public void ensureRoom(Shape result) {
        ensureRoom(result, dtype);
    }

    /** @throws NativeFailure if an array of this shape and type has no room in memory */
    public static void ensureRoom(Shape result, DType dtype) {
        FreeMemory.ensure(result.length(), dtype);
    }

    /** Makes this a parameter: operations on it are recorded from now on. */
    public Array requireGradient() {
        return gradient(true);
    }

    /** Ends what {@link #requireGradient} began; for an array that was not computed from others. */
    public Array forgetGradient() {
        return gradient(false);
    }

    private Array gradient(boolean wanted) {
        return held(a -> {
            a.setRequiresGradient(wanted);
            return this;
        });
    }

    /** Remembers that its elements, and those of what it looks at, were given or trained: nobody draws them anew. */
    public void settle() {
        settled = true;
        if (base != null) {
            base.settle();
        }
    }

    /** Whether its elements were given or trained. */
    public boolean isSettled() {
        return settled;
    }

    /** Whether operations on this are recorded: it is a parameter, or was computed from one. */
    public boolean isRecorded() {
        return isParameter() || Recording.of(this);
    }

    /** Whether this was given, not computed by a recorded operation. */
    public boolean isLeaf() {
        return isParameter() || !isRecorded();
    }

    private boolean isParameter() {
        return held(NDArray::hasGradient);
    }

    /** The same values, cut from the gradient graph. */
    public Array detached() {
        return of(Torch.withoutGradient(nd()), this);
    }

    /** Writes the elements of an array of this shape into this one, unrecorded. */
    public void assign(Array values) {
        Recording.assign(this, values);
    }

    public Array copy() {
        return RowByRow.COPY.compute(this);
    }

    /** A copy of a matrix that lies in memory column by column. */
    public Array byColumns() {
        return ByColumns.COPY.compute(this);
    }

    /** A copy whose elements lie in memory in the order in which those of a model do, for operators that read them as they lie. */
    public Array laidLike(Array model) {
        return Laid.COPY
                .run(
                        false,
                        new NativeProgram.Arguments()
                                .add("like", List.of(model))
                                .add(this))
                .get(0);
    }

    private static final class RowByRow {
        static final NativeProgram COPY = NativeProgram.load("copy", """
              def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.clone(torch.detach(x), memory_format=0)
            """);
    }

    private static final class ByColumns {
        static final NativeProgram COPY = NativeProgram.load("copy", """
              def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.t(torch.clone(torch.t(torch.detach(x)), memory_format=0))
            """);
    }

    private static final class Laid {
        static final NativeProgram COPY = NativeProgram.load("copy", """
              def forward(self: __torch__.Ops, like: List[Tensor], x: Tensor) -> Tensor:
                laid = torch.empty_like(torch.detach(like[0]), dtype=ops.prim.dtype(x), layout=None, device=None, pin_memory=None, memory_format=None)
                return torch.copy_(laid, x)
            """);
    }

    /** The same elements in another type. */
    public Array to(DType type) {
        return type == dtype ? this : map(a -> a.toType(Conversion.nativeType(type), false));
    }

    public Array reshape(Shape to) {
        return map(a -> a.reshape(Conversion.nativeShape(to)));
    }

    /** A function of two arrays' elements; the smaller array is stretched to the larger. */
    public Array with(Binary operation, Array other) {
        FreeMemory.ensure(FreeMemory.stretchedElements(shape.sizes(), other.shape.sizes()), dtype);
        return map(operation.name(), other, operation.operation);
    }

    /** A function of each element. */
    public Array map(Unary function) {
        return map(function.operation);
    }

    public Array matrixProduct(Array other) {
        FreeMemory.ensure(FreeMemory.productElements(shape.sizes(), other.shape.sizes()), dtype);
        return map("mm", other, NDArray::matMul);
    }

    public Array softmax(int axis) {
        return map(a -> a.softmax(axis));
    }

    public Array logSoftmax(int axis) {
        return map(a -> a.logSoftmax(axis));
    }

    /** Sum over some axes, or over all where none is named; {@code keep}: as axes of size 1. */
    public Array sum(boolean keep, int... axes) {
        return map(a -> axes.length == 0 ? a.sum() : a.sum(axes, keep));
    }

    /** The mean over one axis, or over all. */
    public Array mean(boolean keep, int... axes) {
        return map(a -> axes.length == 0 ? a.mean() : a.mean(axes, keep));
    }

    public Array max() {
        return map(NDArray::max);
    }

    public Array max(boolean keep, int axis) {
        return map(a -> a.max(new int[] {axis}, keep));
    }

    public Array min() {
        return map(NDArray::min);
    }

    public Array min(boolean keep, int axis) {
        return map(a -> a.min(new int[] {axis}, keep));
    }

    public Array argmax(int axis) {
        return map(a -> a.argMax(axis));
    }

    public Array argmin(int axis) {
        return map(a -> a.argMin(axis));
    }

    /** Sums up to each place along an axis. */
    public Array cumsum(int axis) {
        return map(a -> a.cumSum(axis));
    }

    /** In ascending order along an axis. */
    public Array sort(int axis) {
        return map(a -> a.sort(axis));
    }

    public Array transpose(int... axes) {
        return look(a -> a.transpose(axes));
    }

    /** The elements in the opposite order along an axis. */
    public Array flip(int axis) {
        return map(a -> a.flip(axis));
    }

    /** Side by side with itself; {@code result} is the shape of that. */
    public Array repeat(int[] times, Shape result) {
        ensureRoom(result);
        var all = new long[result.rank()];
        Arrays.fill(all, 1);
        for (int i = 0; i < times.length; i++) {
            all[all.length - times.length + i] = times[i];
        }
        return map(a -> a.tile(all));
    }

    /** Stretched to a shape it fits, without taking memory. */
    public Array expand(Shape to) {
        return look(a -> a.broadcast(Conversion.nativeShape(to)));
    }

    /** Elements from {@code from} up to before {@code to} along one axis. */
    public Array slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /** Every {@code step}th element from {@code from} up to before {@code to} along one axis. */
    public Array slice(int axis, int from, int to, int step) {
        var index = before(axis).addSliceDim(from, to, step);
        return look(a -> a.get(index));
    }

    /** The part at one place of an axis, which it no longer has. */
    public Array select(int axis, int at) {
        var index = before(axis).addIndices(at);
        return look(a -> a.get(index));
    }

    private static NDIndex before(int axis) {
        var index = new NDIndex();
        for (int i = 0; i < axis; i++) {
            index.addAllDim();
        }
        return index;
    }

    /** The parts with these numbers along the first axis, or where a mask is true. */
    public Array rows(Array numbers) {
        return map("get", numbers, (a, i) -> a.get(new NDIndex("{}", i)));
    }

    /** From each place along an axis the element whose number another array holds there. */
    public Array gather(int axis, Array numbers) {
        return map("gather", numbers, (a, i) -> a.gather(i, axis));
    }

    /** The arrays one after the other along an axis they have. */
    public static Array concat(int axis, List<Array> arrays) {
        return join("concat", arrays, list -> NDArrays.concat(list, axis));
    }

    /** The arrays side by side along a new first axis. */
    public static Array stack(List<Array> arrays) {
        return join("stack", arrays, NDArrays::stack);
    }

    private static Array join(String name, List<Array> arrays, Function<NDList, NDArray> operation) {
        ensureRoom(arrays);
        var list = new NDList();
        try {
            for (var array : arrays) {
                Devices.same(name, arrays.get(0).device(), array.device());
                list.add(array.nd());
            }
            return arrays.get(0).map(first -> operation.apply(list));
        } finally {
            arrays.forEach(Reference::reachabilityFence);
        }
    }

    /** Joined arrays have together the type of the largest elements. */
    private static void ensureRoom(List<Array> arrays) {
        long elements = arrays.stream().mapToLong(a -> a.shape.elementCount()).sum();
        arrays.stream()
                .map(Array::dtype)
                .max(Comparator.comparingInt(DType::bytes))
                .ifPresent(widest -> FreeMemory.ensure(elements, widest));
    }

    private Array map(String name, Array other, BinaryOperator<NDArray> operation) {
        // Scalars may come from the processor.
        if (Devices.all().size() > 1 && shape.rank() > 0 && other.shape.rank() > 0) {
            Devices.same(name, device(), other.device());
        }
        try {
            return map(a -> operation.apply(a, other.nd()));
        } finally {
            Reference.reachabilityFence(other);
        }
    }

    /** An operation with one result, written in DJL's public API. */
    Array map(UnaryOperator<NDArray> operation) {
        return made(operation, null);
    }

    /** An operation whose result shares this array's elements. */
    private Array look(UnaryOperator<NDArray> operation) {
        return made(operation, this);
    }

    private Array made(UnaryOperator<NDArray> operation, Array shared) {
        try {
            return of(operation.apply(nd()), shared);
        } catch (EngineException e) {
            throw new NativeFailure("tensor operation: " + NativeFailure.reason(e), e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** What DJL says of the array, which stays reachable for as long. */
    private <T> T held(Function<NDArray, T> question) {
        try {
            return question.apply(nd());
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
        return held(a -> a.toByteBuffer().order(ByteOrder.nativeOrder()));
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
