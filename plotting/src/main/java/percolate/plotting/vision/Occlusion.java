package percolate.plotting.vision;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import percolate.Model;
import percolate.Percolate;
import percolate.Tensor;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * What a prediction loses where a part of the image is covered: a grey square moves over it, and each pixel shows how far the
 * probability of the predicted class fell, on the mean of the squares that covered it.
 *
 * @see <a href="https://arxiv.org/abs/1311.2901">Zeiler and Fergus 2013</a>
 */
public final class Occlusion extends Illustration<Occlusion> {
    private static final int AT_ONCE = 64;

    private final Subject subject;
    private final int patch;
    private final float[] map;

    private Occlusion(Subject subject, int patch, float[] map, UnaryOperator<Picture> dress) {
        super(dress);
        this.subject = subject;
        this.patch = patch;
        this.map = map;
    }

    /** With a square of a quarter of the image's side. */
    public static Occlusion of(Model net, Tensor image) {
        var subject = Subject.of("occlusion", net, image);
        return of(subject, Math.max(1, Math.min(subject.height(), subject.width()) / 4));
    }

    private static Occlusion of(Subject subject, int patch) {
        if (patch < 1 || patch > Math.min(subject.height(), subject.width())) {
            throw new IllegalArgumentException("occlusion: expected a square within the image of " + subject.height()
                    + " × " + subject.width() + ", got one of side " + patch + "; choose a smaller one");
        }
        if (subject.output().length < 2) {
            throw new IllegalArgumentException(
                    "occlusion: expected a network with an output for each class, got one output;"
                            + " take saliency(net, image)");
        }
        return new Occlusion(subject, patch, map(subject, patch), UnaryOperator.identity());
    }

    /** With a square of another side, in pixels; it moves by half of that. */
    public Occlusion patch(int side) {
        return of(subject, side).with(dress());
    }

    private static float[] map(Subject subject, int patch) {
        int step = Math.max(1, patch / 2);
        int rows = (subject.height() - patch + step - 1) / step + 1;
        int columns = (subject.width() - patch + step - 1) / step + 1;
        var sums = new float[subject.height() * subject.width()];
        var counts = new int[sums.length];
        for (int from = 0; from < rows * columns; from += AT_ONCE) {
            var corners = new int[Math.min(AT_ONCE, rows * columns - from)];
            for (int at = 0; at < corners.length; at++) {
                int row = Math.min((from + at) / columns * step, subject.height() - patch);
                int column = Math.min((from + at) % columns * step, subject.width() - patch);
                corners[at] = row * subject.width() + column;
            }
            add(subject, patch, corners, sums, counts);
        }
        for (int at = 0; at < sums.length; at++) {
            sums[at] /= counts[at];
        }
        return sums;
    }

    private static void add(Subject subject, int patch, int[] corners, float[] sums, int[] counts) {
        var falls = falls(subject, patch, corners);
        for (int at = 0; at < corners.length; at++) {
            for (int pixel = 0; pixel < patch * patch; pixel++) {
                int place = corners[at] + pixel / patch * subject.width() + pixel % patch;
                sums[place] += falls[at];
                counts[place]++;
            }
        }
    }

    /** How far the probability falls for each corner at which the square stands. */
    private static float[] falls(Subject subject, int patch, int[] corners) {
        var image = subject.real().toFloatArray();
        double mean = 0;
        for (float value : image) {
            mean += value / image.length;
        }
        var covered = new float[corners.length * image.length];
        int plane = subject.height() * subject.width();
        for (int at = 0; at < corners.length; at++) {
            System.arraycopy(image, 0, covered, at * image.length, image.length);
            for (int pixel = 0; pixel < patch * patch; pixel++) {
                int place = corners[at] + pixel / patch * subject.width() + pixel % patch;
                for (int channel = 0; channel < image.length / plane; channel++) {
                    covered[at * image.length + channel * plane + place] = (float) mean;
                }
            }
        }
        var x = Percolate.tensor(covered)
                .reshape(subject.x().shape().with(0, corners.length).toArray());
        var outputs = subject.net().predict(x).toFloatArray();
        int classes = subject.output().length;
        int label = subject.prediction();
        double before = subject.shares()[label];
        var falls = new float[corners.length];
        for (int at = 0; at < falls.length; at++) {
            var its = Arrays.copyOfRange(outputs, at * classes, (at + 1) * classes);
            falls[at] = (float) (before - new Subject("occlusion", subject.net(), subject.x(), its).shares()[label]);
        }
        return falls;
    }

    /** The map itself, [height, width]: by how much the probability fell. */
    public Tensor values() {
        return Percolate.tensor(map).reshape(subject.height(), subject.width());
    }

    @Override
    protected Occlusion with(UnaryOperator<Picture> other) {
        return new Occlusion(subject, patch, map, other);
    }

    @Override
    protected Drawing drawing() {
        var span = Span.of(map).anchored();
        var field = Field.of(map, 0, subject.height(), subject.width(), span, span.shade());
        return Beside.of(subject, map, field, "loss of probability", words());
    }

    private String words() {
        return "what class " + subject.prediction() + " (" + Digits.percent(subject.shares()[subject.prediction()])
                + ") loses where a square of " + patch + " × " + patch + " pixels covers the image: "
                + Spot.of(map, subject.width()).words() + ", at most "
                + Digits.of(Span.of(map).high()) + " of its probability";
    }
}
