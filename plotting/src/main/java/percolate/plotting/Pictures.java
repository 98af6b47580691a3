package percolate.plotting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import percolate.Batch;
import percolate.Dataset;
import percolate.LearningRates;
import percolate.Model;
import percolate.Optimizer;
import percolate.Percolate;
import percolate.Run;
import percolate.Sweep;
import percolate.Tensor;
import percolate.plotting.chart.Multiples;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Pictured;
import percolate.plotting.chart.TokenText;
import percolate.plotting.control.Arranged;
import percolate.plotting.control.Button;
import percolate.plotting.control.Control;
import percolate.plotting.control.Menu;
import percolate.plotting.control.PictureFrame;
import percolate.plotting.control.Slider;
import percolate.plotting.control.Toggle;
import percolate.plotting.network.Diagram;
import percolate.plotting.network.Histograms;
import percolate.plotting.network.Ridges;
import percolate.plotting.notebook.BarPicture;
import percolate.plotting.notebook.BatchPicture;
import percolate.plotting.notebook.CalibrationPicture;
import percolate.plotting.notebook.ComparePicture;
import percolate.plotting.notebook.ConfusionPicture;
import percolate.plotting.notebook.CurvePicture;
import percolate.plotting.notebook.DetectionsPicture;
import percolate.plotting.notebook.LinePicture;
import percolate.plotting.notebook.MasksPicture;
import percolate.plotting.notebook.MistakesPicture;
import percolate.plotting.notebook.PlanePicture;
import percolate.plotting.notebook.RatesPicture;
import percolate.plotting.notebook.ResidualsPicture;
import percolate.plotting.notebook.RunPanel;
import percolate.plotting.notebook.ScatterPicture;
import percolate.plotting.notebook.TablePicture;
import percolate.plotting.space.DecisionRegions;
import percolate.plotting.space.Embedded;
import percolate.plotting.space.LossSurface;
import percolate.plotting.space.Neighbours;
import percolate.plotting.steps.BackpropagationSteps;
import percolate.plotting.steps.ConvolutionSteps;
import percolate.plotting.steps.DescentSteps;
import percolate.plotting.steps.KMeansSteps;
import percolate.plotting.steps.PerceptronSteps;
import percolate.plotting.steps.PoolingSteps;
import percolate.plotting.vision.Attention;
import percolate.plotting.vision.Explanation;
import percolate.plotting.vision.FeatureMaps;
import percolate.plotting.vision.Gates;
import percolate.plotting.vision.GradCam;
import percolate.plotting.vision.Kernels;
import percolate.plotting.vision.Occlusion;
import percolate.plotting.vision.Saliency;
import tech.tablesaw.api.Table;

/**
 * Pictures of data, trainings and networks. Each is a value: a cell that ends in one shows it, and {@code title},
 * {@code size}, {@code dark} and {@code save} change or keep it.
 */
public final class Pictures {
    private Pictures() {}

    /**
     * A line through points, in the order given.
     *
     * @param x [points]
     * @param y [points], or [points, lines] for several lines
     */
    public static Picture plot(Tensor x, Tensor y) {
        return LinePicture.of(x, y);
    }

    /** A line through points, in the order given. */
    public static Picture plot(double[] x, double[] y) {
        return LinePicture.of(x, y);
    }

    /** A line through points, in the order given. */
    public static Picture plot(List<? extends Number> x, List<? extends Number> y) {
        return LinePicture.of(x, y);
    }

    /**
     * A line over the values' numbers, from 0 on.
     *
     * @param y [points], or [points, lines] for several lines
     */
    public static Picture plot(Tensor y) {
        return LinePicture.of(y);
    }

    /** A line over the values' numbers, from 0 on. */
    public static Picture plot(List<? extends Number> y) {
        return LinePicture.of(Percolate.tensor(y));
    }

    /**
     * The graph of a function, for example {@code plot(x -> x.square(), -2, 2)}.
     *
     * @param f gets all of x at once, [points], and gives [points], or [points, lines] for several lines
     */
    public static Picture plot(UnaryOperator<Tensor> f, Number from, Number to) {
        return LinePicture.of(f, from, to);
    }

    /**
     * Points in the plane.
     *
     * @param points [points, 2]
     */
    public static Picture scatter(Tensor points) {
        return ScatterPicture.of(points);
    }

    /**
     * Points in the plane, their classes told by colour and shape.
     *
     * @param points [points, 2]
     * @param labels [points], the class of each
     */
    public static Picture scatter(Tensor points, Tensor labels) {
        return ScatterPicture.of(points, labels);
    }

    /** Points in the plane with the name of each one's class. */
    public static Picture scatter(Tensor points, List<String> labels) {
        return ScatterPicture.of(points, labels);
    }

