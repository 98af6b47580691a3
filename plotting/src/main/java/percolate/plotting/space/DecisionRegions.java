package percolate.plotting.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import percolate.Dataset;
import percolate.Model;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;

/**
 * Which class a network sees where in the plane of two features: each place has the colour of its class, paler where the
 * network is less sure, with the examples on top.
 */
public final class DecisionRegions extends Illustration<DecisionRegions> {
    private final Model net;
    private final Plane plane;
    private final Territory territory;

    private DecisionRegions(Model net, Plane plane, Territory territory, UnaryOperator<Picture> dress) {
        super(dress);
        this.net = net;
        this.plane = plane;
        this.territory = territory;
    }

    /**
     * @param data x is [examples, 2]; y class labels, [examples] or [examples, 1]
     * @throws percolate.ShapeException if the examples do not lie in a plane
     */
    public static DecisionRegions of(Model net, Dataset data) {
        var plane = Plane.of(data);
        return new DecisionRegions(net, plane, plane.divided(net), UnaryOperator.identity());
    }

    /**
     * What a network with one output must give from class 1 on; unless said 0 for labels −1 and 1, else 0.5. For a network
     * that gives logits say {@code threshold(0)}.
     */
    public DecisionRegions threshold(Number output) {
        var other = plane.withThreshold(output.doubleValue());
        return new DecisionRegions(net, other, other.divided(net), dress());
    }

    /**
     * Takes down how the regions change: {@code var film = decisionRegions(net, data).film()}, then
     * {@code net.train(data).onEpoch(film::add)}, or {@code film.add()} in a loop of one's own.
     */
    public RegionFilm film() {
        return new RegionFilm(net, plane);
    }

    @Override
    protected DecisionRegions with(UnaryOperator<Picture> other) {
        return new DecisionRegions(net, plane, territory, other);
    }

    @Override
    protected Drawing drawing() {
        return plot(plane, territory);
    }

    /** The examples above the regions. */
    static Plot plot(Plane plane, Territory territory) {
        var marks = new ArrayList<Mark>(plane.points());
        marks.add(territory);
        return Plot.of(List.copyOf(marks))
                .withTitles("x₁", "x₂")
                .withFrame(plane.frame())
                .withSize(460, 380);
    }
}
