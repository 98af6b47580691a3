package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackTest {
    private static Dataset data() {
        seed(5);
        return dataset(randn(40, 4), randint(0, 3, 40));
    }

    private static Training training(Model net) {
        return net.train(data().split(0.5, 1))
                .optimizer(adam(0.3))
                .batch(5)
                .epochs(30)
                .seed(1)
                .quiet();
    }

    private static Model network() {
        return sequential(input(4), dense(16).tanh(), dense(3));
    }

    @Test
    void earlyStoppingEndsWhenPatienceDoes() {
        var run = training(network()).callbacks(earlyStopping(3)).fit();
        var losses = run.series("val_loss");
        assertThat(losses.length).isLessThan(30);
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
        double best = Arrays.stream(losses).min().getAsDouble();
        assertThat(losses[losses.length - 4]).isEqualTo(best);
    }

    @Test
    void theBestWeightsComeBack() {
        var net = network();
        var run = training(net).callbacks(earlyStopping(3).restoreBest()).fit();
        double best = Arrays.stream(run.series("val_loss")).min().getAsDouble();
        assertThat(net.evaluate(data().split(0.5, 1).validation()).loss()).isEqualTo(best);
        var last = network();
        training(last).callbacks(earlyStopping(3)).fit();
        assertThat(last.weight("dense1.weight").isClose(net.weight("dense1.weight"), 1e-6))
                .isFalse();
    }

    @Test
    void aMetricIsBetterWhenItIsLarger() {
        var run = training(network())
                .callbacks(earlyStopping(4).on("val accuracy").minimumChange(0.01))
                .fit();
        double[] accuracies = run.series("val_accuracy");
        int best = 0;
        for (int i = 1; i < accuracies.length; i++) {
            best = accuracies[i] > accuracies[best] + 0.01 ? i : best;
        }
        assertThat(accuracies).hasSize(Math.min(30, best + 5));
    }

    @Test
    void epochsAreToldWithModelAndNumbers() {
        var net = network();
        var seen = new ArrayList<Integer>();
        var run = training(net)
                .onEpoch(e -> {
                    assertThat(e.model()).isSameAs(net);
                    assertThat(e.get("val_accuracy")).isBetween(0.0, 1.0);
                    assertThat(e.run().history()).hasSize(e.number());
                    seen.add(e.number());
                    if (e.number() == 4) {
                        e.stop();
                    }
                })
                .fit();
        assertThat(seen).containsExactly(1, 2, 3, 4);
        assertThat(run.history()).hasSize(4);
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
    }

    @Test
    void ofAnEpochTheWeightsAreSeenAsItLeftThem() {
        var halfway = network();
        training(halfway).epochs(2).fit();
        var net = network();
        training(net)
                .epochs(4)
                .onEpoch(e -> {
                    if (e.number() == 2) {
                        assertThat(e.model().weight("dense1.weight").toFloatArray())
                                .containsExactly(halfway.weight("dense1.weight").toFloatArray());
                    }
                })
                .fit();
    }

    @Test
    void stepsAreToldOneByOne() {
        var positions = new ArrayList<Double>();
        var run = training(network())
                .epochs(2)
                .onStep(p -> positions.add(p.position()))
                .fit();
        assertThat(positions).containsExactly(0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0);
        assertThat(run.history()).hasSize(2);
    }

    @Test
    void aCallbackOfOnesOwnHearsStartAndEnd() {
        var events = new ArrayList<String>();
        var own = new Callback() {
            @Override
            public void started(Run run) {
                events.add("started " + run.history().size());
            }

            @Override
            public void epoch(Epoch epoch) {
                events.add("epoch " + epoch.number());
            }

            @Override
            public void ended(Run run) {
                events.add("ended " + run.state());
            }
        };
        training(network()).epochs(2).callbacks(own, e -> events.add("too")).fit();
        assertThat(events).containsExactly("started 0", "epoch 1", "too", "epoch 2", "too", "ended FINISHED");
    }

    @Test
    void oneThatThrowsEndsTheTraining() {
        assertThatThrownBy(() -> training(network())
                        .onEpoch(e -> {
                            throw new IllegalStateException("mine");
                        })
                        .fit())
                .hasMessage("mine");
    }

    @Test
    void callbacksChangeNoNumber() {
        var plain = network();
        training(plain).epochs(3).fit();
        var watched = network();
        training(watched).epochs(3).onEpoch(e -> {}).onStep(p -> {}).fit();
        assertThat(watched.weight("dense2.weight").toFloatArray())
                .containsExactly(plain.weight("dense2.weight").toFloatArray());
    }

    @Test
    void aNumberOfStepsEndsWithinAnEpoch() {
        var run = training(network()).epochs(30).steps(10).fit();
        assertThat(run.history()).hasSize(3);
        assertThat(run.progress().orElseThrow().position()).isEqualTo(2.5);
        var without = network().train(data()).steps(7).batch(10).quiet().fit();
        assertThat(without.epochs()).isEqualTo(2);
    }

    /** Four equal batches whose gradients are averaged are one batch of all. */
    @Test
    void accumulatedGradientsAreThoseOfTheLargerBatch() {
        var whole = network();
        network(whole, 20, 1, crossEntropy());
        var parts = network();
        network(parts, 5, 4, crossEntropy());
        var own = network();
        network(own, 5, 4, (p, y) -> crossEntropy().of(p, y));
        var objective = network();
        objective
                .train(data().take(20))
                .objective(b -> crossEntropy().of(objective.apply(b.x()), b.y()))
                .optimizer(adam(0.1))
                .batch(5)
                .accumulate(4)
                .epochs(3)
                .seed(2)
                .quiet()
                .fit();
        whole.weights().forEach((name, w) -> List.of(parts, own, objective)
                .forEach(net ->
                        assertThat(net.weight(name).isClose(w, 1e-5)).as(name).isTrue()));
    }

    private static void network(Model net, int batch, int accumulate, Loss loss) {
        net.train(data().take(20))
                .loss(loss)
                .optimizer(adam(0.1))
                .batch(batch)
                .accumulate(accumulate)
                .epochs(3)
                .seed(2)
                .quiet()
                .fit();
    }

    @Test
    void mistakesAreNamed() {
        assertOneSentence(() -> earlyStopping(0), "earlyStopping", "1 or more");
        assertOneSentence(() -> earlyStopping(1).minimumChange(-1), "earlyStopping.minimumChange", "-1");
        assertOneSentence(
                () -> training(network())
                        .callbacks(earlyStopping(1).on("val f1"))
                        .fit(),
                "earlyStopping.on",
                "val_f1",
                "val_accuracy");
        assertOneSentence(() -> training(network()).accumulate(0), "train.accumulate", "1 or more");
        assertOneSentence(() -> training(network()).steps(0), "train.steps", "1 or more");
        assertOneSentence(() -> training(network()).device(gpu(9)).fit(), "gpu(9)");
    }
}
