package percolate.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What layers with a window over their input can be given: stride, padding and dilation.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Convolution<S extends Convolution<S>> extends Weighted<S> {
    private final Window window;

    /** @param axes the axes that the window slides along, whose names are also the options with its sizes */
    protected Convolution(Attributes attributes, List<String> axes) {
        super(attributes);
        window = Window.of(attributes, axes, axes, 1);
    }

    /** How far the window moves each time; 1 unless said. */
    public S stride(int stride) {
        return option("stride", stride);
    }

    /** Zeros on each side of each axis; 0 unless said. */
    public S padding(int padding) {
        return with(attributes().without("same").without("causal").with("padding", padding));
    }

    /**
     * Padding by d·(k − 1)/2, so that stride 1 keeps the size and stride s gives ⌈size / s⌉; the window's sides must be
     * odd.
     */
    public S same() {
        return with(attributes().without("padding").without("causal").with("same", true));
    }

    /** The distance of neighbouring elements of the window (atrous convolution); 1 unless said. */
    public S dilation(int dilation) {
        return option("dilation", dilation);
    }

    final Window window() {
        return window;
    }

    /** As it was written; {@code first} is what stands before the window's sizes. */
    final String written(String first) {
        boolean square = window.sizes().stream().distinct().count() == 1;
        var sizes = square ? window.sizes().subList(0, 1) : window.sizes();
        var text = new StringBuilder(kind() + "(" + first);
        text.append(sizes.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .append(')');
        for (var option : List.of("stride", "dilation", "groups", "multiplier", "padding", "outputPadding")) {
            if (attributes().integer(option, 0) > (option.contains("adding") ? 0 : 1)) {
                text.append('.')
                        .append(option)
                        .append('(')
                        .append(attributes().integer(option))
                        .append(')');
            }
        }
        for (var flag : List.of("same", "causal")) {
            text.append(attributes().flag(flag, false) ? "." + flag + "()" : "");
        }
        return text + options();
    }
}
