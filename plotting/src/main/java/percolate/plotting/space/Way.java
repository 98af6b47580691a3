package percolate.plotting.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import percolate.NotFiniteException;
import percolate.Optimizer;
import percolate.plotting.chart.Digits;

/**
 * Where an optimizer leads.
 *
 * @param points all weights after each step, the first before any
 * @param losses there
 */
record Way(String name, List<double[]> points, List<Double> losses) {
    /** From here on, it has run away and is not followed. */
    private static final double TOO_FAR = 1e6;

    static Way of(Terrain terrain, Optimizer optimizer, int steps) {
        var walker = terrain.walker();
        var stepper = optimizer.on(walker);
        var points = new ArrayList<>(List.of(terrain.start()));
        var losses = new ArrayList<Double>();
        for (int step = 0; step < steps; step++) {
            double loss;
            try {
                loss = stepper.step(() -> terrain.loss(walker));
            } catch (NotFiniteException runAway) {
                break;
            }
            losses.add(loss);
            var point = terrain.read(walker);
            if (!isNear(point)) {
                break;
            }
            points.add(point);
        }
        losses.add(terrain.loss(points.get(points.size() - 1)));
        return new Way(optimizer.toString(), List.copyOf(points), List.copyOf(losses));
    }

    private static boolean isNear(double[] point) {
        return Arrays.stream(point).allMatch(value -> Math.abs(value) < TOO_FAR);
    }

    String words() {
        int steps = points.size() - 1;
        return name + " from loss " + Digits.of(losses.get(0)) + " to " + Digits.of(losses.get(losses.size() - 1))
                + " in " + steps + (steps == 1 ? " step" : " steps");
    }
}
