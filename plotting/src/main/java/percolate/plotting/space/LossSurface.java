package percolate.plotting.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import percolate.Dataset;
import percolate.Loss;
import percolate.Model;
import percolate.Optimizer;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;

/**
 * The loss over a plane in the space of a network's weights, with lines of equal loss, and the ways that optimizers take on
 * it. A network with two weights has one plane. Of more weights it is, without paths, that of two random directions from
 * where the network is, each filter's part as long as the filter; with paths, that in which the paths spread most.
 *
 * @see <a href="https://arxiv.org/abs/1712.09913">Li et al. 2018, filter normalization and trajectories</a>
 */
public final class LossSurface extends Illustration<LossSurface> {
    private static final int STEPS = 40;

    private final Terrain terrain;
    private final List<Optimizer> optimizers;
    private final int steps;
    private final Once once;

    /** Hundreds of losses are computed when it is first drawn, and not again on another ground. */
    private static final class Once {
        private Plot plot;
    }

    private LossSurface(
            Terrain terrain, List<Optimizer> optimizers, int steps, Once once, UnaryOperator<Picture> dress) {
        super(dress);
        this.terrain = terrain;
        this.optimizers = optimizers;
        this.steps = steps;
        this.once = once;
    }

    /** With crossEntropy for class labels and mse for numbers unless {@link #loss} says another. */
    public static LossSurface of(Model net, Dataset data) {
        return new LossSurface(Terrain.of(net, data), List.of(), STEPS, new Once(), UnaryOperator.identity());
    }

    /** Of another loss. */
    public LossSurface loss(Loss loss) {
        return new LossSurface(terrain.with(loss), optimizers, steps, new Once(), dress());
    }

    /** With the way of each optimizer from where the network is now, over all data in each of 40 steps; the network stays. */
    public LossSurface paths(Optimizer... racing) {
        return new LossSurface(terrain, List.copyOf(Arrays.asList(racing)), steps, new Once(), dress());
    }

    /** With ways of another length. */
    public LossSurface steps(int count) {
        if (count < 1 || count > 10_000) {
            throw new IllegalArgumentException("lossSurface: expected between 1 and 10,000 steps, got " + count);
        }
        return new LossSurface(terrain, optimizers, count, new Once(), dress());
    }

    @Override
    protected LossSurface with(UnaryOperator<Picture> other) {
        return new LossSurface(terrain, optimizers, steps, once, other);
    }

    @Override
    protected Drawing drawing() {
        synchronized (once) {
            once.plot = once.plot == null ? computed() : once.plot;
            return once.plot;
        }
    }

    private Plot computed() {
        var ways = optimizers.stream()
                .map(optimizer -> Way.of(terrain, optimizer, steps))
                .toList();
        var slice = Slice.of(terrain, ways);
        var marks = new ArrayList<Mark>();
        for (var way : ways) {
            marks.add(new Path(way.name(), slice.x(way), slice.y(way), way.words()));
        }
        marks.add(slice.surface());
        return Plot.of(List.copyOf(marks))
                .withTitles(slice.xTitle(), slice.yTitle())
                .withFrame(slice.frame())
                .withSize(540, 420);
    }
}
