package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.program.OneByOne;

/** Examples that count unequally, against PyTorch and by hand. */
class WeightsTest {
    private static final Map<String, Loss> LOSSES = Map.of(
            "mse", mse(),
            "huber", huber(),
            "binaryCrossEntropy", binaryCrossEntropy().logits(),
            "crossEntropy", crossEntropy(),
            "sequences", crossEntropy().weights(0.5, 1, 2, 0.25).ignore(0),
            "ctc", ctc());

    private final Tensor x = tensor(1, 2, 3, 4, 5).reshape(5, 1);
    private final Tensor y = tensor(1, 0, 2, 7, 5).reshape(5, 1);
    private final Tensor each = tensor(1, 2, 0, 3, 0.5);
    private final Dataset data = dataset(x, y).weights(each);

    /** Gives its input. */
    private static Model same() {
        return sequential(input(1), dense(1)).weights(Map.of("dense1.weight", ones(1, 1), "dense1.bias", zeros(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mse", "huber", "binaryCrossEntropy", "crossEntropy", "sequences", "ctc"})
    void aTrainingIsPyTorchs(String name) {
        var fixture = Fixture.read("trainings", "weighted-" + name + ".json");
        for (boolean oneByOne : new boolean[] {false, true}) {
            OneByOne.force(oneByOne);
            try {
                assertPyTorchs(fixture, LOSSES.get(name));
            } finally {
                OneByOne.force(false);
            }
        }
    }

    private static void assertPyTorchs(Fixture fixture, Loss loss) {
        var given = fixture.tensor("x");
        var net = sequential(input(given.shape().dropFirst(1).toArray()), dense(4).withBias(false));
        net.weights(Map.of("dense1.weight", fixture.tensor("w")));
        var run = net.train(dataset(given, fixture.tensor("y")).weights(fixture.tensor("weights")))
                .loss(loss)
                .metrics()
                .optimizer(sgd(0.1))
                .batch(7)
                .epochs(4)
                .quiet()
                .fit();
        assertThat(run.series("loss")).containsExactly(fixture.numbers("losses", "loss"), within(1e-5));
        Fixture.assertClose(net.weight("dense1.weight"), fixture.tensor("after"), "weights");
    }

    @Test
    void anEpochsLossIsTheWeightedMeanHoweverItIsCut() {
        // Errors 0, 2, 1, −3, 0.
        double expected = (1 * 0 + 2 * 4 + 0 * 1 + 3 * 9 + 0.5 * 0) / 6.5;
        for (int batch : new int[] {5, 3, 2, 1}) {
            var run = same().train(data)
                    .optimizer(sgd(1e-30))
                    .batch(batch)
                    .epochs(1)
                    .quiet()
                    .fit();
            assertThat(run.loss()).as("batches of " + batch).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void evaluateAndValidationCountExamplesSoToo() {
        assertThat(same().evaluate(data, mse()).loss()).isCloseTo(35 / 6.5, within(1e-6));
        var run = same().train(dataset(x, y))
                .validation(data)
                .optimizer(sgd(1e-30))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.loss()).isCloseTo(14 / 5.0, within(1e-6));
        assertThat(run.get("val_loss")).isCloseTo(35 / 6.5, within(1e-6));
    }

    @Test
    void validationWithoutWeightsCountsEachOnce() {
        var run = same().train(data)
                .validation(dataset(x, y))
                .optimizer(sgd(1e-30))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.get("val_loss")).isCloseTo(14 / 5.0, within(1e-6));
    }

    @Test
    void metricsCountEachExampleOnce() {
        assertThat(same().evaluate(data, mae()).get("mae")).isCloseTo(6 / 5.0, within(1e-6));
    }

    @Test
    void ofASumNothingIsDivided() {
        assertThat(same().evaluate(data, mse().sum()).loss()).isNotNaN();
        var run = same().train(data)
                .loss(mse().sum())
                .optimizer(sgd(1e-30))
                .batch(2)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.loss()).isCloseTo(35, within(1e-4));
    }

    @Test
    void aSumOfLossesIsWeighedTermByTerm() {
        var run = same().train(data)
                .loss(mse().times(0.5).plus(mae()))
                .optimizer(sgd(1e-30))
                .batch(2)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.loss()).isCloseTo((0.5 * 35 + 2 * 2 + 3 * 3) / 6.5, within(1e-6));
    }

    @Test
    void anExampleOfWeightTwoIsTheExampleTwice() {
        var twice = dataset(x, y).rows(0, 1, 1);
        var weighed = dataset(x.slice(0, 0, 2), y.slice(0, 0, 2)).weights(tensor(1, 2));
        var nets = List.of(same(), same());
        var sets = List.of(twice, weighed);
        for (int i = 0; i < 2; i++) {
            nets.get(i)
                    .train(sets.get(i))
                    .optimizer(sgd(0.1))
                    .batch(3)
                    .epochs(5)
                    .quiet()
                    .fit();
        }
        assertThat(nets.get(0).weight("dense1.weight").item())
                .isCloseTo(nets.get(1).weight("dense1.weight").item(), within(1e-6f));
    }

    @Test
    void weightsGoWithTheirExamples() {
        assertGoes(data.shuffle(3));
        assertGoes(data.take(3));
        assertGoes(data.skip(2));
        assertGoes(data.filter(b -> b.x().item() > 1));
        assertGoes(data.map(b -> b.withY(b.y().times(2))));
        assertGoes(data.asAutoencoder());
        assertGoes(data.named("price"));
        var split = data.split(0.6, 0.2, 1);
        List.of(split.train(), split.validation(), split.test()).forEach(this::assertGoes);
        data.folds(2, 1).forEach(fold -> assertGoes(fold.train()));
        for (var batch : data.batches(2, 7)) {
            assertGoes(dataset(batch.x(), batch.y()).weights(batch.weights().orElseThrow()));
        }
        assertThat(data.concat(dataset(x, y)).weights().orElseThrow().toFloatArray())
                .containsExactly(1, 2, 0, 3, 0.5f, 1, 1, 1, 1, 1);
    }

    private void assertGoes(Dataset part) {
        var found = part.weights().orElseThrow().toFloatArray();
        var numbers = part.x().toFloatArray();
        assertThat(found).hasSameSizeAs(numbers);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isEqualTo(each.toFloatArray()[(int) numbers[i] - 1]);
        }
    }

    @Test
    void dataThatIsDrawnAnewKeepsThem() {
        var corrupted = data.corrupt(0);
        assertThat(corrupted.batch().weights().orElseThrow().toFloatArray()).containsExactly(each.toFloatArray());
        var run = same().train(corrupted)
                .optimizer(sgd(1e-30))
                .batch(2)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.loss()).isCloseTo(35 / 6.5, within(1e-6));
        assertThat(data.normalise().weights()).isPresent();
    }

