package percolate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.Initializer;
import percolate.Layer;
import percolate.Tensor;

/** Mean, variance and bounds of drawn weights against their formulas; 60,000 numbers each, seed 11. */
class InitialValuesTest {
    @BeforeEach
    void sameNumbersEachTime() {
        seed(11);
    }

    private static double mean(Tensor t) {
        return Arrays.stream(t.toDoubleArray()).average().orElseThrow();
    }

    private static double variance(Tensor t) {
        double mean = mean(t);
        return Arrays.stream(t.toDoubleArray())
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
    }

    private static double largest(Tensor t) {
        return Arrays.stream(t.toDoubleArray()).map(Math::abs).max().orElseThrow();
    }

    private static void assertSpread(Tensor drawn, double variance) {
        double bound = Math.sqrt(3 * variance);
        assertThat(mean(drawn)).isCloseTo(0, within(0.02 * bound));
        assertThat(variance(drawn)).isCloseTo(variance, within(0.02 * variance));
        assertThat(largest(drawn)).isBetween(0.999 * bound, 1.000001 * bound);
    }

    @Test
    void constantsAreEverywhere() {
        assertThat(zeros().create(2, 3).toFloatArray()).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(constant(0.5).create(2).toFloatArray()).containsExactly(0.5f, 0.5f);
    }

    @Test
    void normalHasItsMeanAndDeviation() {
        var drawn = normal(2, 0.5).create(200, 300);
        assertThat(mean(drawn)).isCloseTo(2, within(0.01));
        assertThat(variance(drawn)).isCloseTo(0.25, within(0.005));
    }

    @Test
    void truncatedNormalEndsAtTwoDeviations() {
        var drawn = truncatedNormal(1, 0.5).create(200, 300);
        assertThat(mean(drawn)).isCloseTo(1, within(0.01));
        assertThat(largest(drawn.minus(1))).isBetween(0.99, 1.0001);
        // 1 − 2·2·φ(2) / (2·Φ(2) − 1) of the variance before the cut
        assertThat(variance(drawn)).isCloseTo(0.25 * 0.773741, within(0.005));
    }

    @Test
    void uniformFillsItsRange() {
        var drawn = uniform(-1, 3).create(200, 300);
        assertThat(mean(drawn)).isCloseTo(1, within(0.03));
        assertThat(variance(drawn)).isCloseTo(16.0 / 12, within(0.03));
        assertThat((double) drawn.min().item()).isBetween(-1.0, -0.99);
        assertThat((double) drawn.max().item()).isBetween(2.99, 3.0);
    }

    @Test
    void matricesAreScaledByInputsAndOutputs() {
        assertSpread(xavier().create(200, 300), 2.0 / 500);
        assertSpread(he().create(200, 300), 2.0 / 200);
        assertSpread(lecun().create(200, 300), 1.0 / 200);
    }

    @Test
    void filtersAreScaledByWhatTheySumOver() {
        assertSpread(xavier().create(80, 30, 5, 5), 2.0 / (25 * 110));
        assertSpread(he().create(80, 30, 5, 5), 2.0 / (25 * 30));
        assertSpread(lecun().create(400, 50, 3), 1.0 / 150);
    }

    static Stream<Initializer> all() {
        return Stream.of(
                zeros(),
                constant(0.1),
                normal(0, 1e-3),
                truncatedNormal(0, 1),
                uniform(-0.5, 0.5),
                xavier(),
                he(),
                lecun(),
                orthogonal());
    }

    @ParameterizedTest
    @MethodSource("all")
    void anInitialiserIsAValueThatCanBeWrittenDown(Initializer initializer) {
        var read = InitialValues.of(initializer.toString());
        assertThat(read).isEqualTo(initializer).hasSameHashCodeAs(initializer);
        assertThat(all().filter(initializer::equals)).hasSize(1);
        seed(3);
        var first = initializer.create(4, 6);
        seed(3);
        assertThat(read.create(4, 6).toFloatArray()).containsExactly(first.toFloatArray());
    }

