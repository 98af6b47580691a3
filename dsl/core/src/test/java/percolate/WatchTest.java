package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    Path folder;

    private static Dataset data() {
        seed(5);
        return dataset(randn(30, 4), randint(0, 3, 30));
    }

    private static Model network() {
        return sequential(input(4), dense(6).tanh(), batchNorm(), dropout(0.2), dense(3));
    }

    private static Training training(Model net) {
        return net.train(data()).batch(30).epochs(3).seed(1).quiet();
    }

    @Test
    void gradientsAreThoseOfTheEpochsLastBatch() {
        var net = sequential(input(4), dense(6).tanh(), dense(3));
        var run = net.train(data())
                .batch(30)
                .epochs(2)
                .seed(1)
                .quiet()
                .watch("gradients")
                .fit();
        var batch = data().batch();
        var norms = gradients(() -> crossEntropy().of(net.apply(batch.x()), batch.y()), net)
                .norms();
        assertThat(run.watched()).hasSize(2 * 4);
        run.watched().stream()
                .filter(w -> w.epoch() == 2)
                .forEach(w -> assertThat(w.norm()).as(w.name()).isCloseTo(norms.get(w.name()), within(1e-5)));
    }

    @Test
    void weightsAndActivationsAreCounted() {
        var net = network();
        var run = training(net).watch("weights", "activations").fit();
        var last = run.watched().stream()
                .filter(w -> w.epoch() == 3 && w.name().equals("dense1.weight"))
                .findFirst()
                .orElseThrow();
        var weight = net.weight("dense1.weight");
        assertThat(last.norm()).isCloseTo(weight.norm().item(), within(1e-5));
        assertThat(last.mean()).isCloseTo(weight.mean().item(), within(1e-5));
        assertThat(last.least()).isEqualTo(weight.min().item());
        assertThat(last.most()).isEqualTo(weight.max().item());
        assertThat(last.counts()).hasSize(30);
        assertThat(last.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(24);
        assertThat(run.watched("activations").rowCount()).isPositive();
        assertThat(run.watched("weights").columnNames())
                .containsExactly("epoch", "name", "norm", "mean", "deviation", "least", "most");
    }

    @Test
    void watchingChangesNoNumber() {
        var plain = network();
        training(plain).fit();
        var watched = network();
        training(watched).watch("gradients", "weights", "activations").fit();
        plain.weights()
                .forEach((name, w) ->
                        assertThat(watched.weight(name).toFloatArray()).as(name).containsExactly(w.toFloatArray()));
    }

    @Test
    void whatWasWatchedIsInTheCheckpoint() {
        var file = folder.resolve("net").toString();
        training(network()).callbacks(checkpoint(file)).watch("gradients").fit();
        var run = training(network()).epochs(4).watch("gradients").resume(file).fit();
        assertThat(run.watched().stream().map(Watched::epoch).distinct()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void balancedClassesCountAlike() {
        var labels = tensor(new long[] {0, 0, 0, 0, 0, 0, 1, 1, 2});
        var data = dataset(randn(9, 4), labels);
        var balanced = sequential(input(4), dense(3));
        var byHand = sequential(input(4), dense(3));
        var named = sequential(input(4), dense(3));
        balanced.train(data).classWeights("balanced").epochs(5).seed(1).quiet().fit();
        byHand.train(data)
                .loss(crossEntropy().weights(0.5, 1.5, 3))
                .epochs(5)
                .seed(1)
                .quiet()
                .fit();
        named.train(data).classWeights(0.5, 1.5, 3).epochs(5).seed(1).quiet().fit();
        List.of(balanced, named)
                .forEach(net -> assertThat(net.weight("dense1.weight").toFloatArray())
                        .containsExactly(byHand.weight("dense1.weight").toFloatArray()));
    }

    @Test
    void mistakesAreNamed() {
        assertOneSentence(() -> training(network()).watch("gradient"), "train.watch", "gradients", "[gradient]");
        assertOneSentence(() -> training(network()).watch(), "train.watch", "got []");
        assertOneSentence(() -> training(network()).fit().watched("weights"), "run.watched", "weights", "watch(");
        assertOneSentence(() -> training(network()).classWeights("even"), "train.classWeights", "balanced", "even");
        assertOneSentence(() -> training(network()).classWeights(1, 2).fit(), "crossEntropy", "3 classes", "got 2");
        assertOneSentence(
                () -> training(network()).loss(mse()).classWeights("balanced").fit(), "train.classWeights", "mse()");
    }
}
