package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What losses do beside PyTorch's numbers, which OracleTest compares. */
class LossTest {
    private static final double TOLERANCE = 1e-5;

    private static void assertLoss(Tensor loss, double expected) {
        assertThat((double) loss.item()).isCloseTo(expected, within(TOLERANCE));
    }

    /** Rows B5 and D12: the slides' numbers. */
    @Test
    void b5AndD12LossesOfTheSlides() {
        var scores = tensor(30, 80, 85);
        var truth = tensor(90, 20, 95);
        assertLoss(mse().sum().of(scores, truth), 3600 + 3600 + 100);
        assertLoss(halfMse().sum().of(scores, truth), 3650);
        assertLoss(mae().of(scores, truth), 130 / 3.0);
        var p = tensor(0.1, 0.8, 0.6);
        var y = tensor(0, 1, 1);
        assertLoss(binaryCrossEntropy().of(p, y), -(Math.log(0.9) + Math.log(0.8) + Math.log(0.6)) / 3);
        var q = tensor(new double[][] {{0.1, 0.8, 0.1}});
        assertLoss(crossEntropy().probabilities().of(q, tensor(new long[] {1})), -Math.log(0.8));
    }

    /** Row E3: the exact points of the curves, for a target of 1. */
    @Test
    void e3CurvesOfLosses() {
        var o = tensor(-2, -1, 0, 0.5, 1, 2);
        var one = ones(6);
        assertThat(mae().none().of(o, one).toFloatArray()).containsExactly(3, 2, 1, 0.5f, 0, 1);
        assertThat(mse().none().of(o, one).toFloatArray()).containsExactly(9, 4, 1, 0.25f, 0, 1);
        assertThat(hinge().none().of(o, one).toFloatArray()).containsExactly(3, 2, 1, 0.5f, 0, 0);
        assertThat(zeroOne().of(tensor(0.2, 0.7, 0.9), ones(3)).item()).isCloseTo(1 / 3f, within(1e-6f));
    }

    @Test
    void noneGivesALossForEachAndSumTheirSum() {
        var logits = randn(4, 5, 3);
        var labels = randint(0, 3, 4, 5);
        var each = crossEntropy().none().of(logits, labels);
        assertThat(each.shape()).isEqualTo(Shape.of(4, 5));
        assertLoss(crossEntropy().sum().of(logits, labels), each.sum().item());
        assertLoss(crossEntropy().of(logits, labels), each.mean().item());
        var net = sequential(input(2), dense(1));
        assertOneSentence(
                () -> net.train(dataset(rand(4, 2), rand(4)))
                        .loss(mse().none())
                        .quiet()
                        .fit(),
                "train: ",
                "mse().none()",
                "mean()");
    }

    @Test
    void lossesReadAsTheyWereWrittenAndAreEqualByValue() {
        assertThat(huber(2).sum().at("box")).hasToString("huber(2).sum().at(\"box\")");
        assertThat(crossEntropy().ignore(0).smoothing(0.1))
                .isEqualTo(crossEntropy().smoothing(0.1).ignore(0));
        assertThat(huber().times(5).at("box").output()).isEqualTo("box");
        assertThat(mse().times(2).named("error").name()).isEqualTo("error");
        assertThat(mse().times(0.5).plus(mae())).hasToString("mse().times(0.5).plus(mae())");
    }

