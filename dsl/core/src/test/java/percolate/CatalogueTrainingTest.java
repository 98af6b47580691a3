package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lectures claim of training, as behaviour with three seeds; a test begins with the row of the catalogue. */
class CatalogueTrainingTest {
    private static Dataset line(long seed) {
        seed(seed);
        var x = randn(100, 1);
        return dataset(x, x.times(3).plus(1).plus(randn(100, 1).times(0.5)));
    }

    /** The spread of the slope over the last ten of forty epochs. */
    private static double swing(Dataset data, int batch, Schedule schedule, long seed) {
        var slopes = new ArrayList<Double>();
        sequential(input(1), dense(1))
                .train(data)
                .loss(mse())
                .optimizer(sgd(0.1))
                .schedule(schedule)
                .batch(batch)
                .epochs(40)
                .seed(seed)
                .quiet()
                .onEpoch(e ->
                        slopes.add((double) e.model().weight("dense1.weight").item()))
                .fit();
        var last = slopes.subList(30, 40);
        double mean = last.stream().mapToDouble(s -> s).average().orElseThrow();
        assertThat(mean).as("slope").isBetween(2.5, 3.5);
        return Math.sqrt(last.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum() / last.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a6SingleExamplesSwingWidelyUnlessTheRateDecays(long seed) {
        var data = line(seed);
        double single = swing(data, 1, constant(), seed);
        assertThat(swing(data, 20, constant(), seed)).as("mini-batch").isLessThan(single);
        assertThat(swing(data, 100, constant(), seed)).as("batch").isLessThan(single / 2);
        assertThat(swing(data, 1, exponentialDecay(0.8), seed))
                .as("decaying rate")
                .isLessThan(single / 2);
    }

    @Test
    void a8WhereATrainingEndsDependsOnTheFirstWeights() {
        var x = tensor(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        var data = dataset(x, tensor(0, 1, 1, 0).reshape(4, 1));
        double[] losses =
                IntStream.range(0, 10).mapToDouble(seed -> xorLoss(data, seed)).toArray();
        assertThat(Arrays.stream(losses).min().orElseThrow()).isLessThan(0.01);
        assertThat(Arrays.stream(losses).max().orElseThrow()).isGreaterThan(0.1);
        assertThat(xorLoss(data, 3)).as("the same seed").isEqualTo(losses[3]);
    }

    private static double xorLoss(Dataset data, long seed) {
        var net = sequential(input(2), dense(2).tanh(), dense(1));
        return net.train(data)
                .loss(mse())
                .optimizer(sgd(0.2))
                .batch(4)
                .epochs(800)
                .seed(seed)
                .quiet()
                .fit()
                .loss();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a11DropoutHalvesWhatPassesAndFitsLessClosely(long seed) {
        seed(seed);
        var ones = ones(1, 10_000);
        var layer = sequential(input(10_000), dropout(0.5));
        assertThat(layer.training().apply(ones).eq(0).mean().item())
                .as("dropped")
                .isBetween(0.47f, 0.53f);
        assertThat(layer.predict(ones).isClose(ones, 0)).as("in use nothing is").isTrue();
        var x = randn(300, 10);
        var split = dataset(x, x.get(":, 0").plus(randn(300).times(1.5)).gt(0).to(int64))
                .split(0.2, seed);
        var plain = fitted(
                split, seed, sequential(input(10), dense(64).relu(), dense(64).relu(), dense(2)));
        var dropped = fitted(
                split,
                seed,
                sequential(input(10), dense(64).relu(), dropout(0.5), dense(64).relu(), dropout(0.5), dense(2)));
        assertThat(dropped.loss()).as("training").isGreaterThan(plain.loss());
        assertThat(dropped.get("val_loss")).as("validation").isLessThan(plain.get("val_loss"));
    }

    private static Run fitted(Split split, long seed, Model net) {
        return net.train(split)
                .optimizer(adam(0.01))
                .batch(30)
                .epochs(40)
                .seed(seed)
                .quiet()
                .fit();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void c6OrderMattersToARecurrentNetAlone(long seed) {
        // good , not bad — bad , not good
        var data = dataset(
                tensor(new int[][] {{0, 1, 2, 3}, {3, 1, 2, 0}}), tensor(1, 0).reshape(2, 1));
        var bag = sequential(input(TIME).to(int64), embedding(4, 8), lambda(t -> t.mean(1)), dense(1).sigmoid());
        var rnn = sequential(input(TIME).to(int64), embedding(4, 8), gru(8), dense(1).sigmoid());
        assertThat(ordered(data, bag, seed)).isEqualTo(0.5);
        assertThat(ordered(data, rnn, seed)).isEqualTo(1);
    }

    private static double ordered(Dataset data, Model net, long seed) {
        net.train(data)
                .loss(binaryCrossEntropy())
                .optimizer(adam(0.05))
                .epochs(60)
                .seed(seed)
                .quiet()
                .fit();
        return net.evaluate(data, accuracy()).accuracy();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d1CrossValidationChoosesARateForIris(long seed) {
        double good = crossValidated(0.02, seed);
        assertThat(good).as("0.02").isGreaterThan(0.9);
        assertThat(crossValidated(1e-5, seed)).as("0.00001").isLessThan(good);
    }

    private static double crossValidated(double rate, long seed) {
        double sum = 0;
        for (var fold : iris().folds(5, seed)) {
            var train = fold.train().normalise();
            var net = sequential(input(4), dense(8).tanh(), dense(3));
            net.train(train)
                    .optimizer(adam(rate))
                    .batch(30)
                    .epochs(40)
                    .seed(seed)
                    .quiet()
                    .fit();
            sum += net.evaluate(fold.validation().normalise(train.scaling())).accuracy();
        }
        return sum / 5;
    }
}
