package percolate;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import percolate.data.Shipped;
import percolate.data.TensorDataset;
import percolate.engine.Array;
import percolate.engine.Devices;
import percolate.model.Activated;
import percolate.model.Conv2d;
import percolate.model.Dense;
import percolate.model.Dropout;
import percolate.model.Embedding;
import percolate.model.Flatten;
import percolate.model.GlobalAvgPool2d;
import percolate.model.Lstm;
import percolate.model.Pool2d;
import percolate.model.Reshape;
import percolate.store.ModelFile;
import percolate.tensor.Creation;
import percolate.tensor.Differentiation;
import percolate.tensor.Joining;
import percolate.tensor.Leaf;
import percolate.tensor.Matrices;
import percolate.tensor.RandomStream;
import percolate.tensor.Scope;
import percolate.tensor.Selection;
import percolate.train.Accuracy;
import percolate.train.Adam;
import percolate.train.CrossEntropy;
import percolate.train.MeanSquaredError;
import percolate.train.Sgd;

/** The words of the DSL as static methods, star-imported in every cell. Each only forwards to the part it makes. */
public final class Percolate {
    public static final DType float32 = DType.float32;
    public static final DType float64 = DType.float64;
    public static final DType int64 = DType.int64;
    public static final DType int32 = DType.int32;
    public static final DType bool = DType.bool;

    /** The axis of a sequence, whose size differs from batch to batch: {@code input(TIME, 3)}. */
    public static final int TIME = -1;

    private Percolate() {}

    // Tensors

    /** A scalar without axes, float32. */
    public static Tensor tensor(Number value) {
        return new Tensor(Array.of(new float[] {value.floatValue()}, Shape.of()));
    }

    /** A vector, float32. */
    public static Tensor tensor(int... values) {
        return Creation.vector(values.length, i -> values[i]);
    }

    /** A vector, int64. */
    public static Tensor tensor(long... values) {
        return new Tensor(Array.of(values, Shape.of(values.length)));
    }

    /** A vector, float32. */
    public static Tensor tensor(float... values) {
        return new Tensor(Array.of(values, Shape.of(values.length)));
    }

    /** A vector, float32. */
    public static Tensor tensor(double... values) {
        return Creation.vector(values.length, i -> values[i]);
    }

    /** A vector, float32. */
    public static Tensor tensor(List<? extends Number> values) {
        return Creation.vector(values.size(), i -> values.get(i).doubleValue());
    }

    /** A matrix, float32. */
    public static Tensor tensor(float[][] rows) {
        return Creation.matrix(Arrays.stream(rows).map(Percolate::tensor).toList());
    }

    /** A matrix, float32. */
    public static Tensor tensor(double[][] rows) {
        return Creation.matrix(Arrays.stream(rows).map(Percolate::tensor).toList());
    }

    /** A matrix, float32. */
    public static Tensor tensor(int[][] rows) {
        return Creation.matrix(Arrays.stream(rows).map(Percolate::tensor).toList());
    }

    /** Zeros, float32. */
    public static Tensor zeros(int... shape) {
        return full(0, shape);
    }

    /** Ones, float32. */
    public static Tensor ones(int... shape) {
        return full(1, shape);
    }

    /** One number everywhere, float32. */
    public static Tensor full(Number value, int... shape) {
        return Creation.full(value, Shape.of(shape));
    }

    /** The identity matrix [n, n], float32. */
    public static Tensor eye(int n) {
        return Creation.eye(n);
    }

    /** 0, 1, … up to before {@code end}, float32. */
    public static Tensor arange(Number end) {
        return arange(0, end, 1);
    }

    /** From {@code start} in steps of 1 up to before {@code end}, float32. */
    public static Tensor arange(Number start, Number end) {
        return arange(start, end, 1);
    }

    /** From {@code start} in steps up to before {@code end}, float32. */
    public static Tensor arange(Number start, Number end, Number step) {
        return Creation.arange(start, end, step);
    }

    /** {@code count} numbers at equal distances from {@code start} to {@code end}, both included; float32. */
    public static Tensor linspace(Number start, Number end, int count) {
        return Creation.linspace(start, end, count);
    }

    /** Normally distributed numbers, mean 0, standard deviation 1, from the session's stream. */
    public static Tensor randn(int... shape) {
        return RandomStream.session().normal(Shape.of(shape));
    }

    /** Numbers spread evenly over 0 … 1, from the session's stream. */
    public static Tensor rand(int... shape) {
        return RandomStream.session().uniform(0, 1, Shape.of(shape));
    }

    /** Integers from {@code low} up to before {@code high}, int64, from the session's stream. */
    public static Tensor randint(int low, int high, int... shape) {
        return RandomStream.session().integers(low, high, Shape.of(shape));
    }

    /** Fixes the session's stream: tensor functions and new weights repeat from here on. */
    public static void seed(long seed) {
        RandomStream.session().seed(seed);
    }

    /** Tensors of one shape side by side along a new first axis. */
    public static Tensor stack(Tensor... tensors) {
        return stack(List.of(tensors));
    }

