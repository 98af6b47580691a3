package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import percolate.Verdict.Finding;
import percolate.tensor.RandomStream;

/** Each finding on a training that has it, beside one that has been cured. */
class DiagnosisTest {
    /** Two clouds of points on either side of the line x₁ = x₂. */
    private static Dataset clouds(int rows) {
        seed(11);
        var y = randint(0, 2, rows);
        var shift = y.to(float32).times(4).minus(2).reshape(rows, 1);
        return dataset(randn(rows, 2).plus(concat(1, shift, shift.unaryMinus())), y);
    }

    /** A disk within a ring, about as many points in each. */
    private static Dataset rings() {
        seed(6);
        var x = randn(200, 2);
        return dataset(x, x.square().sum(1).gt(1.4).to(int64));
    }

    private static Model small() {
        return sequential(input(2), dense(8).tanh(), dense(2));
    }

    private static Diagnosis of(Training training) {
        return training.seed(1).quiet().fit().diagnose();
    }

    private static Verdict found(Diagnosis diagnosis, Finding finding) {
        assertThat(diagnosis.has(finding)).as(diagnosis.toString()).isTrue();
        return diagnosis.verdicts().stream()
                .filter(v -> v.finding() == finding)
                .findFirst()
                .orElseThrow();
    }

    private static void notFound(Diagnosis diagnosis, Finding finding) {
        assertThat(diagnosis.has(finding)).as(diagnosis.toString()).isFalse();
    }

    @Test
    void nothingIsFoundInHealthyTrainings() {
        var classes = of(small().train(clouds(200).split(0.7, 1)).epochs(20));
        assertThat(classes.verdicts()).isEmpty();
        assertThat(classes.isHealthy()).isTrue();
        assertThat(classes)
                .hasToString("nothing suspicious was found in the loss, the gradients, the activations and the data");
        assertThat(of(sequential(flatten(), dense(32).relu(), dense(10))
                                .train(digits().take(600).split(0.8, 1))
                                .epochs(15))
                        .verdicts())
                .isEmpty();
        seed(3);
        var x = randn(200, 3);
        var y = x.mm(tensor(new int[][] {{1}, {2}, {-1}}));
        assertThat(of(sequential(input(3), dense(8).relu(), dense(1))
                                .train(dataset(x, y))
                                .epochs(30))
                        .verdicts())
                .isEmpty();
    }

    @Test
    void theModelAndTheRandomStreamStayAsTheyAre() {
        var net = sequential(input(2), dense(8).relu(), batchNorm(), dropout(0.2), dense(2));
        var run = net.train(clouds(64)).seed(1).epochs(3).quiet().fit();
        var before = net.weights();
        seed(9);
        float next = rand(1).item();
        seed(9);
        run.diagnose();
        assertThat(rand(1).item()).isEqualTo(next);
        before.forEach((name, value) ->
                assertThat(net.weight(name).toFloatArray()).as(name).containsExactly(value.toFloatArray()));
    }

    @Test
    void aRateThatIsTooHighIsFoundByTheRisingLoss() {
        var sick = found(of(small().train(rings()).optimizer(sgd(300)).epochs(8)), Finding.RATE_TOO_HIGH);
        assertThat(sick.toString())
                .startsWith("rate too high: the loss ")
                .contains(
                        "take a tenth of the learning rate 300.0, the suggestion of lrFind(net, data), or clipNorm(1)");
        notFound(of(small().train(rings()).optimizer(sgd(0.1)).epochs(8)), Finding.RATE_TOO_HIGH);
    }

    @Test
    void aLossThatRunsAwayToInfinityIsARateTooHigh() {
        var seen = new AtomicReference<Run>();
        var observer = new TrainingObserver() {
            @Override
            public void started(Run run) {
                seen.set(run);
            }

            @Override
            public void progressed(Run run) {}

            @Override
            public void ended(Run run) {}
        };
        TrainingObservers.register(observer);
        try {
            seed(2);
            var x = randn(64, 3).times(100);
            var training = sequential(input(3), dense(1))
                    .train(dataset(x, x.sum(1, true)))
                    .loss(mse())
                    .optimizer(sgd(1))
                    .seed(1)
                    .epochs(60);
            assertThatThrownBy(training::fit).isInstanceOf(NotFiniteException.class);
        } finally {
            TrainingObservers.remove(observer);
        }
        assertThat(found(seen.get().diagnose(), Finding.RATE_TOO_HIGH).evidence())
                .contains("the loss or its gradients were no finite numbers any more in epoch ");
    }

