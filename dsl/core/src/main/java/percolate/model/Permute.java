package percolate.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * The axes of an example in another order, counted from 0 without the batch axis: {@code permute(1, 2, 0)} makes
 * [h, w, channels] of [channels, h, w]. No weights.
 */
public final class Permute extends Part<Permute> {
    public Permute(Attributes attributes) {
        super(attributes);
        var axes = axes();
        if (axes.isEmpty()
                || !axes.stream()
                        .sorted()
                        .toList()
                        .equals(IntStream.range(0, axes.size()).boxed().toList())) {
            throw new IllegalArgumentException(
                    "permute: expected each axis from 0 once, such as permute(1, 0), got " + axes);
        }
    }

    public Permute(int... axes) {
        this(Attributes.of("permute").with("axes", Arrays.stream(axes).boxed().toList()));
    }

    @Override
    protected Permute with(Attributes attributes) {
        return new Permute(attributes);
    }

    private List<Integer> axes() {
        return attributes().integers("axes");
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != axes().size()) {
            throw new ShapeException("expected examples of " + axes().size() + " axes, got " + Sizes.batch(input)
                    + "; name each axis but the batch's once");
        }
        return new Shape(axes().stream().map(input::get).toList());
    }

    @Override
    public String write(Body body) {
        var axes = axes().stream().map(axis -> String.valueOf(axis + 1)).collect(Collectors.joining(", "));
        return "torch.permute(" + body.input() + ", [0, " + axes + "])";
    }

    @Override
    protected String written() {
        return "permute(" + axes().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }
}
