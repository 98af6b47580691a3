package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;
import static percolate.Percolate.mse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A training that cannot be is refused in one sentence, and leaves model and session as they were. */
class TrainingMistakesTest {
    private final Tensor x = rand(8, 4);
    private final Dataset data = dataset(x, tensor(new long[] {0, 1, 2, 0, 1, 2, 0, 1}));
    private final Model net = sequential(input(4), dense(3));
    private Tensor before;

    @BeforeEach
    void remember() {
        before = net.weight("dense1.weight");
    }

    private void refused(Training training, String... parts) {
        seed(3);
        var expected = rand(2);
        seed(3);
        assertOneSentence(training.quiet()::fit, parts);
        assertThat(net.weight("dense1.weight").isClose(before, 0)).isTrue();
        assertThat(rand(2).isClose(expected, 0)).as("the session's stream").isTrue();
    }

    @Test
    void aLabelOutsideTheClassesIsNamed() {
        var wrong = dataset(x, tensor(new long[] {0, 1, 2, 3, 0, 0, 0, 0}));
        refused(
                net.train(wrong),
                "crossEntropy: ",
                "label 3 at example 3",
                "classes 0 to 2",
                "number the classes from 0");
        refused(net.train(dataset(x, data.y().minus(1))), "label -1 at example 0");
        refused(net.train(data).validation(wrong), "label 3");
        assertOneSentence(() -> net.evaluate(wrong), "label 3 at example 3");
    }

    @Test
    void aLabelWithinASequenceNamesItsExample() {
        var words = sequential(input(TIME), embedding(5, 2), dense(2));
        var y = tensor(new int[][] {{0, 1, 1}, {1, 1, 7}}).to(int64);
        assertOneSentence(() -> words.train(dataset(zeros(2, 3), y)).quiet().fit(), "label 7 at example 1");
    }

    @Test
    void labelsAreWholeNumbers() {
        refused(net.train(dataset(x, full(0.5, 8))).loss(crossEntropy()), "whole numbers", "0.5", "mse()");
        refused(net.train(dataset(x, full(Float.NaN, 8))).loss(crossEntropy()), "whole numbers", "NaN");
        refused(net.train(dataset(x, zeros(8, 3))).loss(crossEntropy()), "number of the class", "[3]", "argmax(-1)");
        refused(net.train(dataset(x, zeros(8, 2))).loss(crossEntropy()), "[2]", "reshape");
        refused(net.train(dataset(x, zeros(8, 3))).metrics(accuracy()), "accuracy: ", "argmax(-1)");
    }

    @Test
    void targetsHaveTheOutputsShape() {
        refused(net.train(dataset(x, rand(8, 2))), "mse: ", "[3]", "[2]", "crossEntropy()");
        refused(net.train(dataset(x, rand(8))), "crossEntropy: expected whole numbers as labels", "mse()");
        refused(net.train(dataset(x, rand(8))).loss(mse()), "mse: ", "[3]", "[]");
    }

    @Test
    void accuracyOfASingleOutputSpeaksForItself() {
        assertOneSentence(() -> accuracy().prepare(Shape.of(1), rand(8, 2)), "accuracy: ", "[1]", "[2]");
    }

    @Test
    void targetsOfASequenceHaveItsLength() {
        var words = sequential(input(TIME), embedding(9, 4), lstm(5).returnSequences(), dense(9));
        assertOneSentence(
                () -> words.train(dataset(zeros(6, 7), zeros(6, 8).to(int64)))
                        .quiet()
                        .fit(),
                "crossEntropy: ",
                "[7]",
                "[8]");
        var numbers = sequential(input(TIME, 2), lstm(5).returnSequences(), dense(1));
        assertOneSentence(
                () -> numbers.train(dataset(zeros(6, 7, 2), zeros(6, 8, 1)))
                        .quiet()
                        .fit(),
                "mse: ",
                "[7, 1]",
                "[8, 1]");
    }

