package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.model.Dense;

/** What layers ask of their own weights. */
class RegularisingTest {
    private static final Dataset NOTHING = dataset(zeros(1, 1), zeros(1));

    private static Model single(Dense layer, double weight) {
        return sequential(input(1), layer)
                .weights(Map.of("dense1.weight", full(weight, 1, 1), "dense1.bias", zeros(1)));
    }

    private static Training training(Model net) {
        return net.train(NOTHING)
                .loss(mse())
                .optimizer(sgd(0.1))
                .metrics()
                .epochs(1)
                .quiet();
    }

    @Test
    void penaltiesPullWeightsAndAreShown() {
        var squared = single(dense(1).l2(0.5), 2);
        assertThat(training(squared).fit().loss()).isEqualTo(0.5 * 4);
        assertThat(squared.weight("dense1.weight").item()).isCloseTo(2 - 0.1f * 2 * 0.5f * 2, within(1e-6f));
        assertThat(squared.evaluate(NOTHING).loss()).isCloseTo(0.5 * 1.8 * 1.8, within(1e-6));
        var absolute = single(dense(1).l1(0.5), -2);
        assertThat(training(absolute).fit().loss()).isEqualTo(0.5 * 2);
        assertThat(absolute.weight("dense1.weight").item()).isCloseTo(-2 + 0.1f * 0.5f, within(1e-6f));
    }

    @Test
    void weightsStayWithinTheirNormAndBiasesAreFree() {
        var net = single(dense(1).maxNorm(0.5), 2).weights(Map.of("dense1.bias", full(3, 1)));
        training(net).optimizer(sgd(1e-9)).fit();
        assertThat(net.weight("dense1.weight").item()).isCloseTo(0.5f, within(1e-6f));
        assertThat(net.weight("dense1.bias").item()).isEqualTo(3);
    }

    @Test
    void theyReadAsWritten() {
        assertThat(dense(3).relu().l2(0.001).maxNorm(2)).hasToString("dense(3).relu().l2(0.001).maxNorm(2)");
        assertOneSentence(() -> dense(3).l2(-1), "dense.l2: ", "0 or more", "-1");
        assertOneSentence(() -> dense(3).maxNorm(0), "dense.maxNorm: ", "above 0", "0.0");
    }

    /** Row D13: 10,000 examples in batches of 200 are 50 steps an epoch. */
    @Test
    void anEpochHasABatchForEachPartOfTheData() {
        var data = dataset(zeros(10_000, 1), zeros(10_000));
        int batches = 0;
        for (var batch : data.batches(200, 1)) {
            batches += batch.size() / 200;
        }
        assertThat(batches).isEqualTo(50);
        var run = sequential(input(1), dense(1))
                .train(data)
                .batch(200)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.progress().orElseThrow().steps()).isEqualTo(50);
    }

    /** Row E2: w + (y − ŷ)·x from 0 runs away without a step size; least squares is 1.0047. */
    @Test
    void theSmallestPerceptronRunsAway() {
        double[][] examples = {{10, 10.1}, {2, 1.9}, {3.5, 3.4}, {1, 1.1}};
        var w = parameter(0);
        var opt = sgd(1).on(w);
        double[] expected = {101, -299.2, 3377.9, 1.1};
        for (int i = 0; i < examples.length; i++) {
            var x = tensor(examples[i][0]);
            var y = tensor(examples[i][1]);
            opt.step(() -> w.times(x).minus(y).square().times(0.5));
            assertThat((double) w.item()).isCloseTo(expected[i], within(0.1));
        }
    }
}