    /** Tensors of one shape side by side along a new first axis. */
    public static Tensor stack(List<Tensor> tensors) {
        return Joining.stack(tensors);
    }

    /** Tensors one after the other along an axis. */
    public static Tensor concat(int axis, Tensor... tensors) {
        return Joining.concat(axis, List.of(tensors));
    }

    /** A tensor whose elements come from {@code yes} where the condition is true, from {@code no} elsewhere; shapes stretch. */
    public static Tensor where(Tensor condition, Tensor yes, Tensor no) {
        return Selection.where(condition, yes, no);
    }

    /**
     * A number drawn by its probability, int64, from the session's stream.
     *
     * @param p [n], weights that need not sum to 1; or [rows, n], which draws one number a row
     */
    public static Tensor choice(Tensor p) {
        return RandomStream.session().choice(p);
    }

    /** The Euclidean distance of each row of {@code a}, [n, d], to each row of {@code b}, [m, d]: [n, m]. */
    public static Tensor cdist(Tensor a, Tensor b) {
        return Matrices.cdist(a, b);
    }

    /** A scalar without axes, float32. */
    public static Tensor scalar(Number value) {
        return tensor(value);
    }

    /** One truth value without axes, or a vector of several, bool. */
    public static Tensor tensor(boolean first, boolean... more) {
        return Creation.booleans(first, more);
    }

    /** A block of matrices, float32. */
    public static Tensor tensor(float[][][] blocks) {
        return Creation.blocks(blocks);
    }

    /** The processor. */
    public static Device cpu() {
        return Device.cpu();
    }

    /** The first graphics card. */
    public static Device gpu() {
        return gpu(0);
    }

    /** A graphics card, numbered from 0. */
    public static Device gpu(int number) {
        return Device.gpu(number);
    }

    /** The device on which new tensors are made: a graphics card where one is found, unless another one is chosen. */
    public static Device device() {
        return Devices.session();
    }

    /**
     * Makes new tensors there from now on: {@code device(cpu())}.
     *
     * @throws IllegalArgumentException if this machine has no such device
     */
    public static void device(Device device) {
        Devices.session(device);
    }

    /** Frees the large tensors that the body made and nobody holds any more; what it returns or stored elsewhere stays. */
    public static <T> T scope(Supplier<T> body) {
        return Scope.run(body);
    }

    /** Frees the large tensors that the body made and nobody holds any more. */
    public static void scope(Runnable body) {
        Scope.run(() -> {
            body.run();
            return null;
        });
    }

    /** The array behind a tensor, for raw DJL calls; the tensor keeps owning it. */
    public static NDArray ndArray(Tensor tensor) {
        return tensor.array().nd();
    }

    /** Takes an array over from DJL: it leaves its manager, and its memory goes with the tensor. */
    public static Tensor tensor(NDArray array) {
        return new Tensor(Array.of(array));
    }

    // Gradients

    /** A number to be learned, float32: operations on it are recorded. */
    public static Tensor parameter(Number value) {
        return Leaf.of(tensor(value));
    }

    /** A copy of a tensor, to be learned: operations on it are recorded. */
    public static Tensor parameter(Tensor values) {
        return Leaf.of(values);
    }

    /** A tensor to be learned, whose first values an initialiser makes: {@code parameter(xavier(), 3, 4)}. */
    public static Tensor parameter(Initializer initializer, int... shape) {
        return Leaf.of(initializer.create(shape));
    }

    /**
     * Gradients of the loss that the lambda computes: {@code gradients(() -> net.apply(x).mean(), net, w)}. Tensors that are
     * no parameters may be named too; they are recorded meanwhile. What was recorded is forgotten afterwards; gradients of
     * gradients come from one call within another, or from {@link #gradients(Tensor, Parameters...)}.
     *
     * @param by parameters, models, tensors; a weight of a model that the loss does not depend on has a gradient of zero
     * @throws IllegalArgumentException if the loss does not depend on one of them at all, or has several elements
     */
    public static Gradients gradients(Supplier<Tensor> loss, Parameters... by) {
        return Differentiation.of(loss, by);
    }

    /**
     * Gradients of a loss that was computed before, by parameters or by what was computed from them on the way. The loss
     * may be asked again, and the gradients are recorded themselves, so that they have gradients too.
     *
     * @throws IllegalArgumentException if the loss does not depend on one of them, or has several elements
     */
    public static Gradients gradients(Tensor loss, Parameters... by) {
        return Differentiation.of(loss, by);
    }

    /** The derivative of a function of one tensor, element by element. */
    public static Tensor derivative(UnaryOperator<Tensor> function, Tensor at) {
        return Differentiation.derivative(function, at, 1);
    }

    /** The derivative of some order: 1 is the slope, 2 the curvature, … */
    public static Tensor derivative(UnaryOperator<Tensor> function, Tensor at, int order) {
        return Differentiation.derivative(function, at, order);
    }

    /** The derivative of a function at a number. */
    public static Tensor derivative(UnaryOperator<Tensor> function, Number at) {
        return derivative(function, tensor(at), 1);
    }

    /** The derivative of some order at a number: {@code derivative(t -> t.pow(3), 3, 2)} is 18. */
    public static Tensor derivative(UnaryOperator<Tensor> function, Number at, int order) {
        return derivative(function, tensor(at), order);
    }

