package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {
    private static final double TOLERANCE = 1e-6;
    private static final Tensor P = tensor(0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.6);
    private static final Tensor Y = tensor(1, 1, 0, 1, 1, 0, 0, 0);

    private static double of(Metric metric, Tensor prediction, Tensor target) {
        return metric.of(prediction, target).item();
    }

    @Test
    void yesAndNoByTheTextbook() {
        // Found 0.9 0.8 0.7 0.6 0.6, of which three are right; one of four is missed.
        assertThat(of(precision(), P, Y)).isCloseTo(3 / 5.0, within(TOLERANCE));
        assertThat(of(recall(), P, Y)).isCloseTo(3 / 4.0, within(TOLERANCE));
        assertThat(of(f1(), P, Y)).isCloseTo(2 * 0.6 * 0.75 / 1.35, within(TOLERANCE));
        assertThat(of(iou(), P, Y)).isCloseTo(3 / 6.0, within(TOLERANCE));
        // Of 16 pairs 12 stand in order and one is a tie.
        assertThat(of(auc(), P, Y)).isCloseTo(12.5 / 16, within(TOLERANCE));
        assertThat(confusionMatrix().of(P, Y).toLongArray()).containsExactly(2, 2, 1, 3);
    }

    @Test
    void severalClassesAreAveraged() {
        var o = tensor(new int[][] {{3, 1, 0}, {0, 2, 1}, {2, 1, 0}, {0, 1, 5}});
        var y = tensor(0L, 1L, 1L, 2L);
        // Precision ½, 1, 1; recall 1, ½, 1.
        assertThat(of(precision(), o, y)).isCloseTo(2.5 / 3, within(TOLERANCE));
        assertThat(of(recall(), o, y)).isCloseTo(2.5 / 3, within(TOLERANCE));
        assertThat(of(f1(), o, y)).isCloseTo((2 / 3.0 + 2 / 3.0 + 1) / 3, within(TOLERANCE));
        assertThat(of(iou(), o, y)).isCloseTo((0.5 + 0.5 + 1) / 3, within(TOLERANCE));
        assertThat(of(topK(2), o, y)).isEqualTo(1);
        assertThat(of(topK(1), o, y)).isEqualTo(of(accuracy(), o, y)).isEqualTo(0.75);
        var matrix = confusionMatrix().of(o, y);
        assertThat(matrix.shape()).isEqualTo(Shape.of(3, 3));
        assertThat(matrix.toLongArray()).containsExactly(1, 0, 0, 1, 1, 0, 0, 0, 1);
    }

    @Test
    void pixelsAreCountedByTheChannels() {
        var o = randn(2, 3, 4, 5);
        var y = o.argmax(1);
        assertThat(of(accuracy(), o, y)).isEqualTo(1);
        assertThat(of(iou(), o, y)).isEqualTo(1);
    }

    @Test
    void explainedVarianceByTheTextbook() {
        var y = tensor(3, -0.5, 2, 7);
        assertThat(of(r2(), tensor(2.5, 0, 2, 8), y)).isCloseTo(0.9486081370449679, within(TOLERANCE));
        assertThat(of(r2(), y, y)).isEqualTo(1);
        assertThat(of(r2(), zeros(3), ones(3))).isZero();
    }

    @Test
    void perplexityOfEquallyLikelyWordsIsTheirNumber() {
        assertThat(of(perplexity(), zeros(3, 8), tensor(1L, 2L, 7L))).isCloseTo(8, within(1e-5));
        assertThat(of(perplexity().probabilities(), full(0.125, 3, 8), tensor(1L, 2L, 7L)))
                .isCloseTo(8, within(1e-5));
    }

    @Test
    void anEpochsValueIsThatOfAllData() {
        var x = rand(23, 2);
        var y = x.slice(1, 0, 1).gt(rand(23, 1)).to(float32);
        var net = sequential(input(2), dense(1).sigmoid());
        var metrics = List.of(accuracy(), zeroOne(), precision(), recall(), f1(), iou(), auc(), r2(), mae(), mse());
        assertEpochs(net, dataset(x, y), binaryCrossEntropy(), metrics);
    }

    @Test
    void anEpochsValueOfSeveralClassesIsThatOfAllData() {
        var labels = randint(0, 4, 23);
        for (var net : List.of(sequential(input(3), dense(4)), sequential(input(3), dense(4).softmax()))) {
            var perplexity = net.toString().contains("softmax") ? perplexity().probabilities() : perplexity();
            var metrics =
                    List.of(accuracy(), topK(2), precision(), recall(), f1(), iou(), confusionMatrix(), perplexity);
            assertEpochs(net, dataset(rand(23, 3), labels), crossEntropy(), metrics);
        }
    }

    private static void assertEpochs(Model net, Dataset data, Loss loss, List<Metric> metrics) {
        var outputs = net.predict(data.x());
        var chosen = metrics.toArray(Metric[]::new);
        var run = net.train(data)
                .loss(loss)
                .metrics(chosen)
                .optimizer(sgd(1e-12))
                .validation(data)
                .batch(5)
                .epochs(2)
                .quiet()
                .seed(1);
        net.prepare(1, List.of(loss));
        var before = net.predict(data.x());
        var done = run.fit();
        assertThat(outputs.shape()).isEqualTo(before.shape());
        for (var metric : metrics) {
            double expected = metric instanceof percolate.metric.ConfusionMatrix
                    ? of(accuracy(), before, data.y())
                    : of(metric, before, data.y());
            assertThat(done.get(metric.name())).as(metric.name()).isCloseTo(expected, within(1e-5));
            assertThat(done.get("val_" + metric.name()))
                    .as("val " + metric.name())
                    .isCloseTo(expected, within(1e-5));
            assertThat(net.evaluate(data, metric).get(metric.name())).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void wrongTargetsAreNamed() {
        assertOneSentence(() -> auc().of(rand(2, 3), zeros(2)), "auc: ", "[3]", "accuracy()");
        assertOneSentence(() -> auc().of(rand(2), full(0.5, 2)), "auc: ", "0 and 1", "0.5");
        assertOneSentence(() -> topK(4).of(rand(2, 3), zeros(2)), "top4: ", "4 classes", "[3]");
        assertOneSentence(() -> topK(0), "topK: ", "got 0");
        assertOneSentence(() -> r2().of(rand(2, 3), zeros(2, 2)), "r2: ", "[3]", "[2]");
    }

    @Test
    void anOutputThatIsNoNumberHasNoArea() {
        assertThat(of(auc(), tensor(0.1, Float.NaN, 0.3), tensor(0, 1, 1))).isNaN();
    }

    @Test
    void explainedVarianceTakesTransposedTargets() {
        var y = randn(3, 4).t();
        assertThat(of(r2(), y, y)).isEqualTo(1);
        assertOneSentence(() -> r2().of(zeros(2, 0), zeros(2, 0)), "r2: ", "[0]", "last layer");
    }
}
