package percolate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import percolate.Percolate;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * Several inputs as one: side by side along an axis, their sum, or their product; of two also their difference or quotient.
 * No weights.
 *
 * <p>{@code concat}: the shapes are equal but for the axis, whose sizes are added. {@code add}, {@code multiply},
 * {@code subtract}, {@code divide}: an axis of size 1 stretches to the other's size.
 */
public final class Merge extends Part<Merge> {
    private static final Map<String, String> OF_ANY = Map.of("add", "torch.add", "multiply", "torch.mul");
    private static final Map<String, String> OF_TWO = Map.of("subtract", "torch.sub", "divide", "torch.div");

    public Merge(Attributes attributes) {
        super(attributes);
    }

    /** Along the channels: axis 0 of an example of three axes or more, else the last one. */
    public static Merge concat() {
        return new Merge(Attributes.of("concat"));
    }

    /** Along an axis of the examples; negative axes count from the end. */
    public static Merge concat(int axis) {
        return new Merge(Attributes.of("concat").with("axis", axis));
    }

    public static Merge add() {
        return new Merge(Attributes.of("add"));
    }

    public static Merge multiply() {
        return new Merge(Attributes.of("multiply"));
    }

    public static Merge subtract() {
        return new Merge(Attributes.of("subtract"));
    }

    public static Merge divide() {
        return new Merge(Attributes.of("divide"));
    }

    @Override
    protected Merge with(Attributes attributes) {
        return new Merge(attributes);
    }

    @Override
    public int mostInputs() {
        return OF_TWO.containsKey(kind()) ? 2 : Integer.MAX_VALUE;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return kind().equals("concat")
                ? joined(inputs)
                : inputs.stream().reduce(this::stretched).orElseThrow();
    }

    private Shape joined(List<Shape> inputs) {
        var first = inputs.get(0);
        int axis = axis(first);
        long sum = 0;
        for (var shape : inputs) {
            if (shape.rank() != first.rank()
                    || !shape.with(axis, 1).equals(first.with(axis, 1))
                    || shape.get(axis) == Percolate.TIME) {
                throw new ShapeException(
                        "expected shapes that are equal but for axis " + axis + " of the examples, got " + first
                                + " and " + shape + "; bring them to one size first, or name the axis");
            }
            sum += shape.get(axis);
        }
        return first.with(axis, Math.toIntExact(sum));
    }

    private int axis(Shape shape) {
        int axis = attributes().integer("axis", shape.rank() >= 3 ? 0 : -1);
        if (axis < -shape.rank() || axis >= shape.rank()) {
            throw new ShapeException("there is no axis " + axis + " in examples of shape " + shape + "; axes run from "
                    + -shape.rank() + " to " + (shape.rank() - 1));
        }
        return axis < 0 ? axis + shape.rank() : axis;
    }

    private Shape stretched(Shape a, Shape b) {
        var sizes = new ArrayList<Integer>();
        for (int axis = 0; axis < Math.max(a.rank(), b.rank()); axis++) {
            int one = axis < a.rank() ? a.get(axis) : 0;
            int two = axis < b.rank() ? b.get(axis) : 0;
            if (a.rank() != b.rank() || (one != two && one != 1 && two != 1)) {
                throw new ShapeException("expected shapes that are equal, or 1 along an axis, got " + a + " and " + b
                        + "; bring them to one size first, for example with a convolution of size 1");
            }
            sizes.add(one == 1 ? two : one);
        }
        return new Shape(sizes);
    }

    @Override
    public String write(Body body) {
        var names = IntStream.range(0, body.inputs()).mapToObj(body::input).toList();
        if (kind().equals("concat")) {
            return "torch.cat([" + String.join(", ", names) + "], " + (axis(body.shape()) + 1) + ")";
        }
        var operation = OF_ANY.getOrDefault(kind(), OF_TWO.get(kind())) + "(%s, %s)";
        return names.stream().reduce(operation::formatted).orElseThrow();
    }

    @Override
    public String sizeFormula(List<Shape> inputs) {
        if (!kind().equals("concat") || inputs.size() < 2) {
            return "";
        }
        int axis = axis(inputs.get(0));
        var sizes = inputs.stream().map(s -> String.valueOf(s.get(axis))).toList();
        return String.join(" + ", sizes) + " = " + outputShape(inputs).get(axis);
    }

    @Override
    public long work(List<Shape> inputs) {
        return outputShape(inputs).elementCount();
    }

    @Override
    public boolean keepsTime() {
        int axis = attributes().integer("axis", -1);
        return axis != 0 && axis != -2;
    }

    @Override
    protected String written() {
        return kind() + "(" + (attributes().has("axis") ? attributes().integer("axis") : "") + ")";
    }
}