    // Models

    /** The shape of one example; the batch axis is never written. */
    public static Node input(int... shape) {
        return new Node(Shape.of(shape), DType.float32);
    }

    /** Layers one after the other. */
    public static Model sequential(Node input, Layer... layers) {
        return new Model(input, Arrays.asList(layers));
    }

    /** Layers one after the other, whose input takes its shape from the first data. */
    public static Model sequential(Layer... layers) {
        return new Model(null, Arrays.asList(layers));
    }

    /** Layers one after the other. */
    public static Model sequential(Node input, List<? extends Layer> layers) {
        return new Model(input, new ArrayList<>(layers));
    }

    /** Layers one after the other, whose input takes its shape from the first data. */
    public static Model sequential(List<? extends Layer> layers) {
        return new Model(null, new ArrayList<>(layers));
    }

    /** Reads what {@link Model#save} wrote. */
    public static Model load(String file) {
        return ModelFile.read(Path.of(file));
    }

    /** @see Dense */
    public static Dense dense(int units) {
        return new Dense(units);
    }

    /**
     * Filters of size × size.
     *
     * @see Conv2d
     */
    public static Conv2d conv2d(int filters, int size) {
        return new Conv2d(filters, size, size);
    }

    /**
     * Filters of height × width.
     *
     * @see Conv2d
     */
    public static Conv2d conv2d(int filters, int height, int width) {
        return new Conv2d(filters, height, width);
    }

    /**
     * The largest element of each window of size × size.
     *
     * @see Pool2d
     */
    public static Pool2d maxPool2d(int size) {
        return Pool2d.max(size);
    }

    /**
     * The mean of each window of size × size.
     *
     * @see Pool2d
     */
    public static Pool2d avgPool2d(int size) {
        return Pool2d.average(size);
    }

    /** The mean of each channel. */
    public static GlobalAvgPool2d globalAvgPool2d() {
        return new GlobalAvgPool2d();
    }

    /** All elements of an example along one axis. */
    public static Flatten flatten() {
        return new Flatten();
    }

    /** The elements of an example under another shape. */
    public static Reshape reshape(int... sizes) {
        return new Reshape(sizes);
    }

    /** @param p the share that is dropped while training */
    public static Dropout dropout(Number p) {
        return new Dropout(p);
    }

    /**
     * A vector for each word.
     *
     * @see Embedding
     */
    public static Embedding embedding(int words, int dimensions) {
        return new Embedding(words, dimensions);
    }

    /** @see Lstm */
    public static Lstm lstm(int units) {
        return new Lstm(units);
    }

    /** max(0, x). */
    public static Activated relu() {
        return new Activated("relu");
    }

    /** x for x ≥ 0, slope · x below. */
    public static Activated leakyRelu(Number slope) {
        return new Activated("leakyRelu", slope);
    }

    /** x for x ≥ 0, eˣ − 1 below. */
    public static Activated elu() {
        return new Activated("elu");
    }

    /** The scaled elu of self-normalising networks. */
    public static Activated selu() {
        return new Activated("selu");
    }

    /** x · Φ(x). */
    public static Activated gelu() {
        return new Activated("gelu");
    }

    /** x · sigmoid(x). */
    public static Activated swish() {
        return new Activated("swish");
    }

    public static Activated tanh() {
        return new Activated("tanh");
    }

    /** 1 / (1 + e⁻ˣ). */
    public static Activated sigmoid() {
        return new Activated("sigmoid");
    }

    /** eˣⁱ / Σⱼ eˣʲ. */
    public static Activated softmax() {
        return new Activated("softmax");
    }

    /** The logarithm of softmax. */
    public static Activated logSoftmax() {
        return new Activated("logSoftmax");
    }

    /** ln(1 + eˣ). */
    public static Activated softplus() {
        return new Activated("softplus");
    }

    /** x, cut to −1 … 1. */
    public static Activated hardTanh() {
        return new Activated("hardTanh");
    }

    // Losses, metrics, optimizers

    /** @see CrossEntropy */
    public static Loss crossEntropy() {
        return new CrossEntropy();
    }

    /** @see MeanSquaredError */
    public static Loss mse() {
        return new MeanSquaredError();
    }

    /** @see Accuracy */
    public static Metric accuracy() {
        return new Accuracy();
    }

    /** @see Sgd */
    public static Sgd sgd(Number rate) {
        return new Sgd(rate);
    }

    /** @see Adam */
    public static Adam adam(Number rate) {
        return new Adam(rate);
    }

    // Data

    /** Examples and their targets, one row each. */
    public static Dataset dataset(Tensor x, Tensor y) {
        return new TensorDataset(x, y, List.of());
    }

    /** 1,797 handwritten digits as images [1, 8, 8] with labels 0 to 9; ships with Percolate. */
    public static Dataset digits() {
        return Shipped.digits();
    }

    /** 150 iris flowers, four lengths in cm each, with species 0 to 2; ships with Percolate. */
    public static Dataset iris() {
        return Shipped.iris();
    }
}
