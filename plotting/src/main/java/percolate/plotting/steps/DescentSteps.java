package percolate.plotting.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Optimizer;
import percolate.Percolate;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Drawing;

/**
 * An optimizer on its way down a function's curve, or down a surface, with the gradient at each point. Gradients are the
 * engine's, updates the optimizer's own. It ends where the gradient is nearly 0, or after 20 updates unless said.
 */
public final class DescentSteps extends Moving<DescentSteps> {
    private static final int USUAL = 20;
    private static final int MOST = 500;
    private static final double FLAT = 1e-3;

    private final UnaryOperator<Tensor> f;
    private final double[] start;
    private final Optimizer optimizer;
    private final int limit;
    private List<Place> walked;

    /**
     * Where the optimizer is.
     *
     * @param at one coordinate or two
     */
    @SuppressWarnings("ArrayRecordComponent") // many numbers, made here and compared with none
    record Place(double[] at, double value, double[] gradient) {
        double norm() {
            return Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
        }

        boolean isFinite() {
            return Double.isFinite(value) && Double.isFinite(norm());
        }
    }

    private DescentSteps(Show show, UnaryOperator<Tensor> f, double[] start, Optimizer optimizer, int limit) {
        super(show);
        this.f = f;
        this.start = start;
        this.optimizer = optimizer;
        this.limit = limit;
    }

    /** @param f of a tensor without axes, gives one number */
    public static DescentSteps of(UnaryOperator<Tensor> f, Number start, Optimizer optimizer) {
        return of(f, new double[] {start.doubleValue()}, optimizer);
    }

    /**
     * @param f of a tensor [2], gives one number
     * @param start [2]
     */
    public static DescentSteps of(UnaryOperator<Tensor> f, Tensor start, Optimizer optimizer) {
        if (start.shape().rank() > 1
                || start.shape().elementCount() > 2
                || start.shape().elementCount() == 0) {
            throw new ShapeException("descent: expected a start on a curve, a number, or on a surface, [2], got "
                    + start.shape() + "; give tensor(1.0, 2.0) for a surface");
        }
        return of(f, start.toDoubleArray(), optimizer);
    }

    private static DescentSteps of(UnaryOperator<Tensor> f, double[] start, Optimizer optimizer) {
        Objects.requireNonNull(f, "descent: the function is null; give one such as x -> x.pow(2)");
        Objects.requireNonNull(optimizer, "descent: the optimizer is null; give one such as sgd(0.1)");
        if (Arrays.stream(start).anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "descent: expected a finite start, got " + Written.point(start) + "; begin at a number such as 3");
        }
        return new DescentSteps(Show.USUAL, f, start, optimizer, USUAL);
    }

    @Override
    DescentSteps with(Show other) {
        var same = new DescentSteps(other, f, start, optimizer, limit);
        same.walked = walked;
        return same;
    }

    /** At most so many updates; 20 unless said. */
    public DescentSteps updates(int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException(
                    "descent.updates: expected 1 to " + MOST + ", got " + most + "; 20 is usual");
        }
        return new DescentSteps(show(), f, start, optimizer, most);
    }

    /** All places, the start first: [places][1 or 2]. */
    public double[][] path() {
        return places().stream().map(place -> place.at.clone()).toArray(double[][]::new);
    }

    private synchronized List<Place> places() {
        if (walked == null) {
            walked = List.copyOf(Percolate.scope(this::walk));
        }
        return walked;
    }

    private List<Place> walk() {
        var point = Percolate.parameter(tensor(start));
        var stepper = optimizer.on(point);
        var places = new ArrayList<Place>();
        for (int update = 0; update <= limit; update++) {
            var gradients = Percolate.gradients(() -> value(point), point);
            var place = new Place(
                    point.toDoubleArray(), gradients.loss(), gradients.of(point).toDoubleArray());
            places.add(place);
            if (!place.isFinite() || place.norm() < FLAT || update == limit) {
                return places;
            }
            stepper.step(gradients);
        }
        return places;
    }

    private Tensor value(Tensor point) {
        var value = f.apply(point);
        if (value.shape().elementCount() != 1) {
            throw new ShapeException("descent: expected a function that gives one number, got " + value.shape()
                    + "; end it with sum() or mean()");
        }
        return value.reshape();
    }

    private static Tensor tensor(double... coordinates) {
        var floats = new float[coordinates.length];
        IntStream.range(0, floats.length).forEach(at -> floats[at] = (float) coordinates[at]);
        return coordinates.length == 1 ? Percolate.tensor(floats[0]) : Percolate.tensor(floats);
    }

    /** The function at many places, not recorded. */
    private double[] values(List<double[]> places) {
        return places.stream()
                .mapToDouble(place ->
                        Percolate.scope(() -> (double) value(tensor(place)).item()))
                .toArray();
    }

    @Override
    List<? extends Drawing> make() {
        var places = places();
        var ground =
                start.length == 1 ? new CurveGround(places, this::values) : new SurfaceGround(places, this::values);
        return IntStream.range(0, places.size())
                .mapToObj(at -> new Told(ground.plot(at), lines(places, at), 2))
                .toList();
    }

    private List<String> lines(List<Place> places, int at) {
        var place = places.get(at);
        var name = start.length == 1 ? "f′" : "∇f";
        var here = "x = " + written(place.at) + ":  f(x) = " + Written.of(place.value) + ",  " + name + "(x) = "
                + written(place.gradient);
        if (at + 1 == places.size()) {
            return List.of(here, outcome(place, at));
        }
        var moves = IntStream.range(0, start.length)
                .mapToObj(i -> Written.of(places.get(at + 1).at[i] - place.at[i]))
                .collect(Collectors.joining(", "));
        return List.of(
                here,
                optimizer + " moves by " + (start.length == 1 ? moves : "(" + moves + ")") + " to "
                        + written(places.get(at + 1).at));
    }

    private static String written(double[] values) {
        return values.length == 1 ? Written.of(values[0]) : Written.point(values);
    }

    private String outcome(Place last, int updates) {
        var after = "after " + updates + (updates == 1 ? " update" : " updates");
        if (!last.isFinite()) {
            return after + " the numbers are not finite any more: take a smaller learning rate";
        }
        return last.norm() < FLAT
                ? after + " the gradient is nearly 0: done"
                : "stopped " + after + "; updates(" + 2 * limit + ") goes further";
    }

    @Override
    public String alt() {
        var places = places();
        var last = places.get(places.size() - 1);
        return optimizer + " from " + written(start) + ", f = " + Written.of(places.get(0).value) + ", to "
                + written(last.at) + ", f = " + Written.of(last.value) + "; " + outcome(last, places.size() - 1);
    }
}