    /**
     * A bar for each value, from 0 to it.
     *
     * @param values [bars], or [bars, groups] for several side by side
     */
    public static Picture bars(Tensor values) {
        return BarPicture.bars(values);
    }

    /** A bar for each value, with these names below. */
    public static Picture bars(List<String> names, Tensor values) {
        return BarPicture.bars(names, values);
    }

    /** A bar for each name. */
    public static Picture bars(Map<String, ? extends Number> values) {
        return BarPicture.bars(values);
    }

    /** How many of a tensor's values lie in each of some equal ranges; how many ranges follows from the data. */
    public static Picture histogram(Tensor values) {
        return BarPicture.histogram(values);
    }

    /** How many of a tensor's values lie in each of so many equal ranges. */
    public static Picture histogram(Tensor values, int bins) {
        return BarPicture.histogram(values, bins);
    }

    /**
     * How values are spread: a box from quartile to quartile with the median, whiskers to the last value within 1.5 boxes,
     * dots for what lies beyond.
     *
     * @param values [values], or [values, boxes]
     */
    public static Picture boxes(Tensor values) {
        return BarPicture.boxes(values);
    }

    /** A box for each column of values, with these names below. */
    public static Picture boxes(List<String> names, Tensor values) {
        return BarPicture.boxes(names, values);
    }

    /** A box for each named group of values. */
    public static Picture boxes(Map<String, Tensor> groups) {
        return BarPicture.boxes(groups);
    }

    /**
     * A matrix as colours, row 0 on top: viridis, or blue and orange around 0 where values have both signs.
     *
     * @param values [rows, columns], or [columns]
     */
    public static Picture heatMap(Tensor values) {
        return PlanePicture.heatMap(values);
    }

    /** A matrix as colours with names of rows and columns; an empty list leaves the numbers. */
    public static Picture heatMap(Tensor values, List<String> rows, List<String> columns) {
        return PlanePicture.heatMap(values, rows, columns);
    }

    /**
     * A function of two numbers as bands of colour, for example
     * {@code contours((x, y) -> x.square().plus(y.square()), tensor(-2, 2), tensor(-1, 1))}.
     *
     * @param f gets x and y of all points at once, [points] each, and gives [points]
     * @param xRange both ends, the lower one first; with more values, as many steps between them
     * @param yRange likewise
     */
    public static Picture contours(BinaryOperator<Tensor> f, Tensor xRange, Tensor yRange) {
        return PlanePicture.contours(f, xRange, yRange);
    }

    /** How each column of a table is distributed: a histogram of numbers, bars of the most frequent of other values. */
    public static Picture distributions(Table table) {
        return TablePicture.distributions(table);
    }

    /** Each two columns of numbers of a table over each other, the first 6, with their distributions on the diagonal. */
    public static Picture pairs(Table table) {
        return TablePicture.pairs(table);
    }

    /** The same with colours and shapes for the classes of rows, which the column {@code label} tells. */
    public static Picture pairs(Table table, String label) {
        return TablePicture.pairs(table, label);
    }

    /**
     * Sound over its time.
     *
     * @param samples [samples], or [samples, channels]
     * @param rate samples per second
     */
    public static Picture waveform(Tensor samples, Number rate) {
        return LinePicture.waveform(samples, rate);
    }

    /** A text's tokens, each on a ground of its own. */
    public static Picture tokens(List<String> tokens) {
        return Picture.of(new TokenText(tokens, List.of()));
    }

    /**
     * A text's tokens, each on the colour of its weight.
     *
     * @param weights [tokens]
     */
    public static Picture tokens(List<String> tokens, Tensor weights) {
        return Picture.of(new TokenText(
                tokens, Arrays.stream(weights.toDoubleArray()).boxed().toList()));
    }

    /** Pictures side by side, at most 64. */
    public static Picture grid(Pictured... pictures) {
        return Picture.of(
                new Multiples(Arrays.stream(pictures).map(Pictured::picture).toList()));
    }

    /** Loss and accuracy (or the first metric) over the epochs of a training, in training and validation. */
    public static Picture plot(Run run) {
        return RunPanel.of(run);
    }

    /** Trainings on the same axes: the loss, and the metric that all have, of the validation part where all have one. */
    public static Picture compare(Run... runs) {
        return ComparePicture.of(List.of(runs));
    }

    /** Named trainings on the same axes. */
    public static Picture compare(Map<String, Run> runs) {
        return ComparePicture.of(runs);
    }

    /** The trainings of a sweep that have ended, laid over each other. */
    public static Picture plot(Sweep sweep) {
        return ComparePicture.of(sweep);
    }

    /** A range test of learning rates, {@code plot(lrFind(net, data))}: the loss over the rate, and where it falls fastest. */
    public static Picture plot(LearningRates rates) {
        return RatesPicture.of(rates);
    }

