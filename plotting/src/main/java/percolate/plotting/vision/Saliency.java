package percolate.plotting.vision;

import java.util.function.UnaryOperator;
import percolate.Model;
import percolate.Percolate;
import percolate.Tensor;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * Which pixels a prediction hangs on: |∂y/∂x|, the largest of the channels, for the output y of one class.
 *
 * @see <a href="https://arxiv.org/abs/1312.6034">Simonyan, Vedaldi and Zisserman 2013</a>
 */
public final class Saliency extends Illustration<Saliency> {
    private final Subject subject;
    private final int label;
    private final float[] map;

    private Saliency(Subject subject, int label, float[] map, UnaryOperator<Picture> dress) {
        super(dress);
        this.subject = subject;
        this.label = label;
        this.map = map;
    }

    /** For the class that the network predicts. */
    public static Saliency of(Model net, Tensor image) {
        return of(Subject.of("saliency", net, image));
    }

    static Saliency of(Subject subject) {
        return of(subject, subject.prediction());
    }

    private static Saliency of(Subject subject, int label) {
        int pixels = subject.height() * subject.width();
        var leaf = Percolate.parameter(subject.real());
        var gradient = Percolate.gradients(() -> output(subject, leaf, label), leaf)
                .of(leaf)
                .toFloatArray();
        var map = new float[pixels];
        for (int at = 0; at < gradient.length; at++) {
            float size = Math.abs(gradient[at]);
            map[at % pixels] = Float.isNaN(size) ? Float.NaN : Math.max(map[at % pixels], size);
        }
        return new Saliency(subject, label, map, UnaryOperator.identity());
    }

    private static Tensor output(Subject subject, Tensor x, int label) {
        return subject.net().eval().apply(x).reshape(-1).get(label);
    }

    /** For another class than the predicted one. */
    public Saliency label(int other) {
        return of(subject, subject.known(other)).with(dress());
    }

    /** The map itself, [height, width], in the output's units per the input's. */
    public Tensor values() {
        return Percolate.tensor(map).reshape(subject.height(), subject.width());
    }

    Field field() {
        var span = Span.of(map);
        return Field.of(map, 0, subject.height(), subject.width(), new Span(0, span.high()), Shade.HEAT);
    }

    @Override
    protected Saliency with(UnaryOperator<Picture> other) {
        return new Saliency(subject, label, map, other);
    }

    @Override
    protected Drawing drawing() {
        return Beside.of(subject, map, field(), "saliency", words());
    }

    private String words() {
        return "saliency for " + subject.words(label) + ": "
                + Spot.of(map, subject.width()).words() + ", up to "
                + Digits.of(Span.of(map).high()) + " per pixel";
    }
}
