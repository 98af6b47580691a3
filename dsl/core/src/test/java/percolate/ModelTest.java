package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelTest {
    private final Model net = sequential(input(3), dense(4).tanh(), dropout(0.5), dense(2));

    @Test
    void predictionsRepeatAndDropNothing() {
        var x = rand(5, 3);
        assertThat(net.predict(x).shape()).isEqualTo(Shape.of(5, 2));
        assertThat(net.predict(x).isClose(net.predict(x), 0)).isTrue();
        assertThat(net.invoke(x).isClose(net.predict(x), 0)).isTrue();
    }

    @Test
    void manyExamplesArePredictedInParts() {
        var x = rand(2500, 3);
        var all = net.predict(x);
        assertThat(all.shape()).isEqualTo(Shape.of(2500, 2));
        assertThat(net.predict(x.slice(0, 2490, 2500)).isClose(all.slice(0, 2490, 2500), 1e-6))
                .isTrue();
        assertThat(net.predict(dataset(x, x)).isClose(all, 0)).isTrue();
    }

    @Test
    void noExamplesGiveNoPredictions() {
        assertThat(net.predict(zeros(0, 3)).shape()).isEqualTo(Shape.of(0, 2));
    }

    @Test
    void vectorsAndImagesOfTheSameElementsStandForEachOther() {
        var images = sequential(input(1, 8, 8), flatten(), dense(3));
        var x = rand(2, 1, 8, 8);
        var expected = images.predict(x);
        assertThat(images.predict(x.reshape(2, 64)).isClose(expected, 0)).isTrue();
        assertThat(images.predict(x.reshape(2, 8, 8)).isClose(expected, 0)).isTrue();
        var vectors = sequential(input(64), dense(3));
        assertThat(vectors.predict(x).shape()).isEqualTo(Shape.of(2, 3));
        assertThat(sequential(input(1), dense(3)).predict(rand(5)).shape()).isEqualTo(Shape.of(5, 3));
    }

    @Test
    void weightsGoInAndOutByName() {
        assertThat(net.weights()).containsOnlyKeys("dense1.weight", "dense1.bias", "dense2.weight", "dense2.bias");
        var bias = tensor(1, 2, 3, 4);
        var kept = net.weight("dense2.weight");
        assertThat(net.weights(Map.of("dense1.bias", bias))).isSameAs(net);
        assertThat(net.weight("dense1.bias").isClose(bias, 0)).isTrue();
        assertThat(net.weight("dense2.weight").isClose(kept, 0)).isTrue();
    }

    @Test
    void weightsAreCopies() {
        var before = net.weight("dense1.weight");
        var values = before.toFloatArray();
        var data = dataset(rand(8, 3), rand(8, 2));
        net.train(data).epochs(2).quiet().fit();
        assertThat(before.toFloatArray()).containsExactly(values);
        assertThat(net.weight("dense1.weight").isClose(before, 0)).isFalse();
    }

    @Test
    void aCopyTrainsByItself() {
        var copy = net.copy();
        var x = rand(4, 3);
        var before = net.predict(x);
        assertThat(copy.predict(x).isClose(before, 0)).isTrue();
        copy.train(dataset(rand(8, 3), rand(8, 2))).epochs(2).quiet().fit();
        assertThat(net.predict(x).isClose(before, 0)).isTrue();
        assertThat(copy.predict(x).isClose(before, 0)).isFalse();
    }

    @Test
    void givenWeightsAreNotDrawnAnew() {
        var data = dataset(rand(8, 3), rand(8, 1));
        var single = sequential(input(3), dense(1).withBias(false)).weights(Map.of("dense1.weight", full(7, 3, 1)));
        single.train(data).optimizer(sgd(1e-9)).epochs(1).quiet().fit();
        assertThat(single.weight("dense1.weight").isClose(7, 1e-4)).isTrue();
    }

    @Test
    void theSessionsSeedDecidesNewWeights() {
        seed(5);
        var first = sequential(input(3), dense(4)).weight("dense1.weight");
        seed(5);
        var second = sequential(input(3), dense(4)).weight("dense1.weight");
        assertThat(second.isClose(first, 0)).isTrue();
    }

    @Test
    void firstWeightsSuitTheLayer() {
        var dense = sequential(input(600), dense(400)).weight("dense1.weight");
        double glorot = Math.sqrt(6.0 / 1000);
        assertThat((double) dense.abs().max().item()).isBetween(0.99 * glorot, glorot);
        var rectified = sequential(input(600), dense(400).relu());
        double he = Math.sqrt(6.0 / 600);
        assertThat((double) rectified.weight("dense1.weight").abs().max().item())
                .isBetween(0.99 * he, he);
        assertThat(rectified.weight("dense1.bias").isClose(0, 0)).isTrue();
    }

    @Test
    void aModelReadsAsItWasWritten() {
        assertThat(net).hasToString("sequential(input[3], dense(4).tanh(), dropout(0.5), dense(2))");
        assertThat(sequential(List.of(dense(2), relu()))).hasToString("sequential(dense(2), relu())");
    }

    @Test
    void severalThreadsPredictAtOnce() {
        var x = rand(50, 3);
        var expected = net.predict(x);
        var all = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> net.predict(x).isClose(expected, 0))
                .toList();
        assertThat(all).containsOnly(true);
    }
}