    @Test
    void aBatchOfWeightZeroChangesNothing() {
        var net = same();
        var run = net.train(data.rows(2)).optimizer(sgd(0.5)).epochs(1).quiet().fit();
        assertThat(run.loss()).isZero();
        assertThat(net.weight("dense1.weight").item()).isEqualTo(1);
    }

    @Test
    void anObjectiveHasThemAtHand() {
        var net = same();
        var run = net.train(data)
                .objective(batch -> {
                    var w = batch.weights().orElseThrow();
                    var losses = net.apply(batch.x()).minus(batch.y()).square().reshape(-1);
                    return losses.times(w).sum().div(w.sum());
                })
                .optimizer(sgd(1e-30))
                .batch(5)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.loss()).isCloseTo(35 / 6.5, within(1e-5));
    }

    @Test
    void otherWeightsAreOtherData() {
        assertThat(hash(data)).isNotEqualTo(hash(dataset(x, y)));
        assertThat(hash(data)).isNotEqualTo(hash(data.weights(ones(5))));
        assertThat(data).hasToString("5 examples, x [1] float32, y [1] float32, weighted");
    }

    private static String hash(Dataset data) {
        return same().train(data).epochs(1).quiet().fit().provenance().get("data");
    }

    @Test
    void aLossOfOneNumberForABatchIsRefused() {
        Loss own = (p, t) -> p.minus(t).abs().mean();
        assertThatThrownBy(() -> same().train(data).loss(own).quiet().fit())
                .hasMessage("train: expected a loss of each example for data with weights, got loss computed in Java,"
                        + " which gives one number for a batch; take another loss, or data without weights(…)");
        var labelled = dataset(randn(4, 2), tensor(0, 0, 1, 1).to(DType.int64)).weights(ones(4));
        assertThatThrownBy(() -> sequential(input(2), dense(2))
                        .train(labelled)
                        .loss(tripletHard(1))
                        .quiet()
                        .fit())
                .hasMessageContaining("got tripletHard(1), which gives one number for a batch");
    }

    @Test
    void weightsOfAnotherNumberOrKindAreRefused() {
        var plain = dataset(x, y);
        assertThatThrownBy(() -> plain.weights(ones(4)))
                .hasMessage("weights: expected a number for each of 5 examples, [5], got shape [4];"
                        + " reshape(-1) takes axes of 1 away");
        assertThatThrownBy(() -> plain.weights(tensor(1, 1, -1, 1, 1)))
                .hasMessage("weights: expected finite numbers of 0 or more, got -1.0; 0 leaves an example out");
        assertThatThrownBy(() -> plain.weights(zeros(5)))
                .hasMessage("weights: expected some above 0, got none; all examples would be left out");
        assertThatThrownBy(() -> data.window(2))
                .hasMessage("window(2): expected rows that count alike, got some with weights(…); say weights(…) of the"
                        + " windows");
    }
}
