package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import percolate.LearningRates;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Rule;
import percolate.plotting.chart.Series;

/** A range test of learning rates: the loss over the rate, and the rate where it falls fastest. */
public final class RatesPicture {
    private RatesPicture() {}

    public static Picture of(LearningRates rates) {
        var marks = new ArrayList<Mark>(List.of(
                Series.of("smoothed", rates.rates(), rates.smoothed()),
                Series.of("each step", rates.rates(), rates.losses())));
        if (rates.falls()) {
            double best = rates.suggestion();
            marks.add(Rule.at(best, "falls fastest at " + Digits.of(best, 2)));
        }
        return Picture.of(Plot.of(marks)
                .withTitles("learning rate", "loss")
                .withLog(true, false)
                .withNote(rates.falls() ? "" : rates.toString()));
    }
}
