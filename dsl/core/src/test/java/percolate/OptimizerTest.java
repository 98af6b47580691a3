package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OptimizerTest {
    @Test
    void anOptimizerReadsAsItWasWritten() {
        assertThat(adam(0.001).clipNorm(1)).hasToString("adam(0.001).clipNorm(1)");
        assertThat(adam(1e-3)).hasToString("adam(0.001)");
        assertThat(sgd(1).momentum(0.9).nesterov().weightDecay(0.01))
                .hasToString("sgd(1).momentum(0.9).nesterov().weightDecay(0.01)");
    }

    @Test
    void optimizersAreEqualByValue() {
        assertThat(adam(0.1).clipNorm(1).weightDecay(0.5))
                .isEqualTo(adam(0.1).weightDecay(0.5).clipNorm(1.0));
        assertThat(sgd(1)).isEqualTo(sgd(1.0)).hasSameHashCodeAs(sgd(1.0)).isNotEqualTo(adam(1));
        assertThat(sgd(0.1)).isNotEqualTo(sgd(0.1).momentum(0.9));
    }

    @Test
    void optionsGiveNewOptimizers() {
        var plain = sgd(0.1);
        assertThat(plain.momentum(0.9).rate()).isEqualTo(0.1);
        assertThat(plain).hasToString("sgd(0.1)");
    }

    @Test
    void optionsOutsideTheirRangeAreRefused() {
        assertOneSentence(() -> sgd(1).momentum(1), "sgd.momentum: ", "below 1");
        assertOneSentence(() -> sgd(1).momentum(-0.1), "sgd.momentum: ", "-0.1");
        assertOneSentence(() -> sgd(1).momentum(Double.NaN), "sgd.momentum: ", "NaN");
        assertOneSentence(() -> adam(1).weightDecay(-1), "adam.weightDecay: ", "-1");
        assertOneSentence(() -> adam(1).weightDecay(Double.POSITIVE_INFINITY), "adam.weightDecay: ", "Infinity");
        assertOneSentence(() -> adam(1).clipNorm(0), "adam.clipNorm: ", "above 0", "got 0");
        assertOneSentence(() -> adam(1).clipNorm(Double.NaN), "adam.clipNorm: ", "NaN");
    }

    @Test
    void nesterovWantsAMomentumSaidBeforeOrAfter() {
        var training = sequential(input(1), dense(1))
                .train(dataset(ones(1, 1), ones(1)))
                .epochs(1)
                .quiet();
        assertOneSentence(() -> training.optimizer(sgd(1).nesterov()).fit(), "sgd.nesterov: ", "momentum(0.9)");
        assertThat(sgd(1).nesterov().momentum(0.9))
                .isEqualTo(sgd(1).momentum(0.9).nesterov());
        training.optimizer(sgd(1).nesterov().momentum(0.9)).fit();
    }

    @Test
    void momentsBeginAnewWithEveryTraining() {
        // With momentum kept over the two trainings the second step would be larger.
        var net = sequential(input(1), dense(1).withBias(false)).weights(Map.of("dense1.weight", zeros(1, 1)));
        var training = net.train(dataset(ones(1, 1), ones(1)))
                .optimizer(sgd(0.25).momentum(0.9))
                .epochs(1)
                .quiet();
        training.fit();
        training.fit();
        assertThat(net.weight("dense1.weight").item()).isEqualTo(0.75f);
    }

    @Test
    void tinyNumbersReachTheEngine() {
        var net = sequential(input(1), dense(1).withBias(false)).weights(Map.of("dense1.weight", ones(1, 1)));
        var optimizer = sgd(1e-5).weightDecay(1e-7).clipNorm(1e9);
        net.train(dataset(zeros(1, 1), zeros(1)))
                .optimizer(optimizer)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(net.weight("dense1.weight").item()).isEqualTo(1);
        net.train(dataset(zeros(1, 1), zeros(1)))
                .optimizer(sgd(1).weightDecay(1e-3))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(net.weight("dense1.weight").item()).isEqualTo(0.999f);
    }
}
