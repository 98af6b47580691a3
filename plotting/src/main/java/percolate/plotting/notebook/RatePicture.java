package percolate.plotting.notebook;

import java.util.List;
import percolate.LearningRates;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Series;

/** The loss over learning rates that grow by a constant factor. */
public final class RatePicture {
    private RatePicture() {}

    public static Picture of(LearningRates found) {
        var each = Series.of("each step", found.rates(), found.losses());
        var smoothed = Series.of("smoothed", found.rates(), found.smoothed());
        return Picture.of(Plot.of(List.of(each, smoothed))
                .withTitles("learning rate", "loss")
                .withLog(true, false)
                .withNote(found.toString()));
    }
}
