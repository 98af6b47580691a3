package percolate.plotting.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;
import static percolate.plotting.Pictures.backpropagation;

import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.Loss;
import percolate.Model;
import percolate.Tensor;

class BackpropagationStepsTest {
    /** Weights of two halves: all can be followed by hand. */
    static Model small() {
        var net = sequential(input(2), dense(2).tanh(), dense(1));
        return net.weights(Map.of(
                "dense1.weight", tensor(new float[][] {{0.5f, -0.3f}, {0.2f, 0.8f}}),
                "dense1.bias", tensor(new float[] {0.1f, 0}),
                "dense2.weight", tensor(new float[][] {{0.6f}, {-0.4f}}),
                "dense2.bias", tensor(new float[] {0.2f})));
    }

    /** Against the engine's own differentiation. */
    private static void same(Model net, Tensor x, Tensor y, Loss loss) {
        boolean label = y.shape().rank() == 0 && net.outputShape().get(0) > 1;
        var target = label ? y.reshape(1).to(int64) : y.reshape(1, -1);
        var expected = gradients(() -> loss.of(net.apply(x.reshape(1, -1)), target), net);
        var found = backpropagation(net, x, y).loss(loss).weightGradients();
        for (int at = 0; at < found.size(); at++) {
            assertThat(found.get(at))
                    .containsExactly(expected.of("dense" + (at + 1) + ".weight").toDoubleArray(), within(1e-6));
        }
    }

    @Test
    void gradientsAreTheEngines() {
        seed(4);
        same(small(), tensor(1.0, -0.5), tensor(1.0), mse());
        same(sequential(input(3), dense(3).sigmoid(), dense(3).tanh(), dense(2)), randn(3), randn(2), halfMse());
        same(sequential(input(4), dense(6).leakyRelu(0.2), dense(3)), randn(4), tensor(2), crossEntropy());
        same(
                sequential(
                        input(2), dense(3), softplus(), dense(1).withBias(false).sigmoid()),
                randn(2),
                tensor(1.0),
                binaryCrossEntropy());
    }

    @Test
    void everyFactorIsWrittenOut() {
        var steps = backpropagation(small(), tensor(1.0, -0.5), tensor(1.0));

        assertThat(steps.steps()).hasSize(5);
        assertThat(steps.step(1).alt())
                .isEqualTo("step 1 of 5: forward through dense1: s = x·W + b, then tanh(s);"
                        + " s₁ = 1·0.5 + (−0.5)·0.2 + 0.1 = 0.5, tanh(0.5) = 0.462;"
                        + " s₂ = 1·(−0.3) + (−0.5)·0.8 + 0 = −0.7, tanh(−0.7) = −0.604");
        assertThat(steps.step(3).alt()).contains("where (1) is meant: e = 0.079; ∂e/∂ŷ₁ = −0.562");
        assertThat(steps.step(5).alt())
                .contains("∂e/∂θ₁ = 0.6·(−0.562) = −0.337, δ₁ = −0.337·0.786 = −0.265")
                .contains("∂e/∂θ₂ = −0.4·(−0.562) = 0.225, δ₂ = 0.225·0.635 = 0.143");
        assertThat(steps.alt())
                .startsWith("backpropagation through a net of 2 → 2 → 1 units: loss 0.079, norms of the weights'");
    }

    /** δ(L) = 2(ŷ − y)·θ′, as the textbook's squared error has it. */
    @Test
    void theLastSensitivityIsTwiceTheErrorTimesTheSlope() {
        var net = sequential(input(1), dense(1).tanh());
        net.weights(Map.of("dense1.weight", tensor(new float[][] {{1}}), "dense1.bias", tensor(new float[] {0})));
        double out = Math.tanh(0.5);

        assertThat(backpropagation(net, tensor(0.5), tensor(0.2))
                        .weightGradients()
                        .get(0)[0])
                .isCloseTo(2 * (out - 0.2) * (1 - out * out) * 0.5, within(1e-6));
    }

    @Test
    void mistakesAreToldInASentence() {
        var x = randn(2);
        assertThatThrownBy(() -> backpropagation(sequential(input(2), dense(9), dense(1)), x, tensor(1.0)))
                .hasMessage(
                        "backpropagation: expected up to 3 dense layers of up to 6 units, whose numbers can be read,"
                                + " got 9 → 1; take a small net");
        assertThatThrownBy(() -> backpropagation(sequential(input(784), dense(10)), randn(784), tensor(1)))
                .hasMessageContaining("got 784 features");
        assertThatThrownBy(() -> backpropagation(sequential(input(2), dense(2).softmax()), x, randn(2)))
                .hasMessageContaining("expected dense layers with functions of single units")
                .hasMessageContaining("crossEntropy()");
        assertThatThrownBy(() -> backpropagation(sequential(input(2), dropout(0.5), dense(1)), x, tensor(1.0)))
                .hasMessageContaining("got dropout(0.5); take it out");
        assertThatThrownBy(() -> backpropagation(sequential(input(3), dense(1)), x, tensor(1.0)))
                .hasMessageContaining("3");
        assertThatThrownBy(() -> backpropagation(sequential(input(2), dense(3)), x, randn(2)))
                .hasMessageContaining("as many targets as the net has outputs, 3");
    }
}
