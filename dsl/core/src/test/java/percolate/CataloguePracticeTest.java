package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lectures say of training in practice, each with three seeds; a test begins with the row of the catalogue. */
class CataloguePracticeTest {
    /** Digits with the mean subtracted, of all images of the part that is trained on. */
    private static Split digitsWithoutTheirMean(long seed) {
        var split = digits().split(0.8, seed);
        var mean = split.train().x().mean(0);
        return new Split(
                dataset(split.train().x().minus(mean), split.train().y()),
                dataset(split.validation().x().minus(mean), split.validation().y()),
                null);
    }

    private static Model oneHiddenLayerOf50() {
        return sequential(
                input(1, 8, 8),
                flatten(),
                dense(50).init(shape -> randn(shape).times(0.001)).relu(),
                dense(10).init(shape -> randn(shape).times(0.001)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void e6BatchesPullLikeAllExamplesOnAverageAndSwingTheMoreTheSmallerTheyAre(long seed) {
        seed(seed);
        var x = randn(64, 3);
        var y = x.mm(tensor(1, -2, 0.5).reshape(3, 1)).plus(randn(64, 1).times(0.1));
        var w = parameter(zeros(3, 1));
        var all = gradients(() -> x.mm(w).minus(y).square().mean(), w).of(w);
        double before = Double.POSITIVE_INFINITY;
        for (int size : new int[] {1, 8, 64}) {
            var pulls = IntStream.range(0, 64 / size)
                    .mapToObj(i -> {
                        var xs = x.slice(0, i * size, (i + 1) * size);
                        var ys = y.slice(0, i * size, (i + 1) * size);
                        return gradients(() -> xs.mm(w).minus(ys).square().mean(), w)
                                .of(w);
                    })
                    .toArray(Tensor[]::new);
            assertThat(stack(pulls).mean(0).isClose(all, 1e-4)).isTrue();
            double swing =
                    stack(pulls).minus(all).square().sum(1, 2).mean().sqrt().item();
            assertThat(swing).isLessThan(before);
            before = swing;
        }
        assertThat(before).as("all examples do not swing").isCloseTo(0, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void e12TheRecipeFromTheFirstLossToTheWeightsThatAreLookedAt(long seed) {
        var split = digitsWithoutTheirMean(seed);
        assertThat((double) split.train().x().mean().item()).isCloseTo(0, within(1e-5));
        seed(seed);
        var net = oneHiddenLayerOf50();
        assertThat(net.train(split)
                        .loss(crossEntropy())
                        .optimizer(sgd(1e-12))
                        .epochs(1)
                        .seed(seed)
                        .quiet()
                        .fit()
                        .loss())
                .as("every class is as likely: ln 10")
                .isCloseTo(Math.log(10), within(0.01));
        var low = oneHiddenLayerOf50()
                .train(split)
                .loss(crossEntropy())
                .optimizer(sgd(1e-5))
                .epochs(4)
                .seed(seed)
                .quiet()
                .fit();
        assertThat(low.loss()).as("too low a rate hardly moves it").isCloseTo(Math.log(10), within(0.02));
        var good = net.train(split)
                .loss(crossEntropy())
                .optimizer(sgd(0.1).momentum(0.9))
                .metrics(accuracy())
                .batch(32)
                .epochs(6)
                .seed(seed)
                .quiet()
                .fit();
        assertThat(good.get("val_accuracy")).isGreaterThan(0.9);
        assertThat(good.get("accuracy") - good.get("val_accuracy"))
                .as("the gap")
                .isBetween(-0.05, 0.1);
        var looks = net.weight("dense1.weight").t().reshape(50, 8, 8);
        assertThat((double) looks.std().item()).as("they have learnt something").isGreaterThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void e12ARateOfAMillionBlowsUpAndTheSentenceSaysSo(long seed) {
        var split = digitsWithoutTheirMean(seed);
        assertThatThrownBy(() -> oneHiddenLayerOf50()
                        .train(split)
                        .loss(crossEntropy())
                        .optimizer(sgd(1e6))
                        .epochs(3)
                        .seed(seed)
                        .quiet()
                        .fit())
                .isInstanceOf(NotFiniteException.class)
                .hasMessageContaining("epoch 1");
    }

    /** Two clouds that overlap, in two of eight features; the others say nothing. */
    private static Dataset clouds(long seed) {
        seed(seed);
        var y = randint(0, 2, 120);
        var apart = y.times(2)
                .minus(1)
                .unsqueeze(1)
                .mm(tensor(1, 1, 0, 0, 0, 0, 0, 0).reshape(1, 8));
        return dataset(randn(120, 8).plus(apart), y.to(float32).unsqueeze(1));
    }

    private static Model trained(Optimizer optimizer, long seed) {
        var net = sequential(input(8), dense(16).tanh(), dense(1).sigmoid());
        net.train(clouds(seed))
                .loss(binaryCrossEntropy())
                .optimizer(optimizer)
                .batch(30)
                .epochs(60)
                .seed(seed)
                .quiet()
                .fit();
        return net;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void e13TheLargerLambdaTheSmallerTheWeights(long seed) {
        var sizes = DoubleStream.of(0, 0.001, 0.01, 0.1)
                .map(lambda -> trained(sgd(0.3).weightDecay(lambda), seed)
                        .weight("dense1.weight")
                        .norm()
                        .item())
                .toArray();
        assertThat(sizes).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(sizes[3]).as("λ = 0.1 leaves little").isLessThan(sizes[0] / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void e13L1EmptiesTheFeaturesThatSayNothingAndMaxNormBoundsEachUnit(long seed) {
        var weight =
                trained(sgd(0.1).l1(0.01), seed).weight("dense1.weight").abs().sum(1);
        double telling = weight.slice(0, 0, 2).min().item();
        double silent = weight.slice(0, 2, 8).mean().item();
        assertThat(silent).isLessThan(telling / 2);
        var bounded =
                trained(sgd(0.3).maxNorm(0.5), seed).weight("dense1.weight").norm(0);
        assertThat((double) bounded.max().item()).isLessThanOrEqualTo(0.5 + 1e-4);
    }

    /** The loss of a scalar recurrence over twelve steps, cut after so many; its states are the same wherever it is cut. */
    private static Gradients cut(Tensor x, Tensor w, int every) {
        return gradients(
                () -> {
                    var h = zeros(1);
                    Tensor loss = zeros(1);
                    for (int t = 0; t < x.size(); t++) {
                        h = (t % every == 0 ? h.detach() : h)
                                .times(w)
                                .plus(x.get(t))
                                .tanh();
                        loss = loss.plus(h.square());
                    }
                    return loss.sum();
                },
                w);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void e18TruncationKeepsTheStatesAndDropsTheGradientsFromFurtherBack(long seed) {
        seed(seed);
        var x = randn(12);
        var w = parameter(tensor(0.9));
        var whole = cut(x, w, 12);
        var truncated = cut(x, w, 4);
        assertThat((double) truncated.loss()).isCloseTo(whole.loss(), within(1e-5));
        double each = 0;
        double[] h = new double[13];
        double[] slope = new double[13];
        for (int t = 0; t < 12; t++) {
            h[t + 1] = Math.tanh(0.9 * h[t] + x.get(t).item());
            slope[t + 1] = (1 - h[t + 1] * h[t + 1]) * (h[t] + 0.9 * (t % 4 == 0 ? 0 : slope[t]));
            each += 2 * h[t + 1] * slope[t + 1];
        }
        assertThat((double) truncated.of(w).item()).isCloseTo(each, within(1e-4));
        assertThat((double) truncated.of(w).item()).isNotCloseTo(whole.of(w).item(), within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d37SmallBatchesTakeMoreStepsAndGetFurtherInAsManyEpochs(long seed) {
        var split = digits().split(0.8, seed);
        var accuracies = Arrays.stream(new int[] {16, 128, 1437})
                .mapToDouble(
                        batch -> sequential(input(1, 8, 8), flatten(), dense(32).relu(), dense(10))
                                .train(split)
                                .loss(crossEntropy())
                                .optimizer(sgd(0.1))
                                .metrics(accuracy())
                                .batch(batch)
                                .epochs(4)
                                .seed(seed)
                                .quiet()
                                .fit()
                                .get("val_accuracy"))
                .toArray();
        assertThat(accuracies[0]).isGreaterThan(0.85).isGreaterThan(accuracies[1]);
        assertThat(accuracies[1]).isGreaterThan(accuracies[2]);
    }

    /** People of a group, whose label turns at a point of its own. */
    private static Dataset group(int n, double turn) {
        var x = randn(n, 2);
        return dataset(x, x.slice(1, 0, 1).gt(turn).to(float32));
    }

    private static double error(Model net, Dataset group) {
        return net.predict(group.x())
                .gt(0.5)
                .to(float32)
                .ne(group.y())
                .to(float32)
                .mean()
                .item();
    }

    private static Model fair(int first, int second, long seed) {
        seed(seed);
        var a = group(first, -0.5);
        var b = group(second, 0.5);
        var net = sequential(input(2), dense(8).tanh(), dense(1).sigmoid());
        net.train(dataset(concat(0, a.x(), b.x()), concat(0, a.y(), b.y())))
                .loss(binaryCrossEntropy())
                .optimizer(adam(0.01))
                .batch(40)
                .epochs(25)
                .seed(seed)
                .quiet()
                .fit();
        return net;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d40AGroupThatIsRareInTrainingPaysWithItsErrors(long seed) {
        var skewed = fair(380, 20, seed);
        var even = fair(200, 200, seed);
        seed(seed + 100);
        var a = group(500, -0.5);
        var b = group(500, 0.5);
        assertThat(error(skewed, b)).isGreaterThan(error(skewed, a) + 0.15);
        assertThat(Math.abs(error(even, b) - error(even, a))).isLessThan(0.15);
        assertThat(error(even, b)).isLessThan(error(skewed, b));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d41NearestNeighboursAreAStrongBaselineBesideTheNetwork(long seed) {
        var split = digits().split(0.8, seed);
        var train = split.train().x().reshape(split.train().size(), 64);
        var test = split.validation().x().reshape(split.validation().size(), 64);
        var nearest = split.train().y().get(cdist(test, train).argmin(1));
        double neighbours =
                nearest.eq(split.validation().y()).to(float32).mean().item();
        assertThat(neighbours).isGreaterThan(0.96);
        var centres = IntStream.range(0, 10)
                .mapToObj(digit -> train.get(split.train().y().eq(digit)).mean(0))
                .toArray(Tensor[]::new);
        double means = cdist(test, stack(centres))
                .argmin(1)
                .eq(split.validation().y())
                .to(float32)
                .mean()
                .item();
        assertThat(means).isBetween(0.8, neighbours);
    }
}
