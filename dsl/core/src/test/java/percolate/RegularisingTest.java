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

    /** Each unit's incoming weights, wherever the layer keeps them: [channels, filters, …] and [places, filters, …]. */
    @Test
    void eachLayerKnowsItsUnits() {
        var turned = sequential(input(2, 1, 1), convTranspose2d(2, 1).maxNorm(1).named("c"))
                .weights(Map.of(
                        "c.weight", tensor(new float[][] {{3, 0.1f}, {4, 0.1f}}).reshape(2, 2, 1, 1)));
        sgd(1).on(turned).step(() -> turned.apply(zeros(1, 2, 1, 1)).sum());
        assertThat(turned.weight("c.weight").toFloatArray())
                .containsExactly(new float[] {0.6f, 0.1f, 0.8f, 0.1f}, within(1e-5f));
        var places = sequential(
                        input(2, 1, 2), locallyConnected2d(1, 1).maxNorm(1).named("c"))
                .weights(Map.of(
                        "c.weight", tensor(new float[][] {{3, 4}, {0.1f, 0.1f}}).reshape(2, 1, 2, 1, 1)));
        sgd(1).on(places).step(() -> places.apply(zeros(1, 2, 1, 2)).sum());
        assertThat(places.weight("c.weight").toFloatArray())
                .containsExactly(new float[] {0.6f, 0.8f, 0.1f, 0.1f}, within(1e-5f));
    }

    @Test
    void statisticsAreNoWeightsToPenalise() {
        var net = sequential(input(1), batchNorm().l2(1)).weights(Map.of("batchNorm1.weight", zeros(1)));
        assertThat(net.evaluate(dataset(zeros(4, 1), zeros(4, 1))).loss()).isZero();
    }

    @Test
    void aRateOfZeroLeavesWeightsBeyondTheirNorm() {
        var w = parameter(full(3, 2, 1));
        var v = parameter(full(3, 2, 1));
        sgd(1).maxNorm(1).rate("parameter1", 0).on(w, v).step(() -> w.plus(v)
                .times(0)
                .sum());
        assertThat(w.isClose(3, 0)).isTrue();
        assertThat(v.norm().item()).isCloseTo(1, within(1e-5f));
    }

    @Test
    void lossesOfDifferentKindsAreNotAdded() {
        assertOneSentence(() -> mse().at("kind").plus(mae().at("box")), ".plus: ", "\"kind\"", "\"box\"", "at(…)");
        assertOneSentence(() -> mse().sum().plus(mae()), "all means or all sums", "mean() or sum()");
        assertThat(mse().at("kind").plus(mae().at("kind")).output()).isEqualTo("kind");
    }

    @Test
    void theyReadAsWritten() {
        assertThat(dense(3).relu().l2(0.001).maxNorm(2)).hasToString("dense(3).relu().l2(0.001).maxNorm(2)");
        assertOneSentence(() -> dense(3).l2(-1), "dense.l2: ", "0 or more", "-1");
        assertOneSentence(() -> dense(3).maxNorm(0), "dense.maxNorm: ", "above 0", "0.0");
    }

    /** Row D13: 10,000 examples in batches of 200 are 50 steps an epoch. */
    @Test
    void d13AnEpochHasABatchForEachPartOfTheData() {
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
    void e2TheSmallestPerceptronRunsAway() {
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
