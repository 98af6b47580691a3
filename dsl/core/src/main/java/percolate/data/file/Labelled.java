package percolate.data.file;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import percolate.DType;
import percolate.Dataset;
import percolate.Tensor;
import percolate.data.DataException;
import percolate.data.TensorDataset;

/** Images with a label each, as the files of well-known collections have them. */
final class Labelled {
    private static final int LEVELS = 255;
    private static final int MOST_NAMES = 1000;

    private Labelled() {}

    /**
     * @param both images [n, h, w] or [n, channels, h, w], whose bytes become numbers from 0 to 1; labels [n], integers
     * @param classes the labels' names; empty for the numbers themselves
     * @param test reads the test part, null where there is none
     */
    static Dataset of(String who, List<Tensor> both, List<String> classes, Supplier<Dataset> test) {
        var images = both.get(0);
        var labels = both.get(1);
        if (labels.shape().rank() != 1 || labels.dtype().isFloating()) {
            throw new DataException(who + ": expected one integer per example as its label, got " + labels.shape() + " "
                    + labels.dtype() + "; give the images first and the labels second");
        }
        if (labels.size(0) != images.size(0) || labels.size(0) == 0) {
            throw new DataException(who + ": expected a label for each image, got " + images.size(0) + " images and "
                    + labels.size(0) + " labels; take both files of the same part");
        }
        var y = labels.to(DType.int64);
        var data = new TensorDataset(scaled(images), y, names(who, y, classes));
        return test == null ? data : new Parted(data, test);
    }

    private static Tensor scaled(Tensor images) {
        var x = images.dtype() == DType.uint8 ? images.to(DType.float32).div(LEVELS) : images.to(DType.float32);
        return x.shape().rank() == 3 ? x.unsqueeze(1) : x;
    }

    private static List<String> names(String who, Tensor labels, List<String> classes) {
        long[] all = labels.toLongArray();
        long most = 0;
        for (long label : all) {
            if (label < 0 || (!classes.isEmpty() && label >= classes.size())) {
                throw new DataException(who + ": expected labels from 0"
                        + (classes.isEmpty() ? " on" : " to " + (classes.size() - 1)) + ", got " + label
                        + "; check that it is the file of the labels");
            }
            most = Math.max(most, label);
        }
        return !classes.isEmpty() || most >= MOST_NAMES
                ? classes
                : IntStream.rangeClosed(0, (int) most)
                        .mapToObj(Integer::toString)
                        .toList();
    }
}
