package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A model with several outputs is trained by a loss for each; numbers against PyTorch's, tolerance 10⁻⁵. */
class SeveralOutputsTest {
    private static final double TOLERANCE = 1e-5;

    private final Fixture fixture = Fixture.read("trainings", "severalOutputs.json");
    private final Tensor x = fixture.tensor("x");
    private final Tensor kind = fixture.tensors("targets").get("kind");
    private final Tensor box = fixture.tensors("targets").get("box");
    private final Dataset data = dataset(x, List.of(kind, box));
    private final Model net = network(false);

    private static Model network(boolean own) {
        var features = input(5);
        var trunk = features.then(dense(6).tanh().named("trunk"));
        var judged = own ? trunk.then(lambda(t -> t.times(1))) : trunk;
        return model(features, judged.then(dense(3).named("kind")), judged.then(dense(2).named("box")));
    }

    private Training training(Model of, Dataset on) {
        of.weights(fixture.tensors("weights"));
        return of.train(on)
                .losses(crossEntropy().at("kind"), huber().times(5).at("box"))
                .optimizer(sgd(0.1))
                .batch(7)
                .epochs(4)
                .seed(1)
                .quiet();
    }

    @Test
    void lossesMetricsAndWeightsArePyTorchs() {
        assertPyTorchs(net, training(net, data).fit());
    }

    @Test
    void layersInJavaChangeNothing() {
        var own = network(true);
        assertPyTorchs(own, training(own, data).fit());
    }

    @Test
    void lossesMayComeInAnyOrderAndWithoutNames() {
        var run = training(net, data)
                .losses(huber().times(5).at("box"), crossEntropy().at("kind"))
                .fit();
        assertPyTorchs(net, run);
        assertPyTorchs(
                net,
                training(net, data).losses(crossEntropy(), huber().times(5)).fit());
    }

    @Test
    void targetsAreFoundByTheirNames() {
        var turned = dataset(x, List.of(box, kind)).named("box", "kind");
        assertPyTorchs(net, training(net, turned).fit());
        assertThat(turned.batch().y("kind").toLongArray()).containsExactly(kind.toLongArray());
    }

    private void assertPyTorchs(Model trained, Run run) {
        for (var name : List.of("loss", "kind_loss", "box_loss", "kind_accuracy")) {
            assertThat(run.series(name)).as(name).containsExactly(fixture.numbers("losses", name), within(TOLERANCE));
        }
        fixture.tensors("after")
                .forEach((name, expected) -> assertThat(trained.weight(name).isClose(expected, TOLERANCE))
                        .as(name)
                        .isTrue());
    }

    @Test
    void theTableHasColumnsForEachOutput() {
        var run = training(net, data)
                .validation(data.take(3))
                .metrics(accuracy(), mae())
                .fit();
        assertThat(run.table().columnNames())
                .containsExactly(
                        "epoch",
                        "loss",
                        "val_loss",
                        "kind_loss",
                        "box_loss",
                        "kind_accuracy",
                        "box_mae",
                        "val_kind_loss",
                        "val_box_loss",
                        "val_kind_accuracy",
                        "val_box_mae",
                        "learning_rate",
                        "seconds");
        assertThat(run.get("val_loss")).isCloseTo(run.get("val_kind_loss") + run.get("val_box_loss"), within(1e-9));
        assertThat(run.provenance()).containsEntry("loss", "kind crossEntropy().at(\"kind\"), box huber(1).times(5.0)");
    }

    @Test
    void evaluateMeasuresEachOutput() {
        training(net, data).fit();
        var measured = net.evaluate(data, mae().at("box"));
        var outputs = net.outputs(x);
        double ofKind = crossEntropy().of(outputs.get(0), kind).item();
        double ofBox = huber().times(5).of(outputs.get(1), box).item();
        assertThat(measured.get("kind_loss")).isCloseTo(ofKind, within(TOLERANCE));
        assertThat(measured.get("box_loss")).isCloseTo(ofBox, within(TOLERANCE));
        assertThat(measured.loss()).isCloseTo(ofKind + ofBox, within(TOLERANCE));
        assertThat(measured.metrics()).containsOnlyKeys("kind_loss", "box_loss", "box_mae");
    }

