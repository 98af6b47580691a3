package percolate.model;

import java.util.List;
import java.util.stream.Collectors;
import percolate.Layer;
import percolate.Node;
import percolate.Shape;
import percolate.ShapeException;

/**
 * Layers and a way past them, y = F(x) + x; an activation applies after the addition.
 *
 * <p>Where F changes the shape, x passes a projection W·x without bias: {@code conv2d(channels, 1)} for images, with the
 * stride that gives F's height and width, {@code dense(units)} for vectors and sequences. Where F holds a batch norm, one
 * follows the projection, as in the published networks.
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al. 2016, fig. 2 and option B of section 3.3</a>
 */
public final class Residual extends Group<Residual> {
    private Residual(Attributes attributes) {
        super(attributes);
    }

    public Residual(List<Layer> layers) {
        this(Attributes.of("residual").with("layers", Parts.checked("residual", layers)));
    }

    @Override
    protected Residual with(Attributes attributes) {
        return new Residual(attributes);
    }

    @Override
    protected Node expand(List<Node> inputs) {
        var x = inputs.get(0);
        var y = chain("layer", Parts.of(this), inputs);
        if (!x.shape().equals(y.shape())) {
            x = projection(x.shape(), y.shape()).onto(List.of(x));
            if (Parts.of(this).stream().anyMatch(Residual::normalises)) {
                x = new BatchNorm().onto(List.of(x));
            }
        }
        return Parts.activated(Merge.add(), this).onto(List.of(y, x));
    }

    private static boolean normalises(Layer layer) {
        return layer.kind().equals("batchNorm")
                || (layer.attributes().values().get("layers") instanceof List<?> layers
                        && layers.stream().anyMatch(l -> normalises((Layer) l)));
    }

    private static Layer projection(Shape from, Shape to) {
        if (from.rank() == 3 && to.rank() == 3) {
            int stride = stride(from, to);
            return new Conv2d(to.get(0), 1, 1).stride(stride).withBias(false);
        }
        if (from.rank() == to.rank() && from.rank() < 3 && from.dropLast(1).equals(to.dropLast(1))) {
            return new Dense(to.get(-1)).withBias(false);
        }
        throw unreachable(from, to);
    }

    private static int stride(Shape from, Shape to) {
        int stride = Math.max(1, Math.round((float) from.get(1) / to.get(1)));
        if (reached(from.get(1), stride) != to.get(1) || reached(from.get(2), stride) != to.get(2)) {
            throw unreachable(from, to);
        }
        return stride;
    }

    private static int reached(int size, int stride) {
        return (size - 1) / stride + 1;
    }

    private static ShapeException unreachable(Shape from, Shape to) {
        return new ShapeException("the input " + from + " cannot be added to what its layers make of it, " + to
                + "; let them keep the height and width, for example with same(), or divide them by a stride");
    }

    @Override
    protected String written() {
        return kind() + Parts.of(this).stream().map(Layer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
