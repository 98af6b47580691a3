package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A training whose loss is a function of the whole batch. */
class ObjectiveTest {
    private final Tensor x = examples();
    private final Tensor y = x.mm(tensor(new float[][] {{1, 0}, {0, 2}, {-1, 1}}));
    private final Dataset data = dataset(x, y);

    private static Tensor examples() {
        seed(3);
        return randn(20, 3);
    }

    private static Model network() {
        return sequential(input(3), dense(4).tanh(), dense(2));
    }

    private static Training said(Training training) {
        return training.optimizer(adam(0.02)).batch(8).epochs(5).seed(7).quiet();
    }

    @Test
    void theObjectiveOfALossTrainsAsTheLoss() {
        var net = network();
        var run = said(net.train(data).validation(data).objective(batch -> mse().of(net.apply(batch.x()), batch.y())))
                .fit();
        var other = network();
        var known = said(other.train(data).validation(data).loss(mse())).fit();
        assertThat(run.series("loss")).containsExactly(known.series("loss"), within(1e-6));
        assertThat(run.series("val_loss")).containsExactly(known.series("val_loss"), within(1e-6));
        other.weights().forEach((name, weight) -> assertThat(net.weight(name).isClose(weight, 1e-5))
                .isTrue());
        assertThat(run.table().columnNames()).containsExactly("epoch", "loss", "val_loss", "learning_rate", "seconds");
        assertThat(run.provenance()).containsEntry("loss", "an objective, in Java");
    }

    @Test
    void severalModelsAreTrainedTogether() {
        var encoder = sequential(input(3), dense(2));
        var decoder = sequential(input(2), dense(3));
        var scale = parameter(1);
        var run = said(encoder.train(dataset(x))
                        .objective(batch ->
                                mse().of(decoder.apply(encoder.apply(batch.x())).times(scale), batch.x()))
                        .with(decoder, scale))
                .epochs(60)
                .fit();
        assertThat(run.loss()).isLessThan(run.series("loss")[0] / 2);
        assertThat(scale.item()).isNotEqualTo(1);
    }

    @Test
    void whatItDrawsBelongsToItsSeed() {
        var first = network();
        var second = network();
        var once = noisy(first).fit();
        seed(11);
        var expected = randn(4);
        seed(11);
        var twice = noisy(second).fit();
        assertThat(randn(4).isClose(expected, 0)).as("the session's stream").isTrue();
        assertThat(twice.series("loss")).containsExactly(once.series("loss"));
        assertThat(twice.series("val_loss")).containsExactly(once.series("val_loss"));
        first.weights().forEach((name, weight) -> assertThat(second.weight(name).toFloatArray())
                .containsExactly(weight.toFloatArray()));
    }

    private Training noisy(Model net) {
        return said(net.train(data).validation(data).objective(batch -> mse().of(
                        net.apply(batch.x().plus(randn(batch.size(), 3))), batch.y())));
    }

    @Test
    void dropoutIsForTrainingAlone() {
        var net = sequential(input(3), dropout(0.9), dense(2));
        var measured = new AtomicReference<Tensor>();
        said(net.train(data).validation(data.take(8)).objective(batch -> {
                    var output = net.apply(batch.x());
                    measured.set(output.detach());
                    return mse().of(output, batch.y());
                }))
                .fit();
        assertThat(measured.get().isClose(net.predict(data.take(8).x()), 1e-6)).isTrue();
    }

    @Test
    void theLastSmallerBatchCountsByItsExamples() {
        var net = network();
        var run = said(net.train(data).objective(batch -> mse().of(net.apply(batch.x()), batch.y())))
                .optimizer(sgd(1e-30))
                .epochs(1)
                .fit();
        assertThat(run.loss()).isCloseTo(mse().of(net.predict(x), y).item(), within(1e-6));
    }

    @Test
    void mistakesAreNamed() {
        var net = network();
        assertOneSentence(
                said(net.train(data).objective(batch -> net.apply(batch.x())))::fit,
                "objective: ",
                "one real number",
                "[8, 2]",
                "mean()");
        assertOneSentence(said(net.train(data).objective(batch -> null))::fit, "objective: ", "null");
        assertOneSentence(
                said(net.train(data)
                        .objective(batch -> net.apply(batch.x()).mean())
                        .metrics(accuracy()))::fit,
                "train.metrics: ",
                "objective",
                "evaluate");
        assertOneSentence(said(net.train(data).with(network()))::fit, "train.with: ", "objective(");
        assertOneSentence(
                said(net.train(dataset(x)).objective(batch -> mse().of(net.apply(batch.x()), batch.y())))::fit,
                "batch.y: ",
                "targets",
                "dataset(x, y)");
        assertOneSentence(
                said(net.train(data)
                        .objective(batch -> net.apply(batch.x()).mean().times(Double.NaN)))::fit,
                "train: epoch 1, step 1 of 3",
                "NaN");
    }
}
