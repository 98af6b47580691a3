package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers that lectures print, to the digits they print. */
class CatalogueTest {
    @Test
    void softmaxOfSevenNumbersHasTheLecturesDigits() {
        var p = tensor(1, 2, 3, 4, 1, 2, 3).softmax(0);
        double[] rounded = Arrays.stream(p.toDoubleArray())
                .map(x -> Math.round(x * 1000) / 1000.0)
                .toArray();
        assertThat(rounded).containsExactly(0.024, 0.064, 0.175, 0.475, 0.024, 0.064, 0.175);
        assertThat((double) p.sum().item()).isCloseTo(1, within(1e-6));
    }

    @Test
    void softmaxAsALayerHasTheSameDigits() {
        var x = tensor(1, 2, 3, 4, 1, 2, 3).reshape(1, 7);
        assertThat(sequential(input(7), softmax()).predict(x).isClose(x.softmax(1), 1e-7))
                .isTrue();
    }

    @Test
    void aDenseLayerHasDPlusOneTimesKParameters() {
        for (int d : new int[] {1, 7, 784}) {
            for (int k : new int[] {1, 10}) {
                assertThat(sequential(input(d), dense(k)).parameterCount()).isEqualTo((d + 1L) * k);
            }
        }
    }

    @Test
    void anImageOf100By100IsTenThousandFeatures() {
        var net = sequential(input(1, 100, 100), flatten(), dense(3));
        assertThat(net.graph().steps().get(0).out()).isEqualTo(Shape.of(10_000));
        assertThat(net.weight("dense1.weight").shape()).isEqualTo(Shape.of(10_000, 3));
        assertThat(net.parameterCount()).isEqualTo(30_003);
    }

    @Test
    void aNeuronWithSigmoidGives0Point002() {
        var neuron = sequential(input(2), dense(1).sigmoid())
                .weights(Map.of(
                        "dense1.weight", tensor(new int[][] {{3}, {-2}}),
                        "dense1.bias", tensor(new int[] {1})));
        var x = tensor(new int[][] {{-1, 2}});
        assertThat(Math.round(neuron.predict(x).item() * 1000) / 1000.0).isEqualTo(0.002);

        var operand = x.mm(tensor(new int[][] {{3}, {-2}})).plus(1);
        assertThat(operand.item()).isEqualTo(-6);
        assertThat((double) operand.sigmoid().item()).isCloseTo(1 / (1 + Math.exp(6)), within(1e-8));
    }

    @Test
    void smallNetworksHave26And41ParametersAnd6And9Neurons() {
        assertThat(sequential(input(3), dense(4), dense(2)).parameterCount()).isEqualTo(26);
        var deeper = sequential(input(3), dense(4), dense(4), dense(1));
        assertThat(deeper.parameterCount()).isEqualTo(41);
        assertThat(deeper.graph().steps().stream().mapToInt(s -> s.out().get(0)).sum())
                .isEqualTo(9);
    }

    @Test
    void aOneByOneConvolutionMixesChannels() {
        var net = sequential(input(64, 56, 56), conv2d(32, 1));
        assertThat(net.outputShape()).isEqualTo(Shape.of(32, 56, 56));
        assertThat(net.predict(rand(1, 64, 56, 56)).shape()).isEqualTo(Shape.of(1, 32, 56, 56));
        assertThat(net.parameterCount()).isEqualTo((64 + 1) * 32);
    }

    @Test
    void tenFiltersOfFivePadded2Keep32By32WithAFewParameters() {
        var net = sequential(input(3, 32, 32), conv2d(10, 5).padding(2));
        assertThat(net.outputShape()).isEqualTo(Shape.of(10, 32, 32));
        assertThat(net.predict(rand(2, 3, 32, 32)).shape()).isEqualTo(Shape.of(2, 10, 32, 32));
        assertThat(net.parameterCount()).isEqualTo(760);
        assertThat(net.summary().rows().get(0).sizeFormula()).isEqualTo("32 + 2·2 − 5 + 1 = 32");
    }
}
