package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a training does to a model. */
class TrainingTest {
    /** y = 1 for x = 1: a step of rate η takes the weight w to w − 2η(w − 1), whichever example it sees. */
    private static final Dataset ONES = dataset(ones(5, 1), ones(5));

    private static Model single() {
        return sequential(input(1), dense(1).withBias(false)).weights(Map.of("dense1.weight", zeros(1, 1)));
    }

    private static Dataset noise(int rows) {
        seed(5);
        return dataset(randn(rows, 4), randint(0, 3, rows));
    }

    private static Model classifier() {
        return sequential(input(4), dense(16).tanh(), dropout(0.3), dense(3));
    }

    @Test
    void aSmallNetworkLearnsDigits() {
        var net = sequential(
                input(1, 8, 8),
                conv2d(16, 3).same().relu(),
                maxPool2d(2),
                flatten(),
                dropout(0.2),
                dense(64).relu(),
                dense(10));
        var run = net.train(digits().split(0.8, 42)).epochs(12).seed(42).quiet().fit();
        assertThat(run.get("val_accuracy")).isGreaterThan(0.95);
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
    }

    @Test
    void theLastSmallerBatchIsTrainedToo() {
        var net = single();
        net.train(ONES).optimizer(sgd(0.25)).batch(2).epochs(1).quiet().fit();
        // Three steps, each halving the distance to 1.
        assertThat(net.weight("dense1.weight").item()).isEqualTo(0.875f);
    }

    @Test
    void anEpochsLossIsTheMeanOverExamples() {
        var run = single().train(ONES)
                .optimizer(sgd(0.25))
                .batch(2)
                .epochs(1)
                .quiet()
                .fit();
        // The losses before each step are 1, 1/4 and 1/16, for 2, 2 and 1 examples.
        assertThat(run.loss()).isCloseTo((2 + 2 / 4.0 + 1 / 16.0) / 5, within(1e-7));
    }

    @Test
    void aBatchLargerThanTheDataIsAllOfIt() {
        var net = single();
        net.train(ONES).optimizer(sgd(0.25)).batch(1000).epochs(2).quiet().fit();
        assertThat(net.weight("dense1.weight").item()).isEqualTo(0.75f);
    }

    @Test
    void oneStepPerBatchEqualsStepsByHand() {
        var data = noise(5);
        var atOnce = sequential(input(4), dense(3)).weights(zeroWeights());
        atOnce.train(data.take(4))
                .optimizer(sgd(0.1))
                .batch(4)
                .epochs(3)
                .quiet()
                .fit();
        var byHand = sequential(input(4), dense(3)).weights(zeroWeights());
        for (int step = 0; step < 3; step++) {
            byHand.train(data.take(4))
                    .optimizer(sgd(0.1))
                    .batch(4)
                    .epochs(1)
                    .quiet()
                    .fit();
        }
        // The examples come in another order each time, which changes the last digits of a sum.
        assertThat(atOnce.weight("dense1.weight").isClose(byHand.weight("dense1.weight"), 1e-6))
                .isTrue();
    }

    private static Map<String, Tensor> zeroWeights() {
        return Map.of("dense1.weight", zeros(4, 3), "dense1.bias", zeros(3));
    }

    @Test
    void trainingGoesOnFromTheWeightsThereAre() {
        var net = single();
        net.train(ONES).optimizer(sgd(0.25)).batch(5).epochs(1).quiet().fit();
        net.train(ONES).optimizer(sgd(0.25)).batch(5).epochs(1).quiet().fit();
        assertThat(net.weight("dense1.weight").item()).isEqualTo(0.75f);
    }

    @Test
    void aModelWithoutInputTakesItsShapeFromTheData() {
        var net = sequential(dense(8).relu(), dense(3));
        net.train(noise(12)).epochs(1).quiet().fit();
        assertThat(net.graph().input()).isEqualTo(Shape.of(4));
        assertThat(net.parameterCount()).isEqualTo((4 + 1) * 8 + (8 + 1) * 3);
    }

    @Test
    void sequencesAreLearned() {
        // The label is the first word, four steps back.
        seed(2);
        var x = randint(0, 3, 200, 5);
        var y = x.t().get(0);
        var net = sequential(input(TIME), embedding(3, 8), lstm(16), dense(3));
        var run = net.train(dataset(x, y))
                .optimizer(adam(0.02))
                .epochs(25)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.get("accuracy")).isGreaterThan(0.95);
        assertThat(net.predict(randint(0, 3, 2, 9)).shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void everyStepOfASequenceMayHaveALabel() {
        seed(2);
        var x = randint(0, 4, 100, 6);
        var net = sequential(input(TIME), embedding(4, 8), lstm(12).returnSequences(), dense(4));
        var run = net.train(dataset(x, x))
                .optimizer(adam(0.02))
                .epochs(15)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.get("accuracy")).isGreaterThan(0.99);
    }

    @Test
    void aSoftmaxAtTheEndLearnsAsItsOperandsDo() {
        var data = noise(40);
        var logits = sequential(input(4), dense(3));
        var probabilities = sequential(input(4), dense(3).softmax());
        var plain = logits.train(data).seed(1).epochs(3).quiet().fit();
        var soft = probabilities.train(data).seed(1).epochs(3).quiet().fit();
        assertThat(soft.series("loss")).containsExactly(plain.series("loss"));
        assertThat(probabilities.predict(data).isClose(logits.predict(data).softmax(1), 1e-6))
                .isTrue();
    }

    @Test
    void optionsAreImmutable() {
        var training = classifier().train(noise(12)).epochs(1).quiet();
        var longer = training.epochs(2);
        assertThat(training.fit().history()).hasSize(1);
        assertThat(longer.fit().history()).hasSize(2);
        assertThat(training.batch(3).optimizer(adam(1e-3).clipNorm(1)))
                .hasToString("training on 12 examples: optimizer adam(0.001).clipNorm(1), batch 3, epochs 1; fit()"
                        + " starts it");
    }
}
