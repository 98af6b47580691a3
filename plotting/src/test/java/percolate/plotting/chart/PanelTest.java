package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {
    private static Picture panel(Sign sign, double progress, List<Plot> charts) {
        return Picture.of(
                new Panel(sign, "running", "epoch 1 of 2 · loss 0.5", "12 steps/s", progress, charts, "a panel"));
    }

    private static Plot chart(String name, double... y) {
        var x = new double[y.length];
        return Plot.of(List.of(Series.of("training", x, y)))
                .withTitles("epoch", name)
                .withFrame(Frame.counting(0, 2));
    }

    @Test
    void keepsItsSizeWhateverItShows() {
        var empty = panel(Sign.PLAY, 0, List.of(chart("loss")));
        var full = panel(Sign.CHECK, 1, List.of(chart("loss", 1, 2), chart("accuracy", 0.5)));

        assertThat(full.size()).isEqualTo(empty.size());
        assertThat(Look.at(full).getWidth()).isEqualTo(2 * full.size().width());
    }

    @Test
    void showsHowFarItIs() {
        long little = Look.count(Look.at(panel(Sign.PLAY, 0.1, List.of())), Theme.LIGHT.good());
        long much = Look.count(Look.at(panel(Sign.PLAY, 0.9, List.of())), Theme.LIGHT.good());

        assertThat(much).isGreaterThan(5 * little);
    }

    @Test
    void marksWhatDidNotEndWell() {
        assertThat(Look.count(Look.at(panel(Sign.CROSS, 0.5, List.of())), Theme.LIGHT.bad()))
                .isPositive();
        assertThat(Look.count(Look.at(panel(Sign.CHECK, 0.5, List.of())), Theme.LIGHT.bad()))
                .isZero();
    }
}