    @Test
    void aRateThatIsTooLowIsFoundByStepsAtTenTimesTheRate() {
        var sick = of(small().train(clouds(100)).optimizer(sgd(1e-4)).batch(10).epochs(5));
        assertThat(found(sick, Finding.RATE_TOO_LOW).toString())
                .contains("with ten times the rate; take ten times the learning rate 1.0E-4, or the suggestion of"
                        + " lrFind(net, data)");
        notFound(of(small().train(clouds(100)).optimizer(sgd(0.1)).batch(10).epochs(5)), Finding.RATE_TOO_LOW);
    }

    private static Model deep(boolean sigmoid) {
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < 8; i++) {
            layers.add(sigmoid ? dense(16).sigmoid() : dense(16).relu());
        }
        layers.add(dense(2));
        return sequential(input(2), layers);
    }

    @Test
    void vanishingGradientsAreNamedByLayer() {
        var sick = of(deep(true).train(clouds(100)).epochs(2));
        var verdict = found(sick, Finding.VANISHING_GRADIENTS);
        assertThat(verdict.evidence())
                .startsWith("before the first step the gradient of dense1 is ")
                .contains("dense2");
        assertThat(verdict.cure()).contains("residual(…)");
        notFound(of(deep(false).train(clouds(100)).epochs(2)), Finding.VANISHING_GRADIENTS);
    }

    @Test
    void explodingGradientsAreNamedByLayerUnlessTheyAreClipped() {
        var layers = IntStream.range(0, 8)
                .<Layer>mapToObj(i -> dense(16).init(normal(0, 1.5)))
                .toList();
        var net = sequential(input(2), layers);
        var wild = sequential(net, dense(2).init(normal(0, 1)));
        var sick = of(wild.copy().train(clouds(100)).optimizer(sgd(1e-12)).epochs(2));
        assertThat(found(sick, Finding.EXPLODING_GRADIENTS).toString())
                .startsWith("exploding gradients: ")
                .contains("clipNorm(1)");
        notFound(of(wild.train(clouds(100)).optimizer(sgd(1e-12).clipNorm(1)).epochs(2)), Finding.EXPLODING_GRADIENTS);
    }

    @Test
    void deadRelusAreCountedByLayer() {
        var net = sequential(input(2), dense(8).relu(), dense(2));
        var bias = Map.of("dense1.bias", full(-1000, 8));
        net.weights(bias);
        var sick = of(net.train(clouds(100)).epochs(2));
        assertThat(found(sick, Finding.DEAD_RELUS).evidence())
                .isEqualTo("100 % of the units of dense1 give 0 for all of 100 examples, and get no gradient any more");
        found(sick, Finding.CONSTANT_OUTPUTS);
        var cured = of(sequential(input(2), dense(8).relu(), dense(2))
                .train(clouds(100))
                .epochs(2));
        notFound(cured, Finding.DEAD_RELUS);
        notFound(cured, Finding.CONSTANT_OUTPUTS);
    }

    @Test
    void overFittingNamesTheEpochToStopAt() {
        seed(5);
        var noisy = dataset(randn(60, 10), randint(0, 2, 60)).split(0.5, 1);
        var sick = of(
                sequential(input(10), dense(64).relu(), dense(2)).train(noisy).epochs(60));
        assertThat(found(sick, Finding.OVER_FITTING).toString())
                .startsWith("over fitting: val_loss was least in epoch ")
                .contains("dropout(0.5)");
        notFound(of(small().train(clouds(100).split(0.5, 1)).epochs(20)), Finding.OVER_FITTING);
    }

    @Test
    void underFittingIsALevelLossNearThatOfOneAnswer() {
        var sick = of(sequential(input(2), dense(2)).train(rings()).epochs(20));
        assertThat(found(sick, Finding.UNDER_FITTING).cure()).contains("dense(64).relu()");
        notFound(sick, Finding.SHUFFLED_LABELS);
        notFound(
                of(sequential(input(2), dense(32).relu(), dense(2))
                        .train(rings())
                        .epochs(40)),
                Finding.UNDER_FITTING);
    }

    @Test
    void constantLabelsAreToldBeforeAllElse() {
        var data = clouds(100);
        var sick = of(small().train(dataset(data.x(), zeros(100).to(int64))).epochs(3));
        assertThat(sick.verdicts().get(0))
                .hasToString("constant labels: all 100 targets are 0.00; there is nothing to tell apart; look at"
                        + " data.y(), and shuffle before take(…)");
        notFound(of(small().train(data).epochs(3)), Finding.CONSTANT_LABELS);
    }

    @Test
    void shuffledLabelsAreFoundByNeighboursAndTheAccuracyLearnedByHeart() {
        var data = digits().take(300);
        seed(8);
        var shuffled = dataset(data.x(), data.y().get(tensor(new RandomStream(1).permutation(300))));
        var net = sequential(flatten(), dense(64).relu(), dense(10));
        var sick = found(of(net.copy().train(shuffled).epochs(20)), Finding.SHUFFLED_LABELS);
        assertThat(sick.evidence())
                .startsWith("the example that is nearest has the same label in ")
                .contains("learned by heart");
        notFound(of(net.copy().train(data).epochs(20)), Finding.SHUFFLED_LABELS);
    }

    @Test
    void unscaledInputsAreNamedWithTheirRange() {
        var data = clouds(100);
        var sick = of(
                small().train(dataset(data.x().times(100).plus(128), data.y())).epochs(3));
        assertThat(found(sick, Finding.UNSCALED_INPUTS).toString())
                .contains("their root mean square is ")
                .contains("or put batchNorm() first");
        notFound(of(small().train(data).epochs(3)), Finding.UNSCALED_INPUTS);
    }

    @Test
    void constantOutputsAreFoundWhateverLayerCausesThem() {
        var net = sequential(input(2), dense(8).tanh(), dense(2));
        net.weights(Map.of("dense2.weight", zeros(8, 2)));
        net.freeze("dense2");
        var sick = of(net.train(clouds(100)).epochs(2));
        assertThat(found(sick, Finding.CONSTANT_OUTPUTS).evidence()).startsWith("all 100 examples get the same output");
    }

    @Test
    void anObjectiveIsJudgedByItsLossAndGradients() {
        var net = small();
        var diagnosis = of(net.train(rings())
                .objective(batch -> crossEntropy().of(net.apply(batch.x()), batch.y()))
                .optimizer(sgd(300))
                .epochs(6));
        found(diagnosis, Finding.RATE_TOO_HIGH);
    }

    @Test
    void theTableHasARowPerVerdict() {
        var diagnosis =
                of(small().train(dataset(zeros(20, 2), zeros(20).to(int64))).epochs(2));
        assertThat(diagnosis.table().columnNames()).isEqualTo(List.of("finding", "evidence", "cure"));
        assertThat(diagnosis.table().rowCount()).isEqualTo(diagnosis.verdicts().size());
    }

    @Test
    void aTrainingThatRunsIsNotDiagnosedYet() {
        var message = new AtomicReference<String>();
        var observer = new TrainingObserver() {
            @Override
            public void started(Run run) {
                try {
                    run.diagnose();
                } catch (IllegalStateException e) {
                    message.set(e.getMessage());
                }
            }

            @Override
            public void progressed(Run run) {}

            @Override
            public void ended(Run run) {}
        };
        TrainingObservers.register(observer);
        try {
            small().train(clouds(10)).epochs(1).fit();
        } finally {
            TrainingObservers.remove(observer);
        }
        assertThat(message.get())
                .isEqualTo(
                        "diagnose: the training still runs; ask when fit() has come back, or its observer says ended");
    }
}
