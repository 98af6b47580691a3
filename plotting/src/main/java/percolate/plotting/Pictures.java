package percolate.plotting;

import java.util.List;
import percolate.Batch;
import percolate.Dataset;
import percolate.Model;
import percolate.Run;
import percolate.Tensor;
import percolate.plotting.chart.Picture;
import percolate.plotting.control.Arranged;
import percolate.plotting.control.Button;
import percolate.plotting.control.Control;
import percolate.plotting.control.Menu;
import percolate.plotting.control.PictureFrame;
import percolate.plotting.control.Slider;
import percolate.plotting.control.Toggle;
import percolate.plotting.network.Diagram;
import percolate.plotting.network.Histograms;
import percolate.plotting.notebook.BatchPicture;
import percolate.plotting.notebook.ConfusionPicture;
import percolate.plotting.notebook.LinePicture;
import percolate.plotting.notebook.MistakesPicture;
import percolate.plotting.notebook.RunPanel;
import percolate.plotting.space.DecisionRegions;
import percolate.plotting.space.Embedded;
import percolate.plotting.space.LossSurface;
import percolate.plotting.space.Neighbours;
import percolate.plotting.vision.Attention;
import percolate.plotting.vision.Explanation;
import percolate.plotting.vision.FeatureMaps;
import percolate.plotting.vision.Gates;
import percolate.plotting.vision.GradCam;
import percolate.plotting.vision.Kernels;
import percolate.plotting.vision.Occlusion;
import percolate.plotting.vision.Saliency;

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

    /** Loss and accuracy (or the first metric) over the epochs of a training, in training and validation. */
    public static Picture plot(Run run) {
        return RunPanel.of(run);
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
     * The examples a network is wrong about, at most 20, those it is most sure of first: as images, or as a table where
     * they are none.
     */
    public static Picture mistakes(Model net, Dataset data) {
        return MistakesPicture.of(net, data);
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

    // Network

    /**
     * A network as boxes with shapes and the arithmetic of its parameters, skips and branches as arrows; {@code gradients(g)}
     * colours each layer by the norm of its gradient.
     */
    public static Diagram diagram(Model net) {
        return Diagram.of(net);
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
}