    @Test
    void aModelThatEndsInSigmoidIsTrainedOnItsOperand() {
        // The sigmoid of 200 is 1 in float32; its own gradient would be 0.
        var net = sequential(input(1), dense(1).withBias(false).sigmoid())
                .weights(Map.of("dense1.weight", full(200, 1, 1)));
        var run = net.train(dataset(ones(1, 1), zeros(1)))
                .loss(binaryCrossEntropy())
                .optimizer(sgd(1))
                .metrics(accuracy(), mse())
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.loss()).isEqualTo(200);
        assertThat(run.get("mse")).isEqualTo(1);
        assertThat(run.get("accuracy")).isZero();
        assertThat(net.weight("dense1.weight").item()).isEqualTo(199);
        assertThat(net.evaluate(dataset(ones(1, 1), zeros(1))).loss()).isEqualTo(199);
    }

    @Test
    void accuracyOfLogitsIsCutAtZero() {
        var net = sequential(input(1), dense(1).withBias(false)).weights(Map.of("dense1.weight", full(1, 1, 1)));
        var data = dataset(tensor(new double[][] {{0.25}, {-0.25}, {3}}), tensor(1, 0, 1));
        var run = net.train(data)
                .loss(binaryCrossEntropy().logits())
                .optimizer(sgd(1e-6))
                .metrics(accuracy())
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.get("accuracy")).isEqualTo(1);
    }

    @Test
    void anEpochOfUnevenLabelsIsTheirMean() {
        var x = rand(5, 4);
        var labels = tensor(0L, 2L, 2L, 1L, 2L);
        var net = sequential(input(4), dense(3));
        var loss = crossEntropy().ignore(2);
        net.prepare(1, List.of(loss));
        double expected = loss.of(net.predict(x), labels).item();
        var run = net.train(dataset(x, labels))
                .loss(loss)
                .optimizer(sgd(1e-9))
                .metrics(perplexity().ignore(2));
        // Batches of 1: three of them have nothing but ignored labels.
        var fit = run.batch(1).epochs(1).quiet().fit();
        assertThat(fit.loss()).isCloseTo(expected, within(TOLERANCE));
        assertThat(fit.get("perplexity")).isCloseTo(Math.exp(expected), within(1e-4));
    }

    @Test
    void negativeSamplingOfTwoWordsPushesTheOtherOne() {
        var scores = tensor(new double[][] {{0.5, -1}, {2, 0.25}});
        double expected = softplus(-0.5) + 3 * softplus(-1) + softplus(-0.25) + 3 * softplus(2);
        assertLoss(negativeSampling(3).of(scores, tensor(0L, 1L)), expected / 2);
        assertLoss(negativeSampling(3).counts(5, 1).of(scores, tensor(0L, 1L)), expected / 2);
    }

    private static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    @Test
    void hierarchicalSoftmaxGivesFrequentWordsShortCodes() {
        var loss = hierarchicalSoftmax(5, 1, 3, 8, 2);
        assertThat(loss.code(3)).hasSize(1);
        assertThat(loss.code(1)).hasSize(4);
        var outputs = randn(2, 4);
        var p = loss.probabilities(outputs);
        assertThat(p.sum(1).isClose(ones(2), 1e-5)).isTrue();
        assertLoss(
                loss.of(outputs, tensor(1L, 3L)),
                -(Math.log(p.get(0, 1).item()) + Math.log(p.get(1, 3).item())) / 2);
    }

    @Test
    void tripletsTakenApartAreThoseSideBySide() {
        var a = randn(3, 4);
        var p = randn(3, 4);
        var n = randn(3, 4);
        double expected = 0;
        for (int i = 0; i < 3; i++) {
            double near = a.get(i).minus(p.get(i)).norm().item();
            double far = a.get(i).minus(n.get(i)).norm().item();
            expected += Math.max(0, near - far + 1) / 3;
        }
        assertThat((double) triplet(1).of(a, p, n).item()).isCloseTo(expected, within(1e-4));
    }

    @Test
    void aBatchWithoutTripletsTeachesNothing() {
        var net = sequential(input(2), dense(2));
        var before = net.weight("dense1.weight");
        var run = net.train(dataset(rand(3, 2), tensor(0L, 1L, 2L)))
                .loss(tripletHard(0.2))
                .metrics()
                .seed(1)
                .epochs(2)
                .quiet()
                .fit();
        assertThat(run.loss()).isZero();
        assertThat(net.weight("dense1.weight").toFloatArray()).doesNotContain(Float.NaN);
        assertThat(before.shape()).isEqualTo(Shape.of(2, 2));
    }

    @Test
    void lossesAreRecorded() {
        var p = tensor(1, 2).array().copy().requireGradient();
        var g = gradients(() -> mse().of(new Tensor(p), tensor(0, 0)), new Tensor(p));
        assertThat(g.loss()).isEqualTo(2.5f);
    }

    @Test
    void wrongTargetsAreNamed() {
        assertOneSentence(
                () -> binaryCrossEntropy().of(rand(2), tensor(0, 2)), "binaryCrossEntropy: ", "0 to 1", "2.0");
        assertOneSentence(() -> hinge().of(rand(2), tensor(1, 3)), "hinge: ", "-1 and 1", "3.0");
        assertOneSentence(() -> hinge().of(rand(2), tensor(0, -1)), "hinge: ", "beside 0");
        assertOneSentence(() -> contrastive(1).of(rand(2, 3), rand(2, 3)), "contrastive: ", "[3]", "distance");
        assertOneSentence(() -> triplet(1).of(rand(2, 3), zeros(2)), "triplet: ", "[3, features]", "[3]");
        assertOneSentence(() -> tripletHard(1).of(rand(2, 3), zeros(2, 1)), "tripletHard: ", "labels [batch]", "[1]");
        assertOneSentence(() -> gaussianNll().of(rand(2, 3), rand(2)), "gaussianNll: ", "[3]", "dense(2·d)");
        assertOneSentence(() -> gaussianNll().of(rand(2, 4), rand(2, 3)), "gaussianNll: ", "[2]", "[3]");
        assertOneSentence(() -> mixtureNll(5).of(rand(2, 14), rand(2)), "mixtureNll: ", "[14]", "dense(15)");
        assertOneSentence(() -> multiclassHinge().of(rand(2, 3, 4), zeros(2, 3)), "multiclassHinge: ", "[3, 4]");
        assertOneSentence(() -> ctc().of(rand(1, 3, 4), tensor(new int[][] {{0, 1}})), "ctc: ", "blank", "label 1");
        assertOneSentence(() -> ctc().of(rand(1, 2, 4), tensor(new int[][] {{1, 1}})), "ctc: ", "needs 3", "2 steps");
        assertOneSentence(
                () -> hierarchicalSoftmax(1, 2, 3).of(rand(2, 3), zeros(2)),
                "hierarchicalSoftmax: ",
                "dense(2)",
                "[3]");
        assertOneSentence(() -> crossEntropy().weights(1, 2).of(rand(2, 3), zeros(2)), "crossEntropy.weights: ", "3");
        assertOneSentence(() -> crossEntropy().ignore(0).of(rand(2, 3), zeros(2)), "crossEntropy.ignore: ", "nothing");
        assertOneSentence(() -> mse().plus(crossEntropy()).of(rand(2, 3), zeros(2)), "crossEntropy()");
    }

    @Test
    void optionsOutsideTheirRangeAreRefused() {
        assertOneSentence(() -> huber(0), "huber: ", "above 0", "0.0");
        assertOneSentence(() -> triplet(-1), "triplet: ", "margin above 0", "-1.0");
        assertOneSentence(() -> crossEntropy().smoothing(1), "crossEntropy.smoothing: ", "below 1");
        assertOneSentence(() -> mixtureNll(0), "mixtureNll: ", "components");
        assertOneSentence(() -> hierarchicalSoftmax(1), "hierarchicalSoftmax: ", "two words");
        assertOneSentence(() -> mse().times(Double.NaN), "mse().times: ", "finite");
    }

    @Test
    void lossesNameTheRemedy() {
        var bce = binaryCrossEntropy();
        assertOneSentence(
                () -> bce.of(tensor(-2, 3), tensor(0, 1)), "binaryCrossEntropy: ", "-2.0 to 3.0", ".logits()");
        assertOneSentence(() -> tripletHard(1).of(rand(2, 3), tensor(0.5, 1)), "tripletHard: ", "whole", "0.5");
        assertOneSentence(() -> hierarchicalSoftmax(1, 2).code(2), "code: ", "word 2", "0 to 1");
        assertOneSentence(
                () -> hierarchicalSoftmax(1, 2).probabilities(zeros(2, 3)), "[batch, 1]", "[2, 3]", "outputs");
        assertOneSentence(() -> crossEntropy().smoothing(1), "smoothing: ", "got 1", "usual");
        assertOneSentence(() -> crossEntropy().weights(-1), "weights: ", "-1", "leaves a class out");
        assertOneSentence(() -> negativeSampling(2).counts(0), "counts: ", "[0]", "as 1");
        assertOneSentence(() -> mse().of(tensor(1), tensor(1)), "mse: ", "unsqueeze(0)");
    }

    @Test
    void alignmentsAreCheckedByTheStepsThatTheDataHas() {
        var net = sequential(input(TIME, 3), dense(4));
        var data = dataset(rand(1, 2, 3), tensor(new int[][] {{1, 1}}));
        assertOneSentence(() -> net.train(data).loss(ctc()).epochs(1).quiet().fit(), "ctc: ", "2 steps", "needs 3");
    }

    @Test
    void tensOfThousandsOfWordsHaveTheirProbabilities() {
        var counts = new Number[50_000];
        Arrays.setAll(counts, i -> i + 1);
        var p = hierarchicalSoftmax(counts).probabilities(zeros(1, counts.length - 1));
        assertThat(p.sum().item()).isCloseTo(1, within(1e-4f));
    }
}
