package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.dense;
import static percolate.Percolate.input;
import static percolate.Percolate.moons;
import static percolate.Percolate.seed;
import static percolate.Percolate.sequential;
import static percolate.Percolate.sgd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import percolate.Layer;
import percolate.Model;
import percolate.Run;
import percolate.Verdict.Finding;
import percolate.Watched;

class LayerGradientsTest {
    /** A run of as many layers as there are sizes, in one epoch after the other. */
    static RecordedRun run(double[]... epochs) {
        var kept = new ArrayList<Watched>();
        for (int epoch = 1; epoch <= epochs.length; epoch++) {
            for (int layer = 1; layer <= epochs[epoch - 1].length; layer++) {
                double size = epochs[epoch - 1][layer - 1];
                kept.add(watched(epoch, "dense" + layer + ".weight", 2 * size, 4));
                kept.add(watched(epoch, "dense" + layer + ".bias", 0, 2));
            }
        }
        var run = new RecordedRun(epochs.length, true, "accuracy");
        for (int epoch = 1; epoch <= epochs.length; epoch++) {
            run.epoch(1.0 / epoch, 1.2 / epoch, 1 - 0.5 / epoch, 0.9 - 0.5 / epoch);
        }
        return run.watching(net(epochs[0].length), kept);
    }

    private static Watched watched(int epoch, String name, double norm, int count) {
        var counts = new ArrayList<>(Collections.nCopies(30, 0));
        counts.set(3, count);
        return new Watched(epoch, "gradients", name, norm, 0, norm, -norm, norm, counts);
    }

    private static Model net(int layers) {
        return sequential(input(2), Collections.nCopies(layers, dense(2).sigmoid()));
    }

    private static LayerGradients of(Run run) {
        return LayerGradients.of(run).orElseThrow();
    }

    @Test
    void takesTheRootMeanSquareOfWeightsOfTheFirstAndTheLastEpoch() {
        var its = of(run(new double[] {0.1, 0.2}, new double[] {9, 9}, new double[] {0.3, 0.4}));

        assertThat(its.firstEpoch()).isEqualTo(1);
        assertThat(its.lastEpoch()).isEqualTo(3);
        assertThat(its.first()).containsOnlyKeys("dense1", "dense2");
        assertThat(its.first().get("dense2")).isCloseTo(0.2, within(1e-12));
        assertThat(its.last().get("dense1")).isCloseTo(0.3, within(1e-12));
        assertThat(its.norm()).isCloseTo(1, within(1e-12));
        assertThat(its.verdict()).isEmpty();
        assertThat(its.words()).isEqualTo("gradient of dense1 0.3, of dense2 0.4");
    }

    @Test
    void saysWhatIsWrongWithThem() {
        assertThat(of(run(new double[] {9e-5, 1e-2, 0.1})).verdict()).isEqualTo("vanishing: dense1");
        assertThat(of(run(new double[] {1e-5, 2e-5, 3e-5, 0.1})).verdict()).isEqualTo("vanishing: dense1 and 2 more");
        assertThat(of(run(new double[] {0, 0.1})).verdict()).isEmpty();
        assertThat(of(run(new double[] {1.2e-4, 1e-2, 0.1})).verdict()).isEmpty();
        assertThat(of(run(new double[] {200, 1, 0.1})).verdict()).isEqualTo("exploding: first layer 2000 times last");
        assertThat(of(run(new double[] {800, 1000})).verdict()).isEqualTo("exploding: norm of all 2561");
        assertThat(of(run(new double[] {0.1, Double.NaN})).verdict()).isEqualTo("not finite: dense2");
    }

    @Test
    void speaksAsTheDiagnosisDoes() {
        seed(6);
        var layers = new ArrayList<Layer>(Collections.nCopies(9, dense(4).sigmoid()));
        layers.add(dense(2));
        var run = sequential(input(2), layers)
                .train(moons(64, 0.1, 1))
                .optimizer(sgd(0.01))
                .epochs(1)
                .seed(1)
                .watch("gradients")
                .quiet()
                .fit();

        assertThat(run.diagnose().has(Finding.VANISHING_GRADIENTS)).isTrue();
        assertThat(of(run).verdict()).startsWith("vanishing: dense1 and ");
    }

    @Test
    void drawsAndTellsThemInThePanel() {
        var run = run(new double[] {0.1, 0.2}, new double[] {1e-5, 0.4});

        assertThat(RunPanel.of(run).alt()).endsWith("; gradient of dense1 1e-5, of dense2 0.4, vanishing: dense1");
        assertThat(RunPanel.of(run).png())
                .isNotEqualTo(RunPanel.of(run.watching(null, List.of())).png());
        assertThat(RunPanel.of(run).alt()).doesNotContain("gradient");
    }

    @Test
    void drawsOneLayerAndWhatIsNotFinite() {
        assertThat(RunPanel.of(run(new double[] {0.1})).png()).isNotEmpty();
        assertThat(RunPanel.of(run(new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0}))
                        .png())
                .isNotEmpty();
    }
}
