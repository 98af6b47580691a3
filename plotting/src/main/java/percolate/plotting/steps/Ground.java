package percolate.plotting.steps;

import java.util.List;
import java.util.function.ToDoubleFunction;
import percolate.plotting.chart.Plot;

/** What an optimizer walks on, with the way it has come. */
interface Ground {
    /** The plot after so many updates. */
    Plot plot(int updates);

    /** One coordinate, or another number, of each place up to one of them. */
    static double[] along(List<DescentSteps.Place> places, int upTo, ToDoubleFunction<DescentSteps.Place> coordinate) {
        return places.stream().limit(upTo + 1L).mapToDouble(coordinate).toArray();
    }
}