    private static void assertOrthonormalRows(Tensor rows) {
        assertThat(rows.mm(rows.t()).isClose(eye(rows.size(0)), 1e-5)).isTrue();
    }

    @Test
    void orthogonalRowsOrColumnsAreAtRightAnglesAndOfLength1() {
        assertOrthonormalRows(orthogonal().create(7, 7));
        assertOrthonormalRows(orthogonal().create(5, 9));
        assertOrthonormalRows(orthogonal().create(9, 5).t());
        assertOrthonormalRows(orthogonal().create(6, 2, 3, 3).reshape(6, 18));
    }

    /** The weight of a layer whose inputs, per gate, group or place, are so many. */
    static Stream<Map.Entry<Layer, Integer>> fans() {
        return Stream.of(
                Map.entry((Layer) dense(150), 200),
                Map.entry((Layer) conv2d(64, 5), 40 * 25),
                Map.entry((Layer) conv2d(64, 5).groups(4), 10 * 25),
                Map.entry((Layer) depthwiseConv2d(9).multiplier(20), 81),
                Map.entry((Layer) convTranspose2d(64, 5), 40 * 25),
                Map.entry((Layer) locallyConnected2d(16, 10), 40 * 100),
                Map.entry((Layer) lstm(100), 200),
                Map.entry((Layer) gru(100), 200));
    }

    @ParameterizedTest
    @MethodSource("fans")
    void aLayersFansAreThoseOfOneGateGroupOrPlace(Map.Entry<Layer, Integer> fan) {
        var layer = (percolate.model.Weighted<?>) fan.getKey();
        boolean image = layer.kind().contains("onv") || layer.kind().startsWith("locally");
        var node = image ? input(40, 11, 11) : layer.kind().equals("dense") ? input(200) : input(TIME, 200);
        var net = sequential(node, layer.init(he()));
        var weight = net.weights().values().iterator().next();
        double bound = Math.sqrt(6.0 / fan.getValue());
        assertThat(largest(weight)).isBetween(0.99 * bound, 1.000001 * bound);
    }

    @Test
    void recurrentGatesAreOrthogonalOneByOne() {
        var net = sequential(input(TIME, 3), lstm(5).init(orthogonal()));
        var recurrent = net.weight("lstm1.recurrent");
        for (int gate = 0; gate < 4; gate++) {
            assertOrthonormalRows(recurrent.slice(1, 5 * gate, 5 * gate + 5));
        }
    }

    @Test
    void aFunctionOfOnesOwnFollowsTheTrainingsSeed() {
        Initializer own = shape -> randn(shape).times(0.01);
        var data = dataset(randn(8, 3), randn(8, 1));
        var nets = Stream.of(1, 2)
                .map(i -> sequential(input(3), dense(1).init(own)))
                .toList();
        nets.forEach(net ->
                net.train(data).epochs(1).seed(5).quiet().optimizer(sgd(1e-9)).fit());
        assertThat(nets.get(0).weight("dense1.weight").toFloatArray())
                .containsExactly(nets.get(1).weight("dense1.weight").toFloatArray());
        assertThat(nets.get(0).weight("dense1.weight").abs().max().item()).isLessThan(0.05f);
    }

    @Test
    void mistakesAreAnswered() {
        assertOneSentence(() -> normal(0, -1), "normal: ", "0 or more", "-1");
        assertOneSentence(() -> uniform(1, 0), "uniform: ", "1 and 0");
        assertOneSentence(() -> constant(Double.NaN), "constant: ", "NaN");
        assertOneSentence(() -> xavier().create(3), "xavier: ", "two axes", "[3]", "zeros()");
        assertOneSentence(() -> orthogonal().create(3), "orthogonal: ", "[3]");
        assertOneSentence(() -> InitialValues.of("glorot()"), "init: ", "glorot");
        var net = sequential(input(3), dense(2).init(shape -> zeros(4, 4)));
        assertOneSentence(net::weights, "init: ", "[3, 2]", "[4, 4]");
    }
}
