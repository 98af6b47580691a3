package percolate.model;

import java.util.Collections;
import java.util.List;
import percolate.DType;
import percolate.Shape;
import percolate.program.Body;

/**
 * What layers that take the largest element or the mean of each window have in common.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Pooling<S extends Pooling<S>> extends Part<S> {
    private final Window window;

    protected Pooling(Attributes attributes, List<String> axes) {
        super(attributes);
        int size = attributes.positive("size");
        window = Window.of(attributes, axes, Collections.nCopies(axes.size(), "size"), size);
        if (2 * window.padding().get(0) > size) {
            throw new IllegalArgumentException(kind() + ": expected padding from 0 to half the window of " + size
                    + ", got " + window.padding().get(0));
        }
        if (attributes.flag("indices", false) && !isMaximum()) {
            throw new IllegalArgumentException(
                    kind() + ".withIndices: a mean comes from no single place; use " + kind().replace("avg", "max"));
        }
    }

    /** How far the window moves each time; its own size unless said. */
    public S stride(int stride) {
        return option("stride", stride);
    }

    /** Elements added on each side of each axis; they never win a maximum, and count as zeros in a mean. */
    public S padding(int padding) {
        return with(attributes().without("same").with("padding", padding));
    }

    /** Padding by (k − 1)/2, so that stride 1 keeps the size; the window's size must be odd. */
    public S same() {
        return with(attributes().without("padding").with("same", true));
    }

    /** Makes readable as {@code indices} where each maximum was found, counted row by row over one channel's image. */
    public S withIndices() {
        return option("indices", true);
    }

    @Override
    public List<Exposed> exposed(List<Shape> inputs) {
        return hasIndices() ? List.of(new Exposed("indices", outputShape(inputs.get(0)), DType.int64)) : List.of();
    }

    final Window window() {
        return window;
    }

    final boolean isMaximum() {
        return kind().startsWith("max");
    }

    final boolean hasIndices() {
        return attributes().flag("indices", false);
    }

    /** Writes the pooling of {@code operand}, whose channels follow the batch; with indices into {@code indices}. */
    final String code(Body body, String operand) {
        var places =
                "(%s, %s, %s, %s, ".formatted(operand, window.sizes(), window.each(window.stride()), window.padding());
        if (!isMaximum()) {
            return "torch." + "avg_pool" + axes() + places + "False, True" + (axes().equals("1d") ? ")" : ", None)");
        }
        if (!hasIndices()) {
            return "torch.max_pool" + axes() + places + window.each(1) + ", False)";
        }
        body.line("pooled, indices = torch.max_pool" + axes() + "_with_indices" + places + window.each(1) + ", False)");
        return "pooled";
    }

    /** "1d" or "2d". */
    private String axes() {
        return window.sizes().size() + "d";
    }

    @Override
    protected String written() {
        int padding = attributes().integer("padding", 0);
        return kind() + "(" + attributes().integer("size") + ")"
                + (attributes().has("stride") ? ".stride(" + window.stride() + ")" : "")
                + (padding == 0 ? "" : ".padding(" + padding + ")")
                + (attributes().flag("same", false) ? ".same()" : "")
                + (hasIndices() ? ".withIndices()" : "");
    }
}