    /**
     * The images of a batch, the first 40, with their labels.
     *
     * @param batch x is [batch, height, width], [batch, 1 or 3, height, width], or flat square images
     */
    public static Picture images(Batch batch) {
        return BatchPicture.of(batch);
    }

    /** The images of a batch with what a network takes them for, how sure it is, and the truth. */
    public static Picture images(Model net, Batch batch) {
        return BatchPicture.of(net, batch);
    }

    /** How often a network takes each class for each other: a row per truth, a column per prediction. */
    public static Picture confusion(Model net, Dataset data) {
        return ConfusionPicture.of(net, data);
    }

    /**
     * The share of a class that is found over the share of the rest that is taken for it, at every threshold, with the area
     * below; a line per class, of two classes for the second.
     */
    public static Picture roc(Model net, Dataset data) {
        return CurvePicture.roc(net, data);
    }

    /** Precision over recall at every threshold, with the average precision; a line per class, of two for the second. */
    public static Picture precisionRecall(Model net, Dataset data) {
        return CurvePicture.precisionRecall(net, data);
    }

    /** Whether a network is right as often as it is sure: the share that is right over the confidence, in ten ranges. */
    public static Picture calibration(Model net, Dataset data) {
        return CalibrationPicture.of(net, data);
    }

    /** What a regression leaves: target − prediction over prediction. */
    public static Picture residuals(Model net, Dataset data) {
        return ResidualsPicture.of(net, data);
    }

    /**
     * Which class a network gives each pixel, over the image, beside the truth, with the intersection over union; the first 8.
     *
     * @param data y is [batch, height, width], as {@code masks()} makes them
     */
    public static Picture masks(Model net, Dataset data) {
        return MasksPicture.of(net, data);
    }

    /**
     * The boxes a network finds, with their class and how sure it is, and the true ones, dashed; the first 12 images.
     *
     * @param data y is [batch, 5 + classes, rows, columns], as {@code boxes(grid)} makes them: present, centre within the
     *     cell, width and height as shares of the image, class
     */
    public static Picture detections(Model net, Dataset data) {
        return DetectionsPicture.of(net, data);
    }

    /**
     * The examples a network is wrong about, at most 20, those it is most sure of first: as images, or as a table where
     * they are none.
     */
    public static Picture mistakes(Model net, Dataset data) {
        return MistakesPicture.of(net, data);
    }

    // Step by step

    /**
     * A kernel that moves over an image, with each sum written out.
     *
     * @param image [height, width] or [channels, height, width]
     * @param kernel likewise, with as many channels
     * @see ConvolutionSteps
     */
    public static ConvolutionSteps convolution(Tensor image, Tensor kernel) {
        return ConvolutionSteps.of(image, kernel);
    }

    /**
     * A window that moves over an image and keeps its largest number, with {@code average()} the mean.
     *
     * @param image [height, width]
     * @see PoolingSteps
     */
    public static PoolingSteps pooling(Tensor image, int size) {
        return PoolingSteps.of(image, size);
    }

    /**
     * One example on its way through a small net and its error's way back, with every factor of the chain rule.
     *
     * @param x [features]
     * @param y [outputs], or a class's label
     * @see BackpropagationSteps
     */
    public static BackpropagationSteps backpropagation(Model net, Tensor x, Tensor y) {
        return BackpropagationSteps.of(net, x, y);
    }

    /**
     * A perceptron that learns to part two classes, update by update.
     *
     * @param data x is [examples, 2], y has two different labels
     * @see PerceptronSteps
     */
    public static PerceptronSteps perceptronSteps(Dataset data) {
        return PerceptronSteps.of(data);
    }

    /**
     * Points that are grouped around k centres, round by round.
     *
     * @param points [points, 2]
     * @see KMeansSteps
     */
    public static KMeansSteps kMeansSteps(Tensor points, int k) {
        return KMeansSteps.of(points, k);
    }

    /**
     * An optimizer on a function's curve, {@code descent(x -> x.pow(2), 3, sgd(0.1))}, with the tangent at each place.
     *
     * @see DescentSteps
     */
    public static DescentSteps descent(UnaryOperator<Tensor> f, Number start, Optimizer optimizer) {
        return DescentSteps.of(f, start, optimizer);
    }

    /**
     * An optimizer on a surface, {@code descent(p -> p.get(0).pow(2).plus(p.get(1)), tensor(1.0, 2.0), adam(0.1))}.
     *
     * @param f of a tensor [2], gives one number
     * @param start [2]
     */
    public static DescentSteps descent(UnaryOperator<Tensor> f, Tensor start, Optimizer optimizer) {
        return DescentSteps.of(f, start, optimizer);
    }

    // Network

    /**
     * A network as boxes with shapes and the arithmetic of its parameters, skips and branches as arrows; {@code gradients(g)}
     * colours each layer by the norm of its gradient.
     */
    public static Diagram diagram(Model net) {
        return Diagram.of(net);
    }

