package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Numbers that are not finite end a training with a sentence that says where they arose; what was learned stays. */
class NotFiniteTest {
    private final List<TrainingObserver> observers = new ArrayList<>();

    @AfterEach
    void nobodyWatches() {
        observers.forEach(TrainingObservers::remove);
    }

    @Test
    void aRateThatIsTooLargeNamesTheStepAndKeepsTheWeightsBefore() {
        // w ← w − 2η(w − 1)·x²: each step makes the weight about −2·10¹⁰ times as large.
        var net = sequential(input(1), dense(1).withBias(false)).weights(Map.of("dense1.weight", zeros(1, 1)));
        var training = net.train(dataset(full(1e5, 3, 1), ones(3)))
                .loss(mse())
                .optimizer(sgd(1))
                .batch(1)
                .epochs(4)
                .quiet();
        assertOneSentence(
                training::fit, "train: epoch 1, step 3 of 3, learning rate 1.0: ", "from the loss", "clipNorm(1)");
        var before = sequential(input(1), dense(1).withBias(false)).weights(Map.of("dense1.weight", zeros(1, 1)));
        before.train(dataset(full(1e5, 2, 1), ones(2)))
                .loss(mse())
                .optimizer(sgd(1))
                .batch(1)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(net.weight("dense1.weight").item())
                .isFinite()
                .isEqualTo(before.weight("dense1.weight").item());
    }

    @Test
    void theFirstLayerThatGivesThemIsNamed() {
        var net = sequential(input(2), dense(3), dense(2).named("wide"), dense(1));
        net.weights(Map.of("wide.weight", full(1e30, 3, 2), "dense1.weight", full(1e10, 2, 3)));
        assertOneSentence(
                net.train(dataset(ones(4, 2), ones(4))).loss(mse()).epochs(1).quiet()::fit,
                "step 1 of 1",
                "an infinite number from layer 2 dense(2)",
                "smaller learning rate");
    }

    @Test
    void layersInJavaAreNamedToo() {
        var net = sequential(input(2), dense(3), lambda(t -> t.minus(100).log()), dense(1));
        assertOneSentence(
                net.train(dataset(ones(4, 2), ones(4))).loss(mse()).epochs(1).quiet()::fit,
                "NaN from layer 2 lambda(…)");
    }

    @Test
    void theGradientNearestToTheLossIsNamed() {
        // √ has an infinite slope at 0, which times the 0 of the square is no number.
        var net = sequential(
                input(2), dense(3), dense(2), lambda(t -> t.times(0).square().sqrt()));
        assertOneSentence(
                net.train(dataset(ones(4, 2), ones(4, 2))).loss(mse()).epochs(1).quiet()::fit,
                "NaN in the gradient of dense2.",
                "layer 2 dense(2)",
                "roots");
    }

    @Test
    void dataAndWeightsAreNamedFirst() {
        var net = sequential(input(2), dense(2));
        var x = tensor(new float[][] {{1, 2}, {3, Float.NaN}});
        assertOneSentence(
                net.train(dataset(x, zeros(2, 2))).loss(mse()).epochs(1).quiet()::fit, "NaN in the data's x");
        assertOneSentence(
                net.train(dataset(zeros(2, 2), x)).loss(mse()).epochs(1).quiet()::fit, "NaN in the data's y");
        net.weights(Map.of("dense1.bias", full(Float.POSITIVE_INFINITY, 2)));
        assertOneSentence(
                net.train(dataset(zeros(2, 2), zeros(2, 2)))
                        .loss(mse())
                        .epochs(1)
                        .quiet()::fit,
                "an infinite number in the weight dense1.bias");
    }

    @Test
    void whatLayersKeepIsKeptToo() {
        var x = tensor(new float[][] {{1, 2}, {3, Float.NaN}});
        for (var between : List.of(identity(), lambda(t -> t.times(1)))) {
            var net = sequential(input(2), between, batchNorm(), dense(1));
            assertOneSentence(
                    net.train(dataset(x, zeros(2))).loss(mse()).epochs(1).quiet()::fit, "NaN");
            assertThat(net.weights().keySet()).anyMatch(name -> name.contains("unning"));
            net.weights()
                    .forEach((name, weight) ->
                            assertThat(weight.sum().item()).as(name).isFinite());
        }
    }

    @Test
    void observersSeeThatItFailedAfterWhatWasDone() {
        var ended = new ArrayList<Run>();
        TrainingObserver watching = new TrainingObserver() {
            @Override
            public void started(Run run) {}

            @Override
            public void progressed(Run run) {}

            @Override
            public void ended(Run run) {
                ended.add(run);
            }
        };
        observers.add(watching);
        TrainingObservers.register(watching);
        var net = sequential(input(1), dense(1).withBias(false)).weights(Map.of("dense1.weight", zeros(1, 1)));
        var failure = catchThrowableOfType(NotFiniteException.class, () -> net.train(dataset(full(1e5, 1, 1), ones(1)))
                .loss(mse())
                .optimizer(sgd(1))
                .batch(1)
                .epochs(9)
                .fit());
        assertThat(failure.found()).contains("the loss");
        assertThat(ended).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(Run.State.FAILED);
            assertThat(run.history()).hasSize(2);
        });
    }

    @Test
    void aStepByHandChangesNothingEither() {
        var w = parameter(tensor(1, 0));
        var opt = sgd(0.1).on(w);
        assertOneSentence(
                () -> opt.step(() -> w.sqrt().sum().times(0)),
                "sgd.step, learning rate 0.1: ",
                "gradient of parameter1",
                "roots");
        assertOneSentence(() -> opt.step(() -> w.log().sum()), "the loss -Infinity");
        assertThat(w.toFloatArray()).containsExactly(1, 0);
        opt.step(() -> w.sum());
        assertThat(w.toFloatArray()).containsExactly(0.9f, -0.1f);
    }
}
