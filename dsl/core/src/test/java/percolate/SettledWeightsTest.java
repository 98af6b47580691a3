package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose weights a training changes, and from which numbers it goes on. */
class SettledWeightsTest {
    private static final Dataset DATA = dataset(ones(4, 2), ones(4, 1));

    static class Twice extends Custom {
        Tensor scale = parameter(2);
        Custom other;

        @Override
        public Tensor forward(Tensor x) {
            return x.times(scale);
        }
    }

    static class Tied extends Custom {
        final Tensor a = parameter(1);
        final Tensor b = a;

        @Override
        public Tensor forward(Tensor x) {
            return x.times(a).plus(b);
        }
    }

    static class Around extends Custom {
        final Model inner;

        Around(Model inner) {
            this.inner = inner;
        }

        @Override
        public Tensor forward(Tensor x) {
            return inner.apply(x);
        }
    }

    /** A training that leaves the weights as they were when it began. */
    private static void fit(Model net) {
        net.train(DATA)
                .loss(mse())
                .optimizer(sgd(1e-12))
                .epochs(1)
                .seed(7)
                .quiet()
                .fit();
    }

    @Test
    void aTrainingGoesOnFromStepsByHand() {
        var net = sequential(input(2), dense(3), batchNorm(), dense(1));
        sgd(0.1).on(net).step(() -> net.apply(randn(4, 2)).square().mean());
        var stepped = net.weights();
        fit(net);
        for (var name : List.of("dense1.weight", "dense2.weight")) {
            assertThat(net.weight(name).isClose(stepped.get(name), 1e-6))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void aTrainingGoesOnFromUpdatesAndCopies() {
        var net = sequential(input(2), dense(1));
        net.parameters().get(0).update(full(3, 2, 1));
        fit(net);
        assertThat(net.weight("dense1.weight").isClose(3, 1e-6)).isTrue();
        var copy = sequential(input(2), dense(1)).copyFrom(net);
        fit(copy);
        assertThat(copy.weight("dense1.weight").isClose(3, 1e-6)).isTrue();
    }

    @Test
    void aParameterInSeveralPlacesIsOneWeight() {
        var tied = sequential(input(2), new Tied(), dense(1));
        assertThat(tied.weights()).containsOnlyKeys("tied1.a", "dense1.weight", "dense1.bias");
        var first = new Twice();
        var second = new Twice();
        second.scale = first.scale;
        var net = sequential(input(1), first, second);
        assertThat(net.parameterCount()).isEqualTo(1);
        net.train(dataset(ones(4, 1), zeros(4, 1)))
                .loss(mse())
                .optimizer(sgd(0.001))
                .batch(4)
                .epochs(1)
                .quiet()
                .fit();
        // The loss is s⁴, one step takes η·4s³ from s = 2.
        assertThat(first.scale.item()).isCloseTo(2 - 0.001f * 32, within(1e-5f));
    }

    @Test
    void whatAModelWithinALayerFreezesIsNotTrained() {
        var inner = sequential(input(2), dense(2).named("held"), dense(2));
        var around = new Around(inner);
        var net = sequential(input(2), around, dense(1));
        inner.freeze("held");
        var before = net.weights();
        assertThat(net.parameterNames()).doesNotContain("around1.inner.held.weight");
        assertThat(around.parameterNames()).containsExactly("inner.dense1.weight", "inner.dense1.bias");
        net.weights(before);
        net.train(DATA).loss(mse()).optimizer(adam(0.1)).epochs(2).quiet().fit();
        assertThat(net.weight("around1.inner.held.weight").isClose(before.get("around1.inner.held.weight"), 0))
                .isTrue();
        assertThat(net.weight("around1.inner.dense1.weight").isClose(before.get("around1.inner.dense1.weight"), 1e-4))
                .isFalse();
    }

    @Test
    void fieldsAreReadAgainForEachModel() {
        var layer = new Twice();
        sequential(input(2), layer);
        layer.scale = parameter(5);
        layer.other = layer;
        assertThat(sequential(input(2), layer).weight("twice1.scale").item()).isEqualTo(5);
        assertThat(layer.clone()).isNotEqualTo(layer);
    }

    @Test
    void aFrozenBatchNormWorksAsInUse() {
        seed(3);
        var net = sequential(input(2), dense(2), batchNorm(), dense(1)).freeze("batchNorm1");
        var x = randn(16, 2);
        assertThat(net.training().apply(x).isClose(net.predict(x), 1e-6)).isTrue();
        net.train(dataset(x, ones(16, 1)))
                .loss(mse())
                .optimizer(sgd(0.1))
                .epochs(3)
                .quiet()
                .fit();
        assertThat(net.weight("batchNorm1.runningMean").isClose(0, 0)).isTrue();
        assertThat(net.weight("batchNorm1.runningVariance").isClose(1, 0)).isTrue();
        net.unfreeze("*").training().apply(x);
        assertThat(net.weight("batchNorm1.runningVariance").isClose(1, 0)).isFalse();
    }

    @Test
    void momentsStayWithTheirWeights() {
        var net = sequential(input(2), dense(2).named("a"), dense(2).named("b")).freeze("b");
        var opt = adam(0.1).on(net);
        opt.step(() -> net.apply(ones(1, 2)).sum());
        net.unfreeze("b").freeze("a");
        assertOneSentence(
                () -> opt.step(() -> net.apply(ones(1, 2)).sum()), "adam.step: ", "it was bound to", "others", "on(…)");
    }

    @Test
    void aStepByAComputedLossForgetsItsRecord() {
        var w = parameter(2);
        var opt = sgd(0.1).on(w);
        var loss = w.square();
        opt.step(loss);
        assertThat(w.item()).isCloseTo(1.6f, within(1e-6f));
        assertOneSentence(() -> opt.step(loss), "gradients: ", "compute the loss");
    }

    @Test
    void namesThatAreNotThereHaveANearestOne() {
        var net = sequential(input(2), dense(3), dense(1));
        assertOneSentence(() -> net.weight("dense2.wieght"), "weights: ", "did you mean \"dense2.weight\"");
        assertOneSentence(() -> net.activations(ones(1, 2)).at("dens1"), "activations: ", "did you mean \"dense1\"");
    }
}
