package percolate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/** The same elements of an example under another shape, for example 784 numbers as [1, 28, 28]. No weights. */
public final class Reshape extends Part<Reshape> {
    public Reshape(Attributes attributes) {
        super(attributes);
        sizes();
    }

    public Reshape(int... sizes) {
        this(attributes(sizes));
    }

    private static Attributes attributes(int... sizes) {
        var attributes = Attributes.of("reshape").with("rank", sizes.length);
        if (sizes.length == 0 || Arrays.stream(sizes).anyMatch(s -> s < 1)) {
            throw new IllegalArgumentException(
                    "reshape: expected one size or more, each of 1 or more, got " + Arrays.toString(sizes));
        }
        for (int i = 0; i < sizes.length; i++) {
            attributes = attributes.with("size" + i, sizes[i]);
        }
        return attributes;
    }

    @Override
    protected Reshape with(Attributes attributes) {
        return new Reshape(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        var to = new Shape(sizes());
        if (!input.isKnown() || input.elementCount() != to.elementCount()) {
            throw new ShapeException("expected as many elements as " + to + " has, " + to.elementCount() + ", got "
                    + Sizes.batch(input) + "; choose sizes with the same product");
        }
        return to;
    }

    @Override
    public boolean keepsElements() {
        return activation().equals(Activation.NONE);
    }

    @Override
    public String write(Body body) {
        var sizes = sizes().stream().map(String::valueOf).toList();
        return "torch.reshape(" + body.input() + ", [-1, " + String.join(", ", sizes) + "])";
    }

    @Override
    protected String written() {
        return "reshape("
                + String.join(", ", sizes().stream().map(String::valueOf).toList()) + ")";
    }

    private List<Integer> sizes() {
        var sizes = new ArrayList<Integer>();
        for (int i = 0; i < attributes().positive("rank"); i++) {
            sizes.add(attributes().positive("size" + i));
        }
        return sizes;
    }
}
