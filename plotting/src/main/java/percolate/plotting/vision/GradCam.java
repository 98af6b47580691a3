package percolate.plotting.vision;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import percolate.Model;
import percolate.Percolate;
import percolate.Tensor;
import percolate.model.Graph;
import percolate.model.Wiring;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * Where a network sees a class: relu(Σₖ αₖ Aᵏ) over the maps Aᵏ of a convolution, each weighted by αₖ, the mean of ∂y/∂Aᵏ
 * over its places, for the class's output y; stretched over the image.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al. 2017, eq. 1 and 2</a>
 */
public final class GradCam extends Illustration<GradCam> {
    private final Subject subject;
    private final int label;
    private final String layer;
    private final Tensor map;

    private GradCam(Subject subject, int label, String layer, Tensor map, UnaryOperator<Picture> dress) {
        super(dress);
        this.subject = subject;
        this.label = label;
        this.layer = layer;
        this.map = map;
    }

    /** Seen from the last convolution. */
    public static GradCam of(Model net, Tensor image, int label) {
        var subject = Subject.of("gradCam", net, image);
        return of(subject, subject.known(label), last(net.graph()));
    }

    private static GradCam of(Subject subject, int label, String layer) {
        subject.image();
        return new GradCam(subject, label, layer, map(subject, label, layer), UnaryOperator.identity());
    }

    private static String last(Graph graph) {
        return graph.steps().stream()
                .filter(step -> step.layer().kind().toLowerCase(Locale.ROOT).contains("conv"))
                .filter(step -> step.out().rank() == 3)
                .reduce((one, next) -> next)
                .orElseThrow(
                        () -> new IllegalArgumentException("gradCam: expected a network with a convolution, got the"
                                + " layers "
                                + graph.steps().stream().map(Graph.Step::name).toList()
                                + "; take saliency(net, image)"))
                .name();
    }

    /** [height, width] of the layer's maps. */
    private static Tensor map(Subject subject, int label, String layer) {
        var wiring = subject.net().wiring();
        var both = Model.of(new Wiring(
                        wiring.inputs(),
                        List.of(wiring.place(layer), wiring.outputs().get(0))))
                .eval();
        var found = both.outputs(Percolate.parameter(subject.real()));
        var maps = found.get(0);
        if (maps.shape().rank() != 4) {
            throw new IllegalArgumentException("gradCam: expected a layer that gives [channels, height, width], got \""
                    + layer + "\", which gives " + maps.shape().dropFirst(1) + "; name a convolution");
        }
        var slope =
                Percolate.gradients(found.get(1).reshape(-1).get(label), maps).of(maps);
        return maps.detach()
                .times(slope.mean(3, true).mean(2, true))
                .sum(1)
                .relu()
                .get(0);
    }

    /** Seen from another layer that gives maps. */
    public GradCam at(String other) {
        return of(subject, label, other).with(dress());
    }

    /** The map itself, before it is stretched over the image: [height, width] of the layer. */
    public Tensor values() {
        return map;
    }

    @Override
    protected GradCam with(UnaryOperator<Picture> other) {
        return new GradCam(subject, label, layer, map, other);
    }

    @Override
    protected Drawing drawing() {
        var values = map.toFloatArray();
        var span = new Span(0, Span.of(values).high());
        var field = Field.of(values, 0, map.size(0), map.size(1), span, Shade.HEAT);
        var stretched = Stretch.of(values, map.size(0), map.size(1), subject.height(), subject.width());
        return Beside.of(subject, stretched, field, "Grad-CAM of " + layer, words(stretched));
    }

    private String words(float[] stretched) {
        return "Grad-CAM of layer " + layer + " for class " + label + ", predicted "
                + subject.words(subject.prediction()) + ": "
                + Spot.of(stretched, subject.width()).words();
    }
}
