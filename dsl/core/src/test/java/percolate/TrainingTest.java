package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;
import static percolate.Percolate.dataset;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.flatten;
import static percolate.Percolate.input;
import static percolate.Percolate.rand;
import static percolate.Percolate.randn;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.Percolate.tripletHard;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    private static float[] weights(Model net) {
        return concat(0, net.weights().values().stream().map(Tensor::flatten).toArray(Tensor[]::new))
                .toFloatArray();
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
    void theSameSeedGivesTheSameBits() {
        var data = noise(50);
        var first = classifier();
        var second = classifier();
        var other = classifier();
        var once = first.train(data).seed(3).epochs(4).batch(7).quiet().fit();
        var twice = second.train(data).seed(3).epochs(4).batch(7).quiet().fit();
        other.train(data).seed(4).epochs(4).batch(7).quiet().fit();
        assertThat(weights(second)).containsExactly(weights(first));
        assertThat(twice.series("loss")).containsExactly(once.series("loss"));
        assertThat(weights(other)).isNotEqualTo(weights(first));
    }

    @Test
    void aSeedCoversTheWeightsOfAModelThatWasUsedButNotTrained() {
        var data = noise(20);
        var fresh = classifier();
        var used = classifier();
        used.predict(data.x());
        fresh.train(data).seed(3).epochs(1).quiet().fit();
        used.train(data).seed(3).epochs(1).quiet().fit();
        assertThat(weights(used)).containsExactly(weights(fresh));
    }

    @Test
    void aSeededTrainingLeavesTheSessionsStreamAlone() {
        var data = noise(20);
        seed(11);
        var expected = randn(4);
        seed(11);
        classifier().train(data).seed(3).epochs(2).quiet().fit();
        assertThat(randn(4).isClose(expected, 0)).isTrue();
    }

    @Test
    void withoutASeedTheSessionsSeedDecides() {
        var data = noise(20);
        var first = classifier();
        var second = classifier();
        seed(9);
        first.train(data).epochs(2).quiet().fit();
        seed(9);
        second.train(data).epochs(2).quiet().fit();
        assertThat(weights(second)).containsExactly(weights(first));
    }

    @Test
    void trainingGoesOnFromTheWeightsThereAre() {
        var net = single();
        net.train(ONES).optimizer(sgd(0.25)).batch(5).epochs(1).quiet().fit();
        net.train(ONES).optimizer(sgd(0.25)).batch(5).epochs(1).quiet().fit();
        assertThat(net.weight("dense1.weight").item()).isEqualTo(0.75f);
    }

    @Test
    void theValidationPartIsMeasuredAndNotTrained() {
        var split = noise(60).split(0.5, 1);
        var net = classifier();
        var run = net.train(split).seed(1).epochs(3).quiet().fit();
        var alone = classifier();
        alone.train(split.train()).seed(1).epochs(3).quiet().fit();
        assertThat(weights(net)).containsExactly(weights(alone));
        var measured = net.evaluate(split.validation());
        assertThat(run.get("val_loss")).isCloseTo(measured.loss(), within(1e-6));
        assertThat(run.get("val_accuracy")).isCloseTo(measured.accuracy(), within(1e-9));
        assertThat(run.hasValidation()).isTrue();
    }

    @Test
    void measuringWeighsEveryExampleAlike() {
        var data = noise(300);
        var net = classifier();
        net.train(data).epochs(1).quiet().fit();
        var logits = net.predict(data);
        assertThat(net.evaluate(data).loss())
                .isCloseTo(crossEntropy().of(logits, data.y()).item(), within(1e-5));
        double hits = logits.argmax(1).eq(data.y()).mean().item();
        assertThat(net.evaluate(data).accuracy()).isCloseTo(hits, within(1e-6));
    }

    @Test
    void historyHasOneRecordPerEpoch() {
        var run = classifier().train(noise(20)).epochs(3).quiet().fit();
        assertThat(run.history()).extracting(Epoch::number).containsExactly(1, 2, 3);
        assertThat(run.history()).allSatisfy(epoch -> {
            assertThat(epoch.loss()).isPositive();
            assertThat(epoch.validationLoss()).isNaN();
            assertThat(epoch.metrics()).containsOnlyKeys("accuracy");
            assertThat(epoch.learningRate()).isEqualTo(0.01);
            assertThat(epoch.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
        assertThat(run.series("accuracy")).hasSize(3);
        assertThat(run.get("loss")).isEqualTo(run.loss());
        assertThat(run.progress())
                .hasValueSatisfying(p -> assertThat(p.position()).isEqualTo(3));
    }

    @Test
    void theTableHasAColumnPerNumber() {
        var run = classifier().train(noise(20).split(0.5, 1)).epochs(2).quiet().fit();
        assertThat(run.table().columnNames())
                .containsExactly("epoch", "loss", "val_loss", "accuracy", "val_accuracy", "learning_rate", "seconds");
        assertThat(run.table().rowCount()).isEqualTo(2);
        assertThat(run.table().doubleColumn("loss").get(1)).isEqualTo(run.loss());
    }

    @Test
    void provenanceNamesWhatTheNumbersDependOn() {
        var data = noise(20);
        var facts = classifier().train(data).seed(42).epochs(1).quiet().fit().provenance();
        assertThat(facts)
                .containsKeys("seed", "data", "model", "loss", "optimizer", "batch", "epochs", "threads", "device")
                .containsKeys("engine", "java")
                .containsEntry("seed", "42")
                .containsEntry("optimizer", "adam(0.01)")
                .containsEntry("batch", "20");
        var other = classifier().train(noise(21)).seed(42).epochs(1).quiet().fit();
        assertThat(other.provenance().get("data")).startsWith("sha256:").isNotEqualTo(facts.get("data"));
    }

    @Test
    void fitSaysWhatItChose() {
        var run = classifier().train(noise(40)).quiet().fit();
        assertThat(run.choices())
                .isEqualTo("loss crossEntropy(), optimizer adam(0.01), metric accuracy(), batch 32, epochs 250");
        var said = classifier()
                .train(noise(40))
                .loss(crossEntropy())
                .optimizer(adam(0.01))
                .metrics(accuracy())
                .batch(8)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(said.choices()).isEmpty();
    }

    @Test
    void numbersAreFittedWithMseAndLabelsWithCrossEntropy() {
        var numbers = sequential(input(4), dense(1))
                .train(dataset(rand(9, 4), rand(9)))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(numbers.choices()).contains("mse()").doesNotContain("accuracy");
        var vectors = sequential(input(4), dense(2))
                .train(dataset(rand(9, 4), rand(9, 2)))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(vectors.choices()).contains("mse()");
        var labels = dataset(rand(9, 4), randint(0, 2, 9).to(int32));
        assertThat(sequential(input(4), dense(2))
                        .train(labels)
                        .epochs(1)
                        .quiet()
                        .fit()
                        .choices())
                .contains("crossEntropy()", "accuracy()");
    }

    @Test
    void quietTrainingsPrintNothingAndOthersSayWhatTheyChose() {
        assertThat(printed(() -> classifier().train(noise(9)).epochs(1).quiet().fit()))
                .isEmpty();
        assertThat(printed(() -> classifier().train(noise(9)).epochs(1).fit()))
                .isEqualTo("fit chose loss crossEntropy(), optimizer adam(0.01), metric accuracy(), batch 32"
                        + System.lineSeparator());
    }

    @Test
    void oneNumberForSeveralClassesIsSaidToBeAQuantity() {
        assertThat(printed(() ->
                        sequential(input(4), dense(1)).train(iris()).epochs(1).fit()))
                .contains(
                        "fit chose loss mse()",
                        "fit: the targets look like the classes 0 to 2, but the model gives one number, which mse() fits as a"
                                + " quantity; to tell classes apart end with dense(3)");
        var sides = dataset(rand(9, 4), randint(0, 2, 9));
        assertThat(printed(() -> sequential(input(4), dense(1)).train(sides).epochs(1).fit()))
                .contains("classes 0 to 1", "end with dense(2) or dense(1).sigmoid()");
    }

    @Test
    void quantitiesAndWhatWasSaidAreNotDoubted() {
        var prices = dataset(rand(3, 4), tensor(100, 250, 90).to(int64));
        assertThat(printed(
                        () -> sequential(input(4), dense(1)).train(prices).epochs(1).fit()))
                .doesNotContain("fit:");
        assertThat(printed(() -> sequential(input(4), dense(1))
                        .train(iris())
                        .loss(mse())
                        .epochs(1)
                        .fit()))
                .doesNotContain("fit:");
    }

    private static String printed(Runnable action) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
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

    @Test
    void zerosAndOnesBehindASigmoidAreClasses() {
        var x = randn(8, 2);
        for (var y : List.of(tensor(1, 0, 1, 0, 1, 0, 1, 0), tensor(1L, 0L, 1L, 0L, 1L, 0L, 1L, 0L))) {
            var run = sequential(input(2), dense(1).sigmoid())
                    .train(dataset(x, y))
                    .epochs(1)
                    .quiet()
                    .fit();
            assertThat(run.choices()).contains("binaryCrossEntropy()", "accuracy()");
        }
        var shares = sequential(input(2), dense(1).sigmoid())
                .train(dataset(x, rand(8, 1)))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(shares.choices()).contains("mse()").doesNotContain("accuracy");
    }

    @Test
    void labelsThatWereWrittenAsRealNumbersAreLabels() {
        var run = sequential(input(2), dense(3))
                .train(dataset(randn(4, 2), tensor(0, 1, 1, 2)))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.choices()).contains("crossEntropy()", "accuracy()");
    }

    @Test
    void noAccuracyIsChosenForDistances() {
        var run = sequential(input(1, 8, 8), flatten(), dense(4))
                .train(digits())
                .loss(tripletHard(0.2))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.metrics()).isEmpty();
    }
}
