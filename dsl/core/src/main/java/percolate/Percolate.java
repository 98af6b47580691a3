package percolate;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import percolate.analysis.Boxes;
import percolate.analysis.KMeans;
import percolate.analysis.Pca;
import percolate.analysis.Tsne;
import percolate.architecture.AlexNet;
import percolate.architecture.Architectures;
import percolate.architecture.GoogLeNet;
import percolate.architecture.ResNet;
import percolate.architecture.SegNet;
import percolate.architecture.UNet;
import percolate.architecture.Vgg;
import percolate.architecture.ZfNet;
import percolate.augment.Brightness;
import percolate.augment.Contrast;
import percolate.augment.Crop;
import percolate.augment.Cutout;
import percolate.augment.Flip;
import percolate.augment.Pad;
import percolate.augment.PcaColour;
import percolate.augment.Rotate;
import percolate.data.Facts;
import percolate.data.Shipped;
import percolate.data.TensorDataset;
import percolate.data.Tokens;
import percolate.data.Translation;
import percolate.data.file.Csv;
import percolate.data.file.ImageFolder;
import percolate.data.file.Online;
import percolate.data.file.Streamed;
import percolate.data.file.TableData;
import percolate.data.generated.Points;
import percolate.data.generated.Sentences;
import percolate.data.generated.Sequences;
import percolate.decoding.Beams;
import percolate.decoding.Generation;
import percolate.djl.BlockLayer;
import percolate.djl.ModelBlock;
import percolate.engine.Array;
import percolate.engine.Devices;
import percolate.insight.Permuted;
import percolate.loss.AbsoluteError;
import percolate.loss.BinaryCrossEntropy;
import percolate.loss.Contrastive;
import percolate.loss.CosineSimilarity;
import percolate.loss.CrossEntropy;
import percolate.loss.Ctc;
import percolate.loss.GaussianNll;
import percolate.loss.HierarchicalSoftmax;
import percolate.loss.Hinge;
import percolate.loss.Huber;
import percolate.loss.KlDivergence;
import percolate.loss.MeanSquaredError;
import percolate.loss.MixtureNll;
import percolate.loss.MulticlassHinge;
import percolate.loss.NegativeSampling;
import percolate.loss.Triplet;
import percolate.loss.TripletHard;
import percolate.metric.Accuracy;
import percolate.metric.Auc;
import percolate.metric.Bleu;
import percolate.metric.ConfusionMatrix;
import percolate.metric.Measured;
import percolate.metric.Overlap;
import percolate.metric.Perplexity;
import percolate.metric.R2;
import percolate.metric.TopK;
import percolate.model.Activated;
import percolate.model.AdditiveAttention;
import percolate.model.BatchNorm;
import percolate.model.Bidirectional;
import percolate.model.Branches;
import percolate.model.CellLayer;
import percolate.model.Conv1d;
import percolate.model.Conv2d;
import percolate.model.Conv3d;
import percolate.model.ConvTranspose2d;
import percolate.model.Dense;
import percolate.model.DepthwiseConv2d;
import percolate.model.DotAttention;
import percolate.model.Dropout;
import percolate.model.Embedding;
import percolate.model.Flatten;
import percolate.model.GlobalPool;
import percolate.model.GroupNorm;
import percolate.model.Gru;
import percolate.model.Identity;
import percolate.model.Lambda;
import percolate.model.LayerNorm;
import percolate.model.LocalResponseNorm;
import percolate.model.LocallyConnected2d;
import percolate.model.Lstm;
import percolate.model.MinimalGru;
import percolate.model.MultiHeadAttention;
import percolate.model.Permute;
import percolate.model.Pool1d;
import percolate.model.Pool2d;
import percolate.model.PositionalEncoding;
import percolate.model.Prelu;
import percolate.model.Recurrent;
import percolate.model.RepeatVector;
import percolate.model.Reshape;
import percolate.model.Residual;
import percolate.model.SeparableConv2d;
import percolate.model.SimpleRnn;
import percolate.model.SpatialDropout;
import percolate.model.TimeDistributed;
import percolate.model.TransformerDecoder;
import percolate.model.TransformerEncoder;
import percolate.model.Unpool2d;
import percolate.model.Upsample2d;
import percolate.optimizer.Adadelta;
import percolate.optimizer.Adagrad;
import percolate.optimizer.Adam;
import percolate.optimizer.Nadam;
import percolate.optimizer.Rmsprop;
import percolate.optimizer.Sgd;
import percolate.schedule.Constant;
import percolate.schedule.Cosine;
import percolate.schedule.ExponentialDecay;
import percolate.schedule.OneCycle;
import percolate.schedule.Polynomial;
import percolate.schedule.ReduceOnPlateau;
import percolate.schedule.StepDecay;
import percolate.store.LoadedFile;
import percolate.store.WeightsFile;
import percolate.sweep.Folds;
import percolate.sweep.Grid;
import percolate.tensor.Creation;
import percolate.tensor.Differentiation;
import percolate.tensor.InitialValues;
import percolate.tensor.Joining;
import percolate.tensor.Leaf;
import percolate.tensor.Matrices;
import percolate.tensor.RandomStream;
import percolate.tensor.Scope;
import percolate.tensor.Selection;
import percolate.train.Checkpoint;
import percolate.train.EarlyStopping;
import percolate.train.Running;
import tech.tablesaw.api.Table;

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

    /** A scalar without axes, float32. */
    public static Tensor tensor(int value) {
        return tensor((Number) value);
    }

    /** A scalar without axes, float32. */
    public static Tensor tensor(long value) {
        return tensor((Number) value);
    }

    /** A scalar without axes, float32. */
    public static Tensor tensor(float value) {
        return tensor((Number) value);
    }

    /** A scalar without axes, float32. */
    public static Tensor tensor(double value) {
        return tensor((Number) value);
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
        return Model.sequential(input, Arrays.asList(layers));
    }

    /** Layers one after the other, whose input takes its shape from the first data. */
    public static Model sequential(Layer... layers) {
        return Model.sequential(null, Arrays.asList(layers));
    }

    /** Layers one after the other. */
    public static Model sequential(Node input, List<? extends Layer> layers) {
        return Model.sequential(input, new ArrayList<>(layers));
    }

    /** Layers one after the other, whose input takes its shape from the first data. */
    public static Model sequential(List<? extends Layer> layers) {
        return Model.sequential(null, new ArrayList<>(layers));
    }

    /** Reads what {@link Model#save} wrote. */
    public static Model load(String file) {
        return LoadedFile.read(Path.of(file));
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
    public static GlobalPool globalAvgPool2d() {
        return new GlobalPool("globalAvgPool2d");
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

    // Graphs

    /** A model from an input to one output or more. */
    public static Model model(Node input, Node... outputs) {
        return Model.wired(List.of(input), List.of(outputs));
    }

    /** A model from several inputs to one output or more. */
    public static Model model(List<Node> inputs, Node... outputs) {
        return Model.wired(inputs, List.of(outputs));
    }

    // Raw DJL

    /**
     * A DJL block whose parameters are the model's weights themselves, for DJL's {@code Trainer} and {@code Predictor}.
     *
     * @throws IllegalStateException if the model's input has no shape yet
     */
    public static Block block(Model net) {
        return new ModelBlock(net);
    }

    /**
     * A model that calls a DJL block, and whose weights are the block's parameters themselves. It runs step by step; DJL keeps
     * owning the parameters.
     *
     * @see BlockLayer
     */
    public static Model model(Block block) {
        return BlockLayer.model(block);
    }

    /** Nodes one after the other along the channels: axis 0 of an image, else the last axis. */
    public static Node concat(Node first, Node... others) {
        return first.concat(others);
    }

    /** The sum of nodes, element by element. */
    public static Node add(Node first, Node... others) {
        return first.add(others);
    }

    /** The product of nodes, element by element. */
    public static Node multiply(Node first, Node... others) {
        return first.multiply(others);
    }

    /**
     * Layers side by side over one input, their outputs one after the other along the channels.
     *
     * @see Branches
     */
    public static Branches concat(Layer first, Layer... others) {
        return branches("concat", first, others);
    }

    /** Layers side by side over one input, and the sum of their outputs. */
    public static Branches add(Layer first, Layer... others) {
        return branches("add", first, others);
    }

    /** Layers side by side over one input, and the product of their outputs. */
    public static Branches multiply(Layer first, Layer... others) {
        return branches("multiply", first, others);
    }

    private static Branches branches(String word, Layer first, Layer... others) {
        var layers = new ArrayList<>(Arrays.asList(others));
        layers.add(0, first);
        return Branches.of(word, layers);
    }

    /**
     * Layers and a way past them, y = F(x) + x.
     *
     * @see Residual
     */
    public static Residual residual(Layer... layers) {
        return new Residual(Arrays.asList(layers));
    }

    /**
     * The weights of a file by name: what {@link Model#save} or {@link Model#saveWeights} wrote, safetensors, a state
     * dictionary of PyTorch. Nothing of the file is ever run.
     */
    public static Map<String, Tensor> loadWeights(String file) {
        return WeightsFile.read(Path.of(file));
    }

    /**
     * A recurrent layer whose step is a class of one's own.
     *
     * @see Cell
     */
    public static CellLayer recurrent(Cell cell) {
        return new CellLayer(cell);
    }

    /** A function as a layer; a model that holds one runs step by step. */
    public static Lambda lambda(UnaryOperator<Tensor> function) {
        return new Lambda(function);
    }

    /** y = x. */
    public static Identity identity() {
        return new Identity();
    }

    // Further layers with one input

    /** 1 above zero, 0 elsewhere; its gradient is 0 everywhere. */
    public static Activated step() {
        return new Activated("step");
    }

    /** @see SimpleRnn */
    public static SimpleRnn simpleRnn(int units) {
        return new SimpleRnn(units);
    }

    /** @see Gru */
    public static Gru gru(int units) {
        return new Gru(units);
    }

    /** @see MinimalGru */
    public static MinimalGru minimalGru(int units) {
        return new MinimalGru(units);
    }

    /** @see Bidirectional */
    public static Bidirectional bidirectional(Recurrent<?> layer) {
        return new Bidirectional(layer);
    }

    /**
     * Filters of {@code size} steps.
     *
     * @see Conv1d
     */
    public static Conv1d conv1d(int filters, int size) {
        return new Conv1d(filters, size);
    }

    /**
     * Filters of size × size × size.
     *
     * @see Conv3d
     */
    public static Conv3d conv3d(int filters, int size) {
        return new Conv3d(filters, size, size, size);
    }

    /**
     * Filters of depth × height × width.
     *
     * @see Conv3d
     */
    public static Conv3d conv3d(int filters, int depth, int height, int width) {
        return new Conv3d(filters, depth, height, width);
    }

    /**
     * The transpose of a convolution with filters of size × size.
     *
     * @see ConvTranspose2d
     */
    public static ConvTranspose2d convTranspose2d(int filters, int size) {
        return new ConvTranspose2d(filters, size, size);
    }

    /**
     * The transpose of a convolution with filters of height × width.
     *
     * @see ConvTranspose2d
     */
    public static ConvTranspose2d convTranspose2d(int filters, int height, int width) {
        return new ConvTranspose2d(filters, height, width);
    }

    /**
     * A filter of size × size for each channel.
     *
     * @see DepthwiseConv2d
     */
    public static DepthwiseConv2d depthwiseConv2d(int size) {
        return new DepthwiseConv2d(size, size);
    }

    /**
     * A filter of size × size for each channel, then 1×1 filters over all channels.
     *
     * @see SeparableConv2d
     */
    public static SeparableConv2d separableConv2d(int filters, int size) {
        return new SeparableConv2d(filters, size, size);
    }

    /**
     * Filters of size × size that differ from place to place.
     *
     * @see LocallyConnected2d
     */
    public static LocallyConnected2d locallyConnected2d(int filters, int size) {
        return new LocallyConnected2d(filters, size, size);
    }

    /**
     * The largest element of each window of {@code size} steps.
     *
     * @see Pool1d
     */
    public static Pool1d maxPool1d(int size) {
        return Pool1d.max(size);
    }

    /**
     * The mean of each window of {@code size} steps.
     *
     * @see Pool1d
     */
    public static Pool1d avgPool1d(int size) {
        return Pool1d.average(size);
    }

    /** The largest element of each channel. */
    public static GlobalPool globalMaxPool2d() {
        return new GlobalPool("globalMaxPool2d");
    }

    /** The mean of each feature over all steps. */
    public static GlobalPool globalAvgPool1d() {
        return new GlobalPool("globalAvgPool1d");
    }

    /** The largest element of each feature over all steps. */
    public static GlobalPool globalMaxPool1d() {
        return new GlobalPool("globalMaxPool1d");
    }

    /** @see Upsample2d */
    public static Upsample2d upsample2d(int factor) {
        return new Upsample2d(factor);
    }

    /** The axes of an example in another order, counted from 0. */
    public static Permute permute(int... axes) {
        return new Permute(axes);
    }

    /** A sequence of {@code count} times the same vector. */
    public static RepeatVector repeatVector(int count) {
        return new RepeatVector(count);
    }

    /** @param p the share of the channels that is dropped while training */
    public static SpatialDropout spatialDropout(Number p) {
        return new SpatialDropout(p);
    }

    /** @see BatchNorm */
    public static BatchNorm batchNorm() {
        return new BatchNorm();
    }

    /** @see LayerNorm */
    public static LayerNorm layerNorm() {
        return new LayerNorm();
    }

    /** @see GroupNorm */
    public static GroupNorm groupNorm(int groups) {
        return new GroupNorm(groups);
    }

    /** @see LocalResponseNorm */
    public static LocalResponseNorm localResponseNorm() {
        return new LocalResponseNorm();
    }

    /** @see PositionalEncoding */
    public static PositionalEncoding positionalEncoding() {
        return new PositionalEncoding();
    }

    // Attention, and sequences to sequences

    /** @see DotAttention */
    public static DotAttention dotAttention() {
        return new DotAttention();
    }

    /**
     * @param units the width of the layer that scores
     * @see AdditiveAttention
     */
    public static AdditiveAttention additiveAttention(int units) {
        return new AdditiveAttention(units);
    }

    /** @see MultiHeadAttention */
    public static MultiHeadAttention multiHeadAttention(int heads) {
        return new MultiHeadAttention(heads);
    }

    /**
     * @param feedForward the width of the dense layer within
     * @see TransformerEncoder
     */
    public static TransformerEncoder transformerEncoder(int heads, int feedForward) {
        return new TransformerEncoder(heads, feedForward);
    }

    /**
     * @param feedForward the width of the dense layer within
     * @see TransformerDecoder
     */
    public static TransformerDecoder transformerDecoder(int heads, int feedForward) {
        return new TransformerDecoder(heads, feedForward);
    }

    /** @see TimeDistributed */
    public static TimeDistributed timeDistributed(Layer... layers) {
        return new TimeDistributed(Arrays.asList(layers));
    }

    /** @see Unpool2d */
    public static Unpool2d unpool2d(int factor) {
        return new Unpool2d(factor);
    }

    /** x for x ≥ 0, slope · x below, with a slope that is trained. */
    public static Prelu prelu() {
        return new Prelu();
    }

    // Initialisers

    /** All zero. */
    public static Initializer zeros() {
        return InitialValues.zeros();
    }

    /** One number everywhere. */
    public static Initializer constant(Number value) {
        return InitialValues.constant(value);
    }

    /** Normally distributed. */
    public static Initializer normal(Number mean, Number deviation) {
        return InitialValues.normal(mean, deviation);
    }

    /** Normally distributed, and drawn again where that is further than twice the deviation from the mean. */
    public static Initializer truncatedNormal(Number mean, Number deviation) {
        return InitialValues.truncatedNormal(mean, deviation);
    }

    /** Evenly distributed from {@code low} to {@code high}. */
    public static Initializer uniform(Number low, Number high) {
        return InitialValues.uniform(low, high);
    }

    /**
     * Uniform with variance 2 / (fanIn + fanOut), so that signals and gradients keep their size through tanh.
     *
     * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio 2010, eq. 16</a>
     */
    public static Initializer xavier() {
        return InitialValues.xavier();
    }

    /**
     * Uniform with variance 2 / fanIn, so that signals keep their size through relu.
     *
     * @see <a href="https://arxiv.org/abs/1502.01852">He et al. 2015, eq. 10</a>
     */
    public static Initializer he() {
        return InitialValues.he();
    }

    /**
     * Uniform with variance 1 / fanIn; selu wants it.
     *
     * @see <a href="https://doi.org/10.1007/3-540-49430-8_2">LeCun et al. 1998, eq. 16</a>
     */
    public static Initializer lecun() {
        return InitialValues.lecun();
    }

    /**
     * A random orthogonal matrix: rows, or columns where there are fewer, of length 1 and at right angles; products with it
     * keep a vector's length. Of more than two axes all but the first are taken together.
     *
     * @see <a href="https://arxiv.org/abs/1312.6120">Saxe et al. 2013</a>
     */
    public static Initializer orthogonal() {
        return InitialValues.orthogonal();
    }

    // Losses, metrics, optimizers

    /** @see CrossEntropy */
    public static CrossEntropy crossEntropy() {
        return new CrossEntropy();
    }

    /** @see BinaryCrossEntropy */
    public static BinaryCrossEntropy binaryCrossEntropy() {
        return new BinaryCrossEntropy();
    }

    /** @see MeanSquaredError */
    public static MeanSquaredError mse() {
        return new MeanSquaredError();
    }

    /** ½·(o − y)², the mean. */
    public static MeanSquaredError halfMse() {
        return MeanSquaredError.half();
    }

    /** @see AbsoluteError */
    public static AbsoluteError mae() {
        return new AbsoluteError();
    }

    /** Huber's loss with δ = 1. */
    public static Huber huber() {
        return new Huber(1);
    }

    /**
     * Squares up to δ, straight beyond.
     *
     * @see Huber
     */
    public static Huber huber(Number delta) {
        return new Huber(delta);
    }

    /** @see Hinge */
    public static Hinge hinge() {
        return new Hinge();
    }

    /** @see MulticlassHinge */
    public static MulticlassHinge multiclassHinge() {
        return new MulticlassHinge();
    }

    /** @see KlDivergence */
    public static KlDivergence klDivergence() {
        return new KlDivergence();
    }

    /** @see Contrastive */
    public static Contrastive contrastive(Number margin) {
        return new Contrastive(margin);
    }

    /** @see Triplet */
    public static Triplet triplet(Number margin) {
        return new Triplet(margin);
    }

    /** @see TripletHard */
    public static TripletHard tripletHard(Number margin) {
        return new TripletHard(margin);
    }

    /** @see CosineSimilarity */
    public static CosineSimilarity cosineSimilarity() {
        return new CosineSimilarity();
    }

    /** @see Ctc */
    public static Ctc ctc() {
        return new Ctc();
    }

    /** @see GaussianNll */
    public static GaussianNll gaussianNll() {
        return new GaussianNll();
    }

    /** @see MixtureNll */
    public static MixtureNll mixtureNll(int components) {
        return new MixtureNll(components);
    }

    /** @see NegativeSampling */
    public static NegativeSampling negativeSampling(int k) {
        return new NegativeSampling(k);
    }

    /** @param counts how often each word occurs */
    public static HierarchicalSoftmax hierarchicalSoftmax(Number... counts) {
        return new HierarchicalSoftmax(counts);
    }

    /** @see Accuracy */
    public static Accuracy accuracy() {
        return new Accuracy();
    }

    /** The share of mistakes, 1 − accuracy. */
    public static Metric zeroOne() {
        return Accuracy.ofMistakes();
    }

    /** @see TopK */
    public static Metric topK(int k) {
        return new TopK(k);
    }

    /**
     * hits / predicted.
     *
     * @see Overlap
     */
    public static Metric precision() {
        return Overlap.precision();
    }

    /**
     * hits / actual.
     *
     * @see Overlap
     */
    public static Metric recall() {
        return Overlap.recall();
    }

    /**
     * The harmonic mean of precision and recall.
     *
     * @see Overlap
     */
    public static Metric f1() {
        return Overlap.f1();
    }

    /**
     * Intersection over union.
     *
     * @see Overlap
     */
    public static Metric iou() {
        return Overlap.iou();
    }

    /** @see Auc */
    public static Metric auc() {
        return new Auc();
    }

    /** @see ConfusionMatrix */
    public static Metric confusionMatrix() {
        return new ConfusionMatrix();
    }

    /** @see R2 */
    public static Metric r2() {
        return new R2();
    }

    /** @see Perplexity */
    public static Perplexity perplexity() {
        return new Perplexity();
    }

    // Looking at trainings

    /**
     * Tries learning rates from 10⁻⁶ up to 10 on a copy of the model, one step each, with the loss, optimizer and batch size
     * that {@code net.train(data).fit()} would choose. The model and the session's stream of random numbers stay as they are.
     *
     * @see <a href="https://arxiv.org/abs/1506.01186">Smith 2017, Cyclical learning rates, section 3.3</a>
     */
    public static LearningRates lrFind(Model net, Dataset data) {
        return lrFind(net.train(data));
    }

    /**
     * The same for a training that is described and not begun: {@code lrFind(net.train(data).loss(mse()).optimizer(sgd(1)))};
     * the optimizer's own rate does not matter.
     *
     * @throws IllegalArgumentException if it has an objective
     */
    public static LearningRates lrFind(Training training) {
        return training.learningRates();
    }

    /**
     * Trainings over the values of a parameter, {@code sweep("rate", 0.1, 0.01).by("hidden", 4, 8).seeds(10).fit(p -> …)};
     * {@code sweep("seed").seeds(10)} repeats one training.
     */
    public static Search sweep(String name, Object... values) {
        return new Search(Grid.of(name, values));
    }

    /**
     * One training for each fold: {@code crossValidate(data.folds(5, 1), part -> sequential(dense(3)).train(part))}. A training
     * that fails becomes a row with its sentence.
     *
     * @param training describes the training of a fold, with a new model, without {@code fit()}
     */
    public static CrossValidation crossValidate(List<Split> folds, Function<Split, Training> training) {
        return new CrossValidation(Folds.run(folds, training));
    }

    /**
     * How much each feature matters to a model: how much the loss on this data grows when the feature's values are exchanged
     * among the examples, ten times over.
     *
     * @see <a href="https://doi.org/10.1023/A:1010933404324">Breiman 2001, Random forests, section 10</a>
     */
    public static Importance importance(Model net, Dataset data) {
        return importance(net, data, 10, 1);
    }

    /** The same with so many repetitions; the seed says how values are exchanged. */
    public static Importance importance(Model net, Dataset data, int repetitions, long seed) {
        return Permuted.of(net, data, repetitions, seed);
    }

    // Metrics of one's own, and of sentences

    /**
     * A metric of one's own: {@code metric("bias", (p, y) -> p.minus(y).mean())}. It is computed in Java, step by step.
     *
     * @param name of its column
     * @param function of predictions and targets, [batch, …] both; one number
     */
    public static Metric metric(String name, BinaryOperator<Tensor> function) {
        return new Measured(name, function);
    }

    /** @see Bleu */
    public static Bleu bleu() {
        return new Bleu();
    }

    /** @see Sgd */
    public static Sgd sgd(Number rate) {
        return new Sgd(rate);
    }

    /** @see Adagrad */
    public static Adagrad adagrad(Number rate) {
        return new Adagrad(rate);
    }

    /** @see Adadelta */
    public static Adadelta adadelta() {
        return new Adadelta(1);
    }

    /** @see Adadelta */
    public static Adadelta adadelta(Number rate) {
        return new Adadelta(rate);
    }

    /** @see Rmsprop */
    public static Rmsprop rmsprop(Number rate) {
        return new Rmsprop(rate);
    }

    /** @see Adam */
    public static Adam adam(Number rate) {
        return new Adam(rate);
    }

    /** Adam with weight decay beside the step. */
    public static Adam adamW(Number rate) {
        return Adam.decoupled(rate);
    }

    /** @see Nadam */
    public static Nadam nadam(Number rate) {
        return new Nadam(rate);
    }

    // Schedules of the learning rate

    /** @see Constant */
    public static Constant constant() {
        return new Constant();
    }

    /** @see StepDecay */
    public static StepDecay stepDecay(int everyEpochs, Number factor) {
        return new StepDecay(everyEpochs, factor);
    }

    /** @see ExponentialDecay */
    public static ExponentialDecay exponentialDecay(Number factor) {
        return new ExponentialDecay(factor);
    }

    /** @see Cosine */
    public static Cosine cosine() {
        return new Cosine();
    }

    /** @see OneCycle */
    public static OneCycle oneCycle() {
        return new OneCycle();
    }

    /** To 0 in a straight line. */
    public static Polynomial polynomial() {
        return new Polynomial(1);
    }

    /** @see Polynomial */
    public static Polynomial polynomial(Number power) {
        return new Polynomial(power);
    }

    /** @see ReduceOnPlateau */
    public static ReduceOnPlateau reduceOnPlateau(int patience) {
        return new ReduceOnPlateau(patience);
    }

    // What happens while a model is trained

    /** @see EarlyStopping */
    public static EarlyStopping earlyStopping(int patience) {
        return new EarlyStopping(patience);
    }

    /** @see Checkpoint */
    public static Checkpoint checkpoint(String file) {
        return new Checkpoint(file);
    }

    /** @see Track */
    public static Track track(String title) {
        return new Track(title);
    }

    /**
     * Asks every training that is under way to end after the steps it is in: the models keep their weights, the runs their
     * history. For a button beside a training, {@code button("Stop", () -> stopTraining())}.
     *
     * @return how many trainings there were
     * @see Run#stop
     */
    public static int stopTraining() {
        return Running.stop();
    }

    // Published networks, untrained; the last layer gives logits.

    /** The published networks, one row each: name, year, parameters, source. */
    public static Table architectures() {
        return Architectures.table();
    }

    /**
     * AlexNet for images [3, 227, 227] and 1,000 classes: 60,965,224 parameters.
     *
     * @see AlexNet
     */
    public static Model alexNet() {
        return alexNet(input(3, 227, 227), 1000);
    }

    /** For other images, such as {@code input(3, 67, 67)}, and other classes. */
    public static Model alexNet(Node input, int classes) {
        return AlexNet.of(input, classes);
    }

    /**
     * ZFNet for images [3, 224, 224] and 1,000 classes: 62,357,608 parameters.
     *
     * @see ZfNet
     */
    public static Model zfNet() {
        return zfNet(input(3, 224, 224), 1000);
    }

    /** For other images, such as {@code input(3, 64, 64)}, and other classes. */
    public static Model zfNet(Node input, int classes) {
        return ZfNet.of(input, classes);
    }

    /**
     * VGG-16 for images [3, 224, 224] and 1,000 classes: 138,357,544 parameters.
     *
     * @see Vgg
     */
    public static Model vgg16() {
        return vgg16(input(3, 224, 224), 1000);
    }

    /** For other images, such as {@code input(3, 32, 32)}, and other classes. */
    public static Model vgg16(Node input, int classes) {
        return Vgg.of(16, input, classes);
    }

    /**
     * VGG-19 for images [3, 224, 224] and 1,000 classes: 143,667,240 parameters.
     *
     * @see Vgg
     */
    public static Model vgg19() {
        return vgg19(input(3, 224, 224), 1000);
    }

    /** For other images, such as {@code input(3, 32, 32)}, and other classes. */
    public static Model vgg19(Node input, int classes) {
        return Vgg.of(19, input, classes);
    }

    /**
     * GoogLeNet for images [3, 224, 224] and 1,000 classes: 6,998,552 parameters.
     *
     * @see GoogLeNet
     */
    public static Model googLeNet() {
        return googLeNet(input(3, 224, 224), 1000);
    }

    /** For other images, such as {@code input(3, 64, 64)}, and other classes. */
    public static Model googLeNet(Node input, int classes) {
        return GoogLeNet.of(input, classes);
    }

    /**
     * ResNet-18 for images [3, 224, 224] and 1,000 classes: 11,689,512 parameters.
     *
     * @see ResNet
     */
    public static Model resNet18() {
        return resNet18(input(3, 224, 224), 1000);
    }

    /** For other images, such as {@code input(3, 64, 64)}, and other classes. */
    public static Model resNet18(Node input, int classes) {
        return ResNet.eighteen().of(input, classes);
    }

    /**
     * ResNet-50 for images [3, 224, 224] and 1,000 classes: 25,557,032 parameters.
     *
     * @see ResNet
     */
    public static Model resNet50() {
        return resNet50(input(3, 224, 224), 1000);
    }

    /** For other images, such as {@code input(3, 64, 64)}, and other classes. */
    public static Model resNet50(Node input, int classes) {
        return ResNet.fifty().of(input, classes);
    }

    /**
     * ResNet-152 for images [3, 224, 224] and 1,000 classes: 60,192,808 parameters.
     *
     * @see ResNet
     */
    public static Model resNet152() {
        return resNet152(input(3, 224, 224), 1000);
    }

    /** For other images, such as {@code input(3, 64, 64)}, and other classes. */
    public static Model resNet152(Node input, int classes) {
        return ResNet.hundredFiftyTwo().of(input, classes);
    }

    /**
     * U-Net for images [1, 512, 512] of one channel and 2 classes: 31,030,658 parameters.
     *
     * @see UNet
     */
    public static Model uNet() {
        return uNet(input(1, 512, 512), 2);
    }

    /** For other images, whose sides are multiples of 16, and other classes. */
    public static Model uNet(Node input, int classes) {
        return uNet(input, classes, 64, 4);
    }

    /**
     * A smaller or larger U-Net.
     *
     * @param width the filters of the first level; each level below has twice as many
     * @param levels how often the sides are halved; they are multiples of 2 to that power
     */
    public static Model uNet(Node input, int classes, int width, int levels) {
        return UNet.of(input, classes, width, levels);
    }

    /**
     * SegNet for images [3, 352, 480] and 11 classes, as for the paper's streets: 29,449,355 parameters.
     *
     * @see SegNet
     */
    public static Model segNet() {
        return segNet(input(3, 352, 480), 11);
    }

    /** For other classes. */
    public static Model segNet(int classes) {
        return segNet(input(3, 352, 480), classes);
    }

    /** For other images, whose sides are multiples of 32, and other classes. */
    public static Model segNet(Node input, int classes) {
        return SegNet.of(input, classes, 1);
    }

    /**
     * A slimmer SegNet.
     *
     * @param part divides the filters of each convolution, 1 to 64
     */
    public static Model segNet(Node input, int classes, int part) {
        return SegNet.of(input, classes, part);
    }

    // Words, one after the other

    /**
     * The best sentences by beam search, as numbers of words without the first and the last, best first.
     *
     * @param next the logits of the next word for a prefix [1, steps]; of probabilities take the {@code log()}
     * @param bos the word that a sentence begins with
     * @param eos the word that it ends with
     * @param width how many beginnings are kept
     * @param length the most words behind the first, the last one counted
     * @see Beams
     */
    public static Beams beamSearch(Function<Tensor, Tensor> next, int bos, int eos, int width, int length) {
        return Beams.search(next, bos, eos, width, length);
    }

    /**
     * A text that goes on: {@code generate(net, vocabulary.encode("Once"), 50).temperature(0.8).seed(1).tokens()}.
     *
     * @param net of words [batch, TIME], stateful or not, or of as many words as its window holds
     * @param prefix int64 [words]
     * @param length how many words are drawn
     * @see Generation
     */
    public static Generation generate(Model net, Tensor prefix, int length) {
        return Generation.of(net, prefix, length);
    }

    /** A text that goes on by a function from all words so far, [1, words], to the logits of the next. */
    public static Generation generate(Function<Tensor, Tensor> next, Tensor prefix, int length) {
        return Generation.of(next, prefix, length);
    }

    // Looking at data

    /**
     * The principal components of examples [n, …].
     *
     * @see Pca
     */
    public static Pca pca(Tensor x) {
        return Pca.of(x);
    }

    /** The coordinates of examples [n, …] along their first {@code k} principal components, [n, k]. */
    public static Tensor pca(Tensor x, int k) {
        return Pca.of(x).components(k).transform(x);
    }

    /**
     * Points in the plane that keep the neighbours of examples [n, …]: {@code tsne(x).perplexity(20).embedding()}.
     *
     * @see Tsne
     */
    public static Tsne tsne(Tensor x) {
        return Tsne.of(x);
    }

    /** Points in the plane, 2, or in space, 3, that keep the neighbours of examples [n, …]; [n, dimensions]. */
    public static Tensor tsne(Tensor x, int dimensions) {
        return Tsne.of(x).dimensions(dimensions).embedding();
    }

    /**
     * {@code k} clusters of examples [n, …].
     *
     * @see KMeans
     */
    public static KMeans kMeans(Tensor x, int k, long seed) {
        return KMeans.of(x, k, seed);
    }

    /** Clusters of examples [n, …] from these first centres, [k, …]. */
    public static KMeans kMeans(Tensor x, Tensor centres) {
        return KMeans.of(x, centres);
    }

    /**
     * The intersection over the union of boxes [n, 4] and [m, 4], by their corners x₁, y₁, x₂, y₂; [n, m].
     *
     * @see Boxes#iou
     */
    public static Tensor boxIou(Tensor a, Tensor b) {
        return Boxes.iou(a, b);
    }

    /**
     * The numbers of the boxes that stay when each drops those that overlap it and score less, best first.
     *
     * @see Boxes#suppressed
     */
    public static Tensor nonMaxSuppression(Tensor boxes, Tensor scores, Number threshold) {
        return Boxes.suppressed(boxes, scores, threshold);
    }

    // Data

    /** Examples and their targets, one row each. */
    public static Dataset dataset(Tensor x, Tensor y) {
        return new TensorDataset(x, y, List.of());
    }

    /** Examples without targets, one row each, for an {@code objective(…)}. */
    public static Dataset dataset(Tensor x) {
        return new TensorDataset(List.of(x), List.of(), Facts.none());
    }

    /** Examples of several inputs, and their targets, one row each. */
    public static Dataset dataset(List<Tensor> x, Tensor y) {
        return new TensorDataset(x, List.of(y), Facts.none());
    }

    /** Examples with several targets each; {@code named("kind", "box")} says which output each belongs to. */
    public static Dataset dataset(Tensor x, List<Tensor> y) {
        return new TensorDataset(List.of(x), y, Facts.none());
    }

    /** Examples of several inputs with several targets each. */
    public static Dataset dataset(List<Tensor> x, List<Tensor> y) {
        return new TensorDataset(x, y, Facts.none());
    }

    /** 1,797 handwritten digits as images [1, 8, 8] with labels 0 to 9; ships with Percolate. */
    public static Dataset digits() {
        return Shipped.digits();
    }

    /** 150 iris flowers, four lengths in cm each, with species 0 to 2; ships with Percolate. */
    public static Dataset iris() {
        return Shipped.iris();
    }

    // Data of files and of the network

    /**
     * Handwritten digits, 60,000 images [1, 28, 28] with labels 0 to 9, and 10,000 as {@code mnist().test()}; 12 MB, fetched
     * once and kept in the user's cache or in the folder that {@code PERCOLATE_DATA} names.
     *
     * @throws percolate.data.download.DownloadException if they can be fetched nowhere
     */
    public static Dataset mnist() {
        return Online.mnist();
    }

    /** Photographs of garments, as many and as large as those of {@link #mnist}; 31 MB, fetched once. */
    public static Dataset fashionMnist() {
        return Online.fashionMnist();
    }

    /** Photographs of ten classes, 50,000 images [3, 32, 32], and 10,000 as {@code cifar10().test()}; 170 MB, fetched once. */
    public static Dataset cifar10() {
        return Online.cifar10();
    }

    /**
     * Images and labels in the format of MNIST, packed by gzip or not; bytes become numbers from 0 to 1.
     *
     * @throws percolate.data.DataException if a file is not in this format, or they do not belong together
     */
    public static Dataset idx(String images, String labels) {
        return Online.idx(Path.of(images), Path.of(labels));
    }

    /**
     * Images of a folder that has a folder for each class, or images alone: png, jpeg, bmp and gif, sorted by name, each read
     * when it is wanted, so that they may be larger than memory: {@code imageFolder("cats").grey().resize(28, 28)}.
     *
     * @param place the folder's path; also a zip or tar.gz file's, or the address of one
     * @throws percolate.data.DataException if there is none, or no image in it
     */
    public static ImageFolder imageFolder(String place) {
        return ImageFolder.of(place);
    }

    /**
     * A table of a text file: cells between commas, semicolons or tabs, names in the first line unless that has numbers alone.
     *
     * @param place the file's path, packed by gzip or not, or its address
     * @throws percolate.data.DataException if there is none, or its rows differ in length
     */
    public static Table csv(String place) {
        return Csv.read(place);
    }

    /** A table of a text file as examples, all its columns but the label as x. */
    public static TableData csv(String place, String label) {
        return dataset(csv(place), "*", label);
    }

    /**
     * Columns of a table as examples: {@code dataset(table, "height, weight", "sex")}, {@code "*"} for all but the label. x is
     * float32 [rows, columns]; a column of words becomes a column of zeros and ones for each word. y is int64 [rows] where the
     * label holds words, yes or no, or the numbers 0 to k − 1, else float32 [rows, 1]. Scale with {@code
     * split(0.8, 42).normalise()}, by the training part alone.
     *
     * @throws IllegalArgumentException if the table has no such column, or one that holds dates
     * @throws IllegalStateException when the examples are wanted and a value is missing: {@code dropMissing()} leaves such
     *     rows out, {@code fillMissing("mean")} fills them
     */
    public static TableData dataset(Table table, String columns, String label) {
        return TableData.of(table, columns, label);
    }

    /**
     * Examples that are read one after the other, anew for each epoch and ahead of the training, so that they may be larger
     * than memory. {@link Streamed#buffer} mixes their order, by the training's seed.
     *
     * @param batches gives the same examples, in batches of any size, from the beginning whenever it is asked
     */
    public static Streamed stream(Iterable<Batch> batches) {
        return Streamed.of(batches);
    }

    /**
     * Examples in parts that are read when it is their turn: {@code stream(files, file -> csv(file, "label"))}.
     *
     * @param parts the names of the parts, such as files
     * @param read the data of one part
     */
    public static Streamed stream(List<String> parts, Function<String, Dataset> read) {
        return Streamed.of(parts, read);
    }

    // Data made by formulas, each from its seed

    /** The four rows of XOR's truth table: x [4, 2], y [4, 1]. */
    public static Dataset xor() {
        return Points.xor();
    }

    /** Two half circles that reach into each other, labels 0 and 1: (cos πt, sin πt) and (1 − cos πt, ½ − sin πt). */
    public static Dataset moons(int n, Number noise, long seed) {
        return Points.moons(n, noise, seed);
    }

    /** A circle of radius 1, label 0, around one of radius ½, label 1. */
    public static Dataset circles(int n, Number noise, long seed) {
        return Points.circles(n, noise, seed);
    }

    /** Two arms that wind around each other, labels 0 and 1: t·(sin φ, cos φ) with φ = 3.5πt, and half a turn further. */
    public static Dataset spirals(int n, Number noise, long seed) {
        return Points.spirals(n, noise, seed);
    }

    /** Two clouds about (−1, −1), label 0, and (1, 1), label 1, of this standard deviation. */
    public static Dataset gaussians(int n, Number noise, long seed) {
        return Points.gaussians(n, noise, seed);
    }

    /** Points of a curve: y = sin 3x + noise, x drawn evenly from −1 to 1; x and y [n, 1]. */
    public static Dataset regression(int n, Number noise, long seed) {
        return Points.regression(n, noise, seed);
    }

    /** Images [3, 64, 64] of a circle, a square or a triangle; {@code masks()}, {@code boxes(7)} and {@code captions()} too. */
    public static Shapes shapes(int n, long seed) {
        return Shapes.of(n, seed);
    }

    /** Balls that bounce in a box: six positions, [n, 6, 2], and the next, [n, 2]; {@code images()} shows them. */
    public static Balls balls(int n, long seed) {
        return Balls.of(n, seed);
    }

    /** Sounds of a sine, a square or a sawtooth wave: x [n, 128, 1]. */
    public static Dataset waves(int n, long seed) {
        return Sequences.waves(n, seed);
    }

    /** Strands of 40 letters A, C, G, T, int64 [n, 40]; label 1 where the motif TATAAT stands in them. */
    public static Dataset dna(int n, long seed) {
        return Sequences.dna(n, seed);
    }

    /** Reviews in which the order of words decides, such as "the food was good , not bad at all"; label 1 where it pleased. */
    public static Dataset reviews(int n, long seed) {
        return Sentences.reviews(n, seed);
    }

    /** Numbers to translate from figures, "4 2 7", to words, "four hundred twenty seven". */
    public static Dataset numberWords(int n, long seed) {
        return Sentences.numberWords(n, seed);
    }

    /** A pole to be balanced on a cart: two actions, states [4]. */
    public static CartPole cartPole(long seed) {
        return new CartPole(seed);
    }

    /** A world of cells, four actions, states one-hot; written as rows, {@code gridWorld(1, "...+", ".#.-", "S...")}, or that one. */
    public static GridWorld gridWorld(long seed, String... rows) {
        return GridWorld.of(seed, rows);
    }

    /** A text, by its characters; {@code text(s).words()} by its words. */
    public static Text text(String text) {
        return Text.of(text);
    }

    /** The words of a text, numbered from 0. */
    public static Vocabulary vocabulary(String text) {
        return vocabulary(List.of(text));
    }

    /** The words of texts, numbered from 0. */
    public static Vocabulary vocabulary(List<String> texts) {
        return Vocabulary.of(Tokens.WORDS, texts);
    }

    /**
     * Sentences and what they are in another language: x(0) the source, [examples, words], x(1) the target from its beginning
     * on, y the target up to its end; shorter ones are filled up, which losses and accuracy leave out.
     */
    public static Dataset translation(List<String> source, List<String> target) {
        return Translation.of(source, target);
    }

    // What is done to images, anew in each epoch

    /** A square patch anywhere in an image; the middle one where images only measure. */
    public static Crop crop(int size) {
        return new Crop(size, size);
    }

    /** A patch anywhere in an image; the middle one where images only measure. */
    public static Crop crop(int height, int width) {
        return new Crop(height, width);
    }

    /** Zeros around an image, so many pixels at each side. */
    public static Pad pad(int pixels) {
        return new Pad(pixels);
    }

    /** Every second image is mirrored left to right. */
    public static Flip flip() {
        return new Flip(false);
    }

    /** Turns images by an angle of up to so many degrees in either direction. */
    public static Rotate rotate(Number degrees) {
        return new Rotate(degrees.doubleValue());
    }

    /** All values of an image times a factor from 1 − strength to 1 + strength. */
    public static Brightness brightness(Number strength) {
        return new Brightness(strength.doubleValue());
    }

    /** Distances to an image's mean times a factor from 1 − strength to 1 + strength. */
    public static Contrast contrast(Number strength) {
        return new Contrast(strength.doubleValue());
    }

    /** Shifts an image's colours along the principal components of the training images' colours; 0.1 is usual. */
    public static PcaColour pcaColour(Number strength) {
        return new PcaColour(strength);
    }

    /** Hides a square of an image. */
    public static Cutout cutout(int size) {
        return new Cutout(size);
    }
}
