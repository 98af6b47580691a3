package percolate.plotting.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.dense;
import static percolate.Percolate.input;
import static percolate.Percolate.mse;
import static percolate.Percolate.seed;
import static percolate.Percolate.sequential;
import static percolate.Percolate.sgd;
import static percolate.Percolate.xor;
import static percolate.plotting.Pictures.diagram;
import static percolate.plotting.Pictures.histograms;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import percolate.Run;
import percolate.Training;
import percolate.Watched;

class RidgesTest {
    private static Training training() {
        seed(1);
        return sequential(input(2), dense(3).tanh(), dense(1))
                .train(xor())
                .loss(mse())
                .optimizer(sgd(0.1))
                .epochs(3)
                .seed(1)
                .quiet();
    }

    private static Run trained() {
        return training().watch("gradients", "weights", "activations").fit();
    }

    private static Watched flat(int epoch, double least, double most) {
        return new Watched(epoch, "weights", "a.weight", 1, 0, 1, least, most, Collections.nCopies(30, 2));
    }

    @Test
    void spreadsCountsOverTheCommonAxis() {
        var ridge = Ridge.of("a", List.of(flat(1, -1, 1), flat(2, 0, 0.5)));

        assertThat(ridge.low()).isEqualTo(-1);
        assertThat(ridge.high()).isEqualTo(1);
        assertThat(ridge.lines().get(0).heights()).allSatisfy(h -> assertThat(h).isCloseTo(1, within(1e-9)));
        var second = ridge.lines().get(1).heights();
        assertThat(second.subList(0, 28)).allSatisfy(h -> assertThat(h).isZero());
        assertThat(second.subList(28, 42)).allSatisfy(h -> assertThat(h).isCloseTo(1, within(1e-9)));
        assertThat(second.subList(42, 56)).allSatisfy(h -> assertThat(h).isZero());
    }

    @Test
    void putsTheWeightsOfALayerTogether() {
        var bias = new Watched(1, "weights", "a.bias", 2, 0, 0, 0.5, 0.5, List.of(6000, 0));
        var ridge = Ridge.of("a", List.of(flat(1, -1, 1), bias));

        assertThat(ridge.lines()).hasSize(1);
        assertThat(ridge.lines().get(0).norm()).isCloseTo(Math.sqrt(5), within(1e-12));
        assertThat(ridge.lines().get(0).heights().get(42)).isEqualTo(1);
        assertThat(ridge.lines().get(0).heights().get(10)).isCloseTo(60.0 / 56 / (6000 + 60.0 / 56), within(1e-9));
    }

    @Test
    void drawsEachKindThatWasWatched() {
        var run = trained();

        for (var what : List.of("gradients", "weights", "activations")) {
            assertThat(histograms(run, what).alt())
                    .startsWith("how " + what + " of 2 layers are spread over 3 epochs: dense1 norm ");
            assertThat(histograms(run, what).dark().picture().png()).isNotEmpty();
        }
        double norm = Math.hypot(
                norm(run.watched(), "gradients", "dense2.weight"), norm(run.watched(), "gradients", "dense2.bias"));
        assertThat(Ridge.of("dense2", of(run.watched(), "dense2"))
                        .lines()
                        .get(2)
                        .norm())
                .isCloseTo(norm, within(1e-9));
    }

    private static List<Watched> of(List<Watched> all, String layer) {
        return all.stream()
                .filter(w -> w.what().equals("gradients") && w.name().startsWith(layer + "."))
                .toList();
    }

    private static double norm(List<Watched> all, String what, String name) {
        return all.stream()
                .filter(w -> w.epoch() == 3 && w.what().equals(what) && w.name().equals(name))
                .findFirst()
                .orElseThrow()
                .norm();
    }

    @Test
    void saysWhereNumbersAreNotFinite() {
        assertThat(histograms(Recorded.broken(), "gradients").alt())
                .isEqualTo(
                        "how gradients of 3 layers are spread over 5 epochs: dense1 norm 1 to not a number, not finite"
                                + " from epoch 3 on; dense2 norm 0 to 0; dense3 norm not a number to not a number, not"
                                + " finite from epoch 1 on");
    }

    @Test
    void drawsSomeOfManyLayersAndEpochs() {
        var picture = histograms(Recorded.watched(60, 30, "activations"), "activations")
                .picture();

        assertThat(picture.alt())
                .startsWith("how activations of 60 layers are spread over 30 epochs")
                .endsWith("; …");
        assertThat(picture.size().height()).isLessThan(1600);
    }

    @Test
    void refusesWhatWasNotWatched() {
        var run = training().fit();

        assertThatThrownBy(() -> histograms(run, "gradients"))
                .hasMessage(
                        "histograms: expected what was watched over an epoch, got \"gradients\", of which nothing is"
                                + " kept; train with watch(\"gradients\")");
        assertThatThrownBy(() -> histograms(run, "slopes"))
                .hasMessageEndingWith("train with watch(\"gradients\", \"weights\")");
        assertThatThrownBy(() -> diagram(run))
                .hasMessage("diagram: expected a training whose gradients were watched over an epoch, got one without;"
                        + " train with watch(\"gradients\"), or draw diagram(net)");
    }

    @Test
    void coloursTheDiagramByTheLastEpoch() {
        var run = trained();
        double first = Math.hypot(
                norm(run.watched(), "gradients", "dense1.weight"), norm(run.watched(), "gradients", "dense1.bias"));

        assertThat(diagram(run).alt())
                .startsWith("network of 2 layers")
                .contains("norm of the gradient from " + percolate.plotting.chart.Digits.of(first)
                        + " in the first layer");
        assertThat(diagram(run).picture().png())
                .isNotEqualTo(diagram(run.model()).picture().png());
    }
}
