package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that goes on from a file gives the numbers of one that was never stopped. */
class CheckpointTest {
    private static final int EPOCHS = 6;
    private static final int PER_EPOCH = 5;

    @TempDir
    Path folder;

    private String file() {
        return folder.resolve("runs/net").toString();
    }

    private static Dataset data() {
        seed(5);
        return dataset(randn(46, 4), randint(0, 3, 46));
    }

    private static Model network() {
        return sequential(input(4), dense(8).tanh(), batchNorm(), dropout(0.3), dense(3));
    }

    private static Training described(Model net, Dataset data) {
        return net.train(data.split(0.5, 1))
                .loss(crossEntropy())
                .optimizer(adam(0.02).clipNorm(1))
                .schedule(cosine().warmUp(3))
                .metrics(accuracy())
                .batch(5)
                .epochs(EPOCHS)
                .seed(7)
                .quiet();
    }

    /** Trains up to a step of all, and stops there as a kernel does. */
    private static Run interrupted(Training training, int steps) {
        var run = training.onStep(p -> {
                    if ((p.epoch() - 1) * p.steps() + p.step() == steps) {
                        Thread.currentThread().interrupt();
                    }
                })
                .fit();
        assertThat(Thread.interrupted()).isTrue();
        return run;
    }

    private static void assertSame(Model net, Model expected) {
        expected.weights()
                .forEach((name, w) ->
                        assertThat(net.weight(name).toFloatArray()).as(name).containsExactly(w.toFloatArray()));
    }

    private static void assertSame(Run run, Run expected) {
        assertThat(run.history()).hasSameSizeAs(expected.history());
        for (int i = 0; i < run.history().size(); i++) {
            for (var name : List.of("loss", "val_loss", "accuracy", "val_accuracy", "learning_rate")) {
                assertThat(run.history().get(i).get(name))
                        .as(name + " " + i)
                        .isEqualTo(expected.history().get(i).get(name));
            }
        }
    }

