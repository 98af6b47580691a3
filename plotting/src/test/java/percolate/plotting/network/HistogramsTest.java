package percolate.plotting.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.dense;
import static percolate.Percolate.full;
import static percolate.Percolate.gradients;
import static percolate.Percolate.input;
import static percolate.Percolate.rand;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.histograms;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.Model;

class HistogramsTest {
    private static Model net() {
        return sequential(input(2), dense(2).relu(), dense(1))
                .weights(Map.of(
                        "dense1.weight", tensor(new float[][] {{1, -1}, {1, -1}}),
                        "dense1.bias", tensor(0f, 0f),
                        "dense2.weight", full(2, 2, 1),
                        "dense2.bias", full(0, 1)));
    }

    @Test
    void countsNumbersInEqualIntervals() {
        var histogram = Histogram.of(List.of(new float[] {0, 0, 1, 4, Float.NaN}));

        assertThat(histogram.counts()).hasSize(Histogram.BINS);
        assertThat(histogram.counts()[0]).isEqualTo(2);
        assertThat(histogram.counts()[10]).isEqualTo(1);
        assertThat(histogram.counts()[39]).isEqualTo(1);
        assertThat(histogram.mean()).isEqualTo(1.25);
        assertThat(histogram.words()).isEqualTo("1.3 ± 1.6, 1 not finite");
    }

    @Test
    void showsWeightsAndActivationsOfEachLayer() {
        assertThat(histograms(net(), tensor(new float[][] {{1, 0}, {3, 0}})).alt())
                .isEqualTo("histograms of weights, activations: dense1 weights 0 ± 0.82, activations 1 ± 1.2;"
                        + " dense2 weights 1.3 ± 0.94, activations 4 ± 2");
    }

    @Test
    void showsGradientsToo() {
        var net = net();
        var found = gradients(() -> net.apply(tensor(new float[][] {{1, 0}})).sum(), net);

        assertThat(histograms(net, rand(4, 2)).gradients(found).alt())
                .contains("dense2 weights", "gradients 0.67 ± 0.47");
    }

    @Test
    void namesWhatIsNoNumber() {
        var net = net().weights(Map.of("dense2.bias", full(Double.NaN, 1)));

        assertThat(histograms(net, rand(4, 2)).alt())
                .contains("dense2 weights 2 ± 0, 1 not finite, activations 4 not finite");
        assertThat(histograms(net, rand(4, 2)).picture().png()).isNotEmpty();
    }

    @Test
    void refusesOtherWeightsGradients() {
        var net = sequential(input(2), dense(1).named("other"));
        var found = gradients(() -> net.apply(rand(4, 2)).sum(), net);

        assertThatThrownBy(() -> histograms(net(), rand(4, 2)).gradients(found))
                .hasMessage("histograms: expected gradients of this network's weights, such as [dense1.weight [2, 2],"
                        + " dense1.bias [2]], got those of [other.weight [2, 1], other.bias [1]]; take gradients(() ->"
                        + " loss, net)");
    }
}
