package percolate.plotting.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import percolate.Epoch;
import percolate.Model;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Multiples;
import percolate.plotting.chart.Picture;

/** How decision regions change while a network learns: a small picture for each time it was looked at. */
public final class RegionFilm extends Illustration<RegionFilm> {
    private static final int MOST = 12;

    private final Model net;
    private final Plane plane;
    private final List<Territory> frames;
    private final List<String> titles;

    RegionFilm(Model net, Plane plane) {
        this(net, plane, new ArrayList<>(), new ArrayList<>(), UnaryOperator.identity());
    }

    private RegionFilm(
            Model net, Plane plane, List<Territory> frames, List<String> titles, UnaryOperator<Picture> dress) {
        super(dress);
        this.net = net;
        this.plane = plane;
        this.frames = frames;
        this.titles = titles;
    }

    /** Takes down the regions as they are now, under the number of looks so far. */
    public RegionFilm add() {
        return add(String.valueOf(frames.size() + 1));
    }

    /** Takes down the regions as they are now, under a title such as {@code "epoch 3"}. */
    public RegionFilm add(String title) {
        frames.add(plane.divided(net));
        titles.add(title);
        return this;
    }

    /** Takes down the regions after an epoch: {@code net.train(data).onEpoch(film::add)}. */
    public RegionFilm add(Epoch epoch) {
        return add("epoch " + epoch.number());
    }

    /** How often it was looked at. */
    public int size() {
        return frames.size();
    }

    /** One of the pictures, counted from 0. */
    public Picture step(int at) {
        if (at < 0 || at >= frames.size()) {
            throw new IllegalArgumentException("film: expected a picture from 0 to " + (frames.size() - 1) + ", got "
                    + at + "; add() takes one down");
        }
        return Picture.of(DecisionRegions.plot(plane, frames.get(at))).title(titles.get(at));
    }

    @Override
    protected RegionFilm with(UnaryOperator<Picture> other) {
        return new RegionFilm(net, plane, frames, titles, other);
    }

    /** At most twelve, at equal distances, the first and the last among them. */
    @Override
    protected Drawing drawing() {
        if (frames.isEmpty()) {
            throw new IllegalStateException("film: nothing was taken down yet; say film.add() after each epoch");
        }
        int count = Math.min(MOST, frames.size());
        return new Multiples(IntStream.range(0, count)
                .mapToObj(at -> step(count == 1 ? 0 : Math.round(at * (frames.size() - 1f) / (count - 1))))
                .toList());
    }
}