    /** Between two epochs, within the first, within the fourth. */
    static Stream<Arguments> places() {
        UnaryOperator<Training> asIs = t -> t;
        UnaryOperator<Training> own = t -> t.loss((p, y) -> crossEntropy().of(p, y));
        UnaryOperator<Training> averaged = t -> t.accumulate(3);
        return Stream.of(
                Arguments.of("between", 2 * PER_EPOCH, asIs),
                Arguments.of("first", 2, asIs),
                Arguments.of("fourth", 3 * PER_EPOCH + 2, asIs),
                Arguments.of("stepwise", PER_EPOCH + 3, own),
                Arguments.of("accumulating", PER_EPOCH + 2, averaged));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void resumingGivesTheNumbersOfNoInterruption(String name, int steps, UnaryOperator<Training> change) {
        var whole = network();
        var expected = change.apply(described(whole, data())).fit();
        var stopped = network();
        interrupted(change.apply(described(stopped, data())).callbacks(checkpoint(file())), steps);
        var resumed = network();
        var run = change.apply(described(resumed, data())).resume(file()).fit();
        assertSame(resumed, whole);
        assertSame(run, expected);
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
    }

    @Test
    void anObjectiveOfSeveralModelsIsResumed() {
        UnaryOperator<Model[]> train = nets -> {
            train(nets).fit();
            return nets;
        };
        var whole = train.apply(pair());
        interrupted(train(pair()).callbacks(checkpoint(file())), 4);
        var resumed = pair();
        train(resumed).resume(file()).fit();
        assertSame(resumed[0], whole[0]);
        assertSame(resumed[1], whole[1]);
    }

    private static Model[] pair() {
        return new Model[] {sequential(input(4), dense(3).tanh()), sequential(input(3), dropout(0.2), dense(4))};
    }

    private static Training train(Model... nets) {
        return nets[0].train(data())
                .objective(b -> mse().of(nets[1].apply(nets[0].apply(b.x())), b.x().plus(randn(b.size(), 4))))
                .with(nets[1])
                .optimizer(sgd(0.1).momentum(0.9))
                .batch(20)
                .epochs(3)
                .seed(3)
                .quiet();
    }

    @Test
    void statesThatAreTakenOverAreResumed() {
        var x = randn(8, 6, 2);
        var data = dataset(x, x.get(":, :, 0").unsqueeze(2));
        Function<Model, Training> training = net -> net.train(data)
                .optimizer(adam(0.01))
                .batch(2)
                .epochs(3)
                .seed(1)
                .threads(1)
                .quiet();
        var whole = stateful();
        training.apply(whole).fit();
        interrupted(training.apply(stateful()).callbacks(checkpoint(file())), 6);
        var resumed = stateful();
        training.apply(resumed).resume(file()).fit();
        assertSame(resumed, whole);
    }

    private static Model stateful() {
        return sequential(input(TIME, 2), lstm(3).returnSequences().stateful(), dense(1));
    }

    @Test
    void theBestWeightsOfEarlyStoppingAreResumed() {
        var stopping = earlyStopping(2).restoreBest().on("val loss");
        UnaryOperator<Training> overfitting =
                t -> t.optimizer(adam(0.3)).schedule(constant()).epochs(40).callbacks(stopping);
        var whole = network();
        var expected = overfitting.apply(described(whole, data())).fit();
        int last = expected.history().size();
        assertThat(last).isLessThan(40);
        interrupted(
                overfitting.apply(described(network(), data())).callbacks(checkpoint(file())),
                (last - 1) * PER_EPOCH + 2);
        var resumed = network();
        var run = overfitting.apply(described(resumed, data())).resume(file()).fit();
        assertSame(resumed, whole);
        assertSame(run, expected);
        assertThat(resumed.evaluate(data().split(0.5, 1).validation()).loss())
                .isEqualTo(Arrays.stream(run.series("val_loss")).min().getAsDouble());
    }

    @Test
    void moreEpochsAreAllowed() {
        var whole = network();
        described(whole, data()).schedule(constant()).epochs(4).fit();
        described(network(), data())
                .schedule(constant())
                .epochs(2)
                .callbacks(checkpoint(file()))
                .fit();
        var longer = network();
        var run = described(longer, data())
                .schedule(constant())
                .epochs(4)
                .resume(file())
                .fit();
        assertSame(longer, whole);
        assertThat(run.history()).extracting(Epoch::number).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aCheckpointOpensAsAModel() {
        var net = network();
        described(net, data()).callbacks(checkpoint(file()).every(4)).fit();
        assertSame(load(file()), net);
    }

    @Test
    void theBestOneIsKept() {
        var net = network();
        var run = described(net, data())
                .optimizer(adam(0.3))
                .epochs(12)
                .callbacks(checkpoint(file()).best())
                .fit();
        double best = Arrays.stream(run.series("val_loss")).min().getAsDouble();
        assertThat(load(file())
                        .evaluate(data().split(0.5, 1).validation(), accuracy())
                        .loss())
                .isCloseTo(best, within(1e-6));
    }

    @Test
    void theSeedOfTheCheckpointIsTaken() {
        var first = network();
        var training = first.train(data()).batch(10).epochs(2).quiet();
        training.callbacks(checkpoint(file())).fit();
        var second = network();
        second.train(data()).batch(10).epochs(2).quiet().resume(file()).fit();
        assertSame(second, first);
    }

    @Test
    void aCheckpointOfSomethingElseIsRefused() {
        described(network(), data()).callbacks(checkpoint(file())).fit();
        var other = sequential(input(4), dense(5).tanh(), dense(3));
        assertOneSentence(
                () -> described(other, data()).resume(file()).fit(), "resume", "model", "dense(8)", "dense(5)");
        assertOneSentence(
                () -> described(network(), data()).seed(8).resume(file()).fit(), "seed", "7", "8");
        assertOneSentence(
                () -> described(network(), data().take(40)).resume(file()).fit(), "data", "sha256:", "begin anew");
        assertOneSentence(
                () -> described(network(), data()).batch(6).resume(file()).fit(), "batch", "5", "6");
        assertOneSentence(
                () -> described(network(), data())
                        .optimizer(sgd(1))
                        .resume(file())
                        .fit(),
                "optimizer",
                "adam(0.02)");
        var net = network();
        net.weights(Map.of("dense1.weight", ones(4, 8)));
        assertOneSentence(() -> described(net, data()).seed(8).resume(file()).fit(), "seed");
        assertThat(net.weight("dense1.weight").isClose(ones(4, 8), 0)).isTrue();
    }

    @Test
    void aFileThatIsNoCheckpointIsRefused() throws IOException {
        assertOneSentence(() -> described(network(), data()).resume(file()).fit(), "resume", "there is no such file");
        Files.createDirectories(folder.resolve("runs"));
        var net = network();
        net.save(file());
        assertOneSentence(
                () -> described(network(), data()).resume(file()).fit(), "resume", "a model alone", "load(…)");
        Files.writeString(Path.of(file()), "nothing");
        assertOneSentence(() -> described(network(), data()).resume(file()).fit(), "resume", "damaged");
        assertOneSentence(() -> checkpoint(" "), "checkpoint", "name of a file");
        assertOneSentence(() -> network().train(data()).resume(""), "train.resume", "runs/lenet");
    }
}