    @Test
    void crossEntropyWantsAnOutputPerClass() {
        assertOneSentence(
                () -> sequential(input(4), dense(1))
                        .train(data)
                        .loss(crossEntropy())
                        .fit(),
                "crossEntropy: ",
                "[1]",
                "mse()");
        var image = sequential(input(1, 4, 4), conv2d(2, 1));
        assertOneSentence(
                () -> image.train(dataset(rand(2, 1, 4, 4), zeros(2, 2, 4)))
                        .loss(crossEntropy())
                        .fit(),
                "crossEntropy: ",
                "[2, 4, 4]",
                "flatten()");
    }

    @Test
    void emptyDataSetsAreRefused() {
        refused(net.train(data.take(0)), "train: ", "training part is empty", "split(…)");
        refused(net.train(data.split(1, 1)), "train: ", "validation part is empty");
        assertOneSentence(() -> net.evaluate(data.take(0)), "evaluate: ", "empty");
    }

    @Test
    void dataOfAnotherShapeIsRefused() {
        refused(net.train(dataset(rand(8, 5), data.y())), "model: ", "[4]", "[8, 5]", "input(…)");
        refused(net.train(data).validation(dataset(rand(8, 5), data.y())), "model: ", "[8, 5]");
    }

    @Test
    void learningRatesArePositiveNumbers() {
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertOneSentence(() -> adam(rate), "adam: ", "learning rate above 0", String.valueOf(rate));
            assertOneSentence(() -> sgd(rate), "sgd: ", "learning rate above 0", String.valueOf(rate));
        }
    }

    @Test
    void countsStartAtOne() {
        assertOneSentence(() -> net.train(data).batch(0), "train.batch: ", "1 or more", "got 0");
        assertOneSentence(() -> net.train(data).epochs(-1), "train.epochs: ", "1 or more", "got -1");
    }

    @Test
    void aMetricIsNamedOnce() {
        assertOneSentence(
                () -> net.train(data).metrics(accuracy(), accuracy()),
                "train.metrics: ",
                "once",
                "[accuracy, accuracy]");
    }

    @Test
    void aModelWithoutWeightsIsNotTrained() {
        assertOneSentence(
                () -> sequential(input(4), relu()).train(dataset(x, x)).fit(), "train: ", "no weights", "dense(…)");
    }

    @Test
    void aRefusedTrainingLeavesAModelWithoutShapeOpen() {
        var open = sequential(dense(2));
        assertOneSentence(open.train(data).quiet()::fit, "label 2");
        assertOneSentence(() -> open.evaluate(data), "label 2");
        assertThat(open).hasToString("sequential(dense(2))");
        assertThat(open.predict(rand(1, 9)).shape()).isEqualTo(Shape.of(1, 2));
    }

    @Test
    void whatIsNotThereIsNamed() {
        var run = net.train(data).epochs(1).quiet().fit();
        assertOneSentence(() -> run.get("foo"), "run: ", "foo", "[loss, accuracy, learning_rate]");
        assertOneSentence(() -> run.series("val_loss"), "run: ", "val_loss");
        assertOneSentence(() -> net.evaluate(data).get("foo"), "evaluation: ", "foo", "accuracy");
    }

    @Test
    void lossesOfPredictionsWantATargetForEach() {
        assertOneSentence(() -> crossEntropy().of(rand(3, 2), tensor(0L, 1L)), "crossEntropy: ", "[3, 2]", "[2]");
        assertOneSentence(() -> mse().of(rand(3, 2), rand(1, 2)), "mse: ", "[1, 2]");
        assertOneSentence(() -> mse().of(tensor(1), tensor(2)), "mse: ", "batch", "[]");
        assertOneSentence(() -> mse().of(zeros(0, 2), zeros(0, 2)), "mse: ", "[0, 2]");
        assertThat(crossEntropy()
                        .of(tensor(new int[][] {{0, 4}}).to(int64), tensor(new long[] {1}))
                        .item())
                .isLessThan(0.02f);
    }
}