    @Test
    void lossesAreChosenForEachOutput() {
        var run = network(false).train(data).epochs(1).quiet().fit();
        assertThat(run.choices())
                .startsWith("kind loss crossEntropy(), box loss mse(), optimizer adam(0.01), kind metric accuracy()");
        var first = network(false).train(dataset(x, kind)).epochs(1).quiet().fit();
        assertThat(first.choices()).startsWith("loss crossEntropy(), optimizer");
        assertThat(first.table().columnNames()).contains("accuracy");
    }

    @Test
    void anOutputWithoutALossIsNotTrained() {
        training(net, data).losses(huber().at("box")).fit();
        assertThat(net.weight("kind.weight").isClose(fixture.tensors("weights").get("kind.weight"), 0))
                .isTrue();
        assertThat(net.weight("box.weight").isClose(fixture.tensors("weights").get("box.weight"), 1e-3))
                .isFalse();
    }

    @Test
    void theValueForAnEpochDoesNotDependOnTheBatches() {
        var one = training(net, data).optimizer(sgd(1e-30)).epochs(1).fit();
        var several =
                training(net, data).optimizer(sgd(1e-30)).batch(3).epochs(1).fit();
        for (var name : List.of("loss", "kind_loss", "box_loss", "kind_accuracy")) {
            assertThat(several.get(name)).as(name).isCloseTo(one.get(name), within(1e-6));
        }
    }

    @Test
    void aSoftmaxAtOneOutputIsLeftToItsLoss() {
        var in = input(5);
        var both = model(in, in.then(dense(3).softmax().named("kind")), in.then(dense(2).named("box")));
        var run = both.train(data)
                .losses(crossEntropy().at("kind"), mse().at("box"))
                .metrics(metric("largest", (p, y) -> p.max()).at("kind"))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.get("kind_largest")).isBetween(1 / 3.0, 1.0);
    }

    @Test
    void mistakesAreNamed() {
        refused(
                net.train(data).losses(crossEntropy().at("knd")),
                "there is no output \"knd\"",
                "[kind, box]",
                "\"kind\"?");
        refused(net.train(data).losses(crossEntropy(), huber(), mse()), "[kind, box]", "got 3", "at(…)");
        refused(
                net.train(data).losses(crossEntropy().at("kind"), hinge().at("kind")),
                "one loss for an output",
                "[kind, kind]",
                "plus(…)");
        refused(
                net.train(dataset(x, kind)).losses(crossEntropy().at("kind"), huber().at("box")),
                "a target for each of the outputs [kind, box]",
                "got 1",
                "List.of(…)");
        refused(
                net.train(data.named("kind", "frame")).losses(crossEntropy().at("kind"), huber().at("box")),
                "[kind, frame]",
                "named(…)");
        refused(net.train(data).losses(mse().at("kind"), huber().at("box")), "mse: ", "[3]");
        refused(
                net.train(data).losses(huber().at("box")).metrics(accuracy().at("kind")),
                "accuracy()",
                "[box]",
                "\"kind\"");
        refused(net.train(dataset(x)), "targets", "objective(");
        assertOneSentence(() -> net.train(data).losses(), "train.losses: ", "none");
        assertOneSentence(() -> data.named("kind"), "dataset.named: ", "2 targets", "[kind]");
        assertOneSentence(() -> data.batch().y("kind"), "batch.y: ", "named(…)");
        assertOneSentence(() -> data.batch().y(2), "batch.y: ", "0 to 1", "got 2");
        assertOneSentence(() -> dataset(x, List.of(kind, box.slice(0, 0, 3))), "dataset: ", "y(1)");
    }

    private static void refused(Training training, String... parts) {
        assertOneSentence(training.quiet()::fit, parts);
    }
}
