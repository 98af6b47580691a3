package percolate.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import percolate.Initializer;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/**
 * The initialisers that have a name. Equal by name and numbers; read back from {@link #toString}, so that a description of
 * a layer can be saved.
 *
 * <p>fanIn is the number of inputs that one output sums over, fanOut the number of outputs that one input reaches: for a
 * matrix [inputs, outputs] its sizes; for a convolution's [filters, channels, …window] channels · window and
 * filters · window.
 */
public final class InitialValues implements Initializer {
    private final String name;
    private final List<Double> numbers;

    private InitialValues(String name, Number... numbers) {
        this.name = name;
        this.numbers = Arrays.stream(numbers).map(Number::doubleValue).toList();
        if (!this.numbers.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(name + ": expected finite numbers, got " + this.numbers
                    + "; look for a division by 0 in what computes them");
        }
    }

    /** All zero; the usual choice for biases. */
    public static InitialValues zeros() {
        return new InitialValues("zeros");
    }

    /** One number everywhere. */
    public static InitialValues constant(Number value) {
        return new InitialValues("constant", value);
    }

    /** Normal. */
    public static InitialValues normal(Number mean, Number deviation) {
        return new InitialValues("normal", mean, notNegative("normal", deviation));
    }

    /** Normal, cut at twice the deviation it had before the cut. */
    public static InitialValues truncatedNormal(Number mean, Number deviation) {
        return new InitialValues("truncatedNormal", mean, notNegative("truncatedNormal", deviation));
    }

    private static Number notNegative(String name, Number deviation) {
        if (!(deviation.doubleValue() >= 0)) {
            throw new IllegalArgumentException(
                    name + ": expected a standard deviation of 0 or more, got " + deviation + "; 0.01 is usual");
        }
        return deviation;
    }

    /** Uniform from {@code low} to {@code high}. */
    public static InitialValues uniform(Number low, Number high) {
        if (!(low.doubleValue() <= high.doubleValue())) {
            throw new IllegalArgumentException(
                    "uniform: expected low ≤ high, got " + low + " and " + high + "; name the smaller one first");
        }
        return new InitialValues("uniform", low, high);
    }

    /** Uniform with variance 2 / (fanIn + fanOut), from −√(6 / (fanIn + fanOut)) to +√(6 / (fanIn + fanOut)). */
    public static InitialValues xavier() {
        return new InitialValues("xavier");
    }

    /** Uniform with variance 2 / fanIn, from −√(6 / fanIn) to +√(6 / fanIn). */
    public static InitialValues he() {
        return new InitialValues("he");
    }

    /** Uniform with variance 1 / fanIn, from −√(3 / fanIn) to +√(3 / fanIn). */
    public static InitialValues lecun() {
        return new InitialValues("lecun");
    }

    /** Rows, or columns where there are fewer, that are orthogonal to each other and of length 1. */
    public static InitialValues orthogonal() {
        return new InitialValues("orthogonal");
    }

    /** The initialiser that was written so: {@code normal(0.0, 0.01)}. */
    public static InitialValues of(String written) {
        int open = written.indexOf('(');
        if (open < 0 || !written.endsWith(")")) {
            throw new IllegalArgumentException("init: expected for example \"he()\", got \"" + written + "\"");
        }
        var numbers = Arrays.stream(
                        written.substring(open + 1, written.length() - 1).split(", "))
                .filter(n -> !n.isBlank())
                .map(Double::valueOf)
                .toList();
        return of(written.substring(0, open), numbers);
    }

    private static InitialValues of(String name, List<Double> numbers) {
        Function<Integer, Double> number = i -> numbers.get(i);
        return switch (name + numbers.size()) {
            case "zeros0", "xavier0", "he0", "lecun0", "orthogonal0" -> new InitialValues(name);
            case "constant1" -> constant(number.apply(0));
            case "normal2" -> normal(number.apply(0), number.apply(1));
            case "truncatedNormal2" -> truncatedNormal(number.apply(0), number.apply(1));
            case "uniform2" -> uniform(number.apply(0), number.apply(1));
            default ->
                throw new IllegalArgumentException(
                        "init: there is no " + name + numbers + " in this version of Percolate");
        };
    }

    @Override
    public Tensor create(int... sizes) {
        var shape = Shape.of(sizes);
        var random = RandomStream.session();
        return switch (name) {
            case "zeros" -> Creation.full(0, shape);
            case "constant" -> Creation.full(numbers.get(0), shape);
            case "normal" -> scaled(random.normal(shape));
            case "truncatedNormal" -> scaled(random.truncatedNormal(shape));
            case "uniform" -> random.uniform(numbers.get(0), numbers.get(1), shape);
            case "orthogonal" -> Orthogonal.of(random.normal(matrix(shape))).reshape(sizes);
            default -> spread(random, Math.sqrt(3 * variance(shape)), shape);
        };
    }

    private Tensor scaled(Tensor values) {
        return values.times(numbers.get(1)).plus(numbers.get(0));
    }

    private static Tensor spread(RandomStream random, double bound, Shape shape) {
        return random.uniform(-bound, bound, shape);
    }

    private double variance(Shape shape) {
        boolean window = matrix(shape).rank() < shape.rank();
        double places = shape.dropFirst(2).elementCount();
        double in = places * shape.get(window ? 1 : 0);
        double out = places * shape.get(window ? 0 : 1);
        return switch (name) {
            case "xavier" -> 2 / (in + out);
            case "he" -> 2 / in;
            default -> 1 / in;
        };
    }

    /** Two axes: the first, and all others. */
    private Shape matrix(Shape shape) {
        if (shape.rank() < 2) {
            throw new ShapeException(name + ": expected a shape of two axes or more, got " + shape
                    + "; use zeros(), normal(…) or uniform(…) for vectors");
        }
        return Shape.of(shape.get(0), shape.dropFirst(1).length());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InitialValues values && name.equals(values.name) && numbers.equals(values.numbers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, numbers);
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
