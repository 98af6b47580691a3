package percolate.plotting;

import java.util.List;
import percolate.Batch;
import percolate.Dataset;
import percolate.Model;
import percolate.Run;
import percolate.Tensor;
import percolate.plotting.chart.Picture;
import percolate.plotting.network.Diagram;
import percolate.plotting.notebook.BatchPicture;
import percolate.plotting.notebook.ConfusionPicture;
import percolate.plotting.notebook.LinePicture;
import percolate.plotting.notebook.MistakesPicture;
import percolate.plotting.notebook.RunPanel;

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

    // Network

    /**
     * A network as boxes with shapes and the arithmetic of its parameters, skips and branches as arrows; {@code gradients(g)}
     * colours each layer by the norm of its gradient.
     */
    public static Diagram diagram(Model net) {
        return Diagram.of(net);
    }
}