    /** The network of a training, coloured by the gradients of the last epoch that {@code watch("gradients")} has kept. */
    public static Diagram diagram(Run run) {
        return Diagram.of(run);
    }

    /** A layer's weights as images: the filters of a convolution, what each unit of a dense layer looks for. */
    public static Kernels kernels(Model net, String layer) {
        return Kernels.of(net, layer);
    }

    /** The maps that each convolution and pooling makes of an image; {@code at("C1")} shows one layer in full. */
    public static FeatureMaps featureMaps(Model net, Tensor image) {
        return FeatureMaps.of(net, image);
    }

    /** The pixels that the prediction hangs on, by the gradient of its output. */
    public static Saliency saliency(Model net, Tensor image) {
        return Saliency.of(net, image);
    }

    /** Where a network sees a class, by its last convolution, or by another one: {@code at("C1")}. */
    public static GradCam gradCam(Model net, Tensor image, int label) {
        return GradCam.of(net, image, label);
    }

    /** What the prediction loses where a square covers a part of the image. */
    public static Occlusion occlusion(Model net, Tensor image) {
        return Occlusion.of(net, image);
    }

    /** Which step of a sequence looks at which, for each head of each attention layer; {@code words(…)} names the steps. */
    public static Attention attention(Model net, Tensor... tokens) {
        return Attention.of(net, tokens);
    }

    /** Gates, cells and states of recurrent layers over time; {@code words(…)} names the steps. */
    public static Gates gates(Model net, Tensor sequence) {
        return Gates.of(net, sequence);
    }

    /** One image on its way through a network: what its prediction hangs on, what each layer makes of it, the prediction. */
    public static Explanation explain(Model net, Tensor image) {
        return Explanation.of(net, image);
    }

    /**
     * How weights and what each layer makes of a batch are distributed, layer by layer; {@code gradients(g)} adds those of the
     * gradients.
     */
    public static Histograms histograms(Model net, Tensor... x) {
        return Histograms.of(net, x);
    }

    /**
     * How the numbers of each layer are spread after each epoch, as {@code watch(what)} has kept them.
     *
     * @param what {@code gradients}, {@code weights} or {@code activations}
     */
    public static Ridges histograms(Run run, String what) {
        return Ridges.of(run, what);
    }

    // Space

    /**
     * Which class a network sees where in the plane of two features, with the examples; {@code film()} takes down how that
     * changes.
     */
    public static DecisionRegions decisionRegions(Model net, Dataset data) {
        return DecisionRegions.of(net, data);
    }

    /**
     * The loss over a plane in the space of a network's weights; {@code paths(sgd(0.1), adam(0.01))} lets optimizers race on
     * it.
     */
    public static LossSurface lossSurface(Model net, Dataset data) {
        return LossSurface.of(net, data);
    }

    /**
     * Where a network's code puts examples, {@code embedding(net.upTo("code"), data)}: along principal components, by
     * {@code tsne()}, {@code in3d()}; the pointer on a point tells which it is.
     */
    public static Embedded embedding(Model net, Dataset data) {
        return Embedded.of(net, data);
    }

    /**
     * Where words lie: their vectors and the words themselves, in the order of their numbers.
     *
     * @param vectors [words, dimensions], such as {@code net.weight("embedding1.weight")}
     */
    public static Embedded embedding(Tensor vectors, List<String> words) {
        return Embedded.of(vectors, words);
    }

    /** The words nearest to one, by the cosine of their vectors. */
    public static Neighbours neighbours(Embedded embedding, String word) {
        return Neighbours.of(embedding, word);
    }

    // Controls

    /**
     * A number to be moved, {@code slider("rate", 0.0001, 1).log().at(0.01)}.
     *
     * @see Slider
     */
    public static Slider slider(String name, Number low, Number high) {
        return Slider.of(name, low, high);
    }

    /** One of several texts, {@code menu("activation", "relu", "tanh")}. */
    public static Menu menu(String name, String... choices) {
        return Menu.of(name, choices);
    }

    /** On or off, {@code toggle("noise").onChange(on -> …)}. */
    public static Toggle toggle(String name) {
        return Toggle.of(name);
    }

    /** Something to press, {@code button("Stop", () -> stopTraining())}. */
    public static Button button(String name, Runnable handler) {
        return Button.of(name, handler);
    }

    /** A place for a picture that can be replaced, {@code picture(plot(x, y))}. */
    public static PictureFrame picture(Picture picture) {
        return PictureFrame.of(picture);
    }

    /** Controls beside each other. */
    public static Arranged row(Control... parts) {
        return Arranged.row(parts);
    }

    /** Controls below each other. */
    public static Arranged column(Control... parts) {
        return Arranged.column(parts);
    }
}
