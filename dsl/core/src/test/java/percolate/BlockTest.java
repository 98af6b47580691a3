package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Raw DJL both ways: a model in DJL's hands, and DJL's block in a model. */
@Isolated
class BlockTest {
    private static final double TOLERANCE = 1e-5;

    private final Dataset data = iris();

    private static Model network() {
        return sequential(input(4), dense(8).tanh(), dense(3));
    }

    private static ai.djl.Model named(Block block) {
        var model = ai.djl.Model.newInstance("block", "PyTorch");
        model.setBlock(block);
        return model;
    }

    private static Trainer trainer(ai.djl.Model model, double rate) {
        var trainer = model.newTrainer(new DefaultTrainingConfig(new SoftmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed((float) rate))
                        .build())
                .optDevices(new ai.djl.Device[] {ai.djl.Device.cpu()}));
        trainer.initialize(new ai.djl.ndarray.types.Shape(1, 4));
        return trainer;
    }

    /** One step of DJL's on this batch; its loss. */
    private static float step(Trainer trainer, Tensor x, Tensor y) {
        float value;
        try (var manager = trainer.getManager().newSubManager()) {
            var input = manager.create(x.toFloatArray(), new ai.djl.ndarray.types.Shape(x.size(0), 4));
            var label = manager.create(y.to(float32).toFloatArray());
            try (var collector = trainer.newGradientCollector()) {
                var output = trainer.forward(new NDList(input));
                var loss = trainer.getLoss().evaluate(new NDList(label), output);
                collector.backward(loss);
                value = loss.getFloat();
            }
            trainer.step();
        }
        return value;
    }

    @Test
    void djlsTrainerTakesTheStepsThatOurOptimizerTakes() {
        var net = network();
        var ours = net.copy();
        var opt = sgd(0.1).on(ours);
        try (var model = named(block(net));
                var trainer = trainer(model, 0.1)) {
            for (var batch : data.batches(50, 3)) {
                float expected = opt.step(() -> crossEntropy().of(ours.apply(batch.x()), batch.y()));
                assertThat(step(trainer, batch.x(), batch.y())).isCloseTo(expected, within(1e-5f));
            }
        }
        ours.weights().forEach((name, weight) -> assertThat(net.weight(name).isClose(weight, TOLERANCE))
                .as(name)
                .isTrue());
    }

    @Test
    void whatDjlTrainedAndClosedStaysAndGoesOn() {
        var net = network();
        double before = net.evaluate(data).loss();
        try (var model = named(block(net));
                var trainer = trainer(model, 0.2)) {
            for (int epoch = 0; epoch < 20; epoch++) {
                data.batches(32, epoch).forEach(batch -> step(trainer, batch.x(), batch.y()));
            }
        }
        double trained = net.evaluate(data).loss();
        assertThat(trained).isLessThan(before / 1.5);
        var run =
                net.train(data).seed(1).optimizer(adam(0.01)).epochs(20).quiet().fit();
        assertThat(run.loss()).isLessThan(trained);
    }

    @Test
    void layersOfOnesOwnAndStatisticsAreTrainedToo() {
        seed(1);
        var net = sequential(input(4), batchNorm(), lambda(t -> t.times(2)), dense(3));
        var mean = net.weights();
        try (var model = named(block(net));
                var trainer = trainer(model, 0.1)) {
            float first = step(trainer, data.x(), data.y());
            float last = first;
            for (int i = 0; i < 30; i++) {
                last = step(trainer, data.x(), data.y());
            }
            assertThat(last).isLessThan(first / 2);
        }
        mean.forEach((name, weight) ->
                assertThat(net.weight(name).isClose(weight, 1e-6)).as(name).isFalse());
    }

    @Test
    void djlsPredictorGivesWhatTheModelGives() throws TranslateException {
        var net = sequential(input(4), dropout(0.5), dense(3).softmax());
        try (var model = named(block(net));
                Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
                var manager = model.getNDManager().newSubManager()) {
            var found = predictor.predict(new NDList(
                    manager.create(data.x().toFloatArray(), new ai.djl.ndarray.types.Shape(data.size(), 4))));
            assertThat(found.get(0).toFloatArray())
                    .containsExactly(net.predict(data).toFloatArray(), within(1e-6f));
        }
        assertThat(block(net).getOutputShapes(new ai.djl.ndarray.types.Shape[] {new ai.djl.ndarray.types.Shape(7, 4)}))
                .containsExactly(new ai.djl.ndarray.types.Shape(7, 3));
    }

    @Test
    void parametersGoThroughDjlsFiles() throws IOException, MalformedModelException {
        var net = network();
        var other = network();
        var bytes = new ByteArrayOutputStream();
        var saved = block(net);
        initialize(saved);
        saved.saveParameters(new DataOutputStream(bytes));
        try (var model = named(block(other))) {
            model.getBlock()
                    .loadParameters(
                            model.getNDManager(), new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        }
        net.weights().forEach((name, weight) -> assertThat(other.weight(name).isClose(weight, 0))
                .isTrue());
    }

    private static void initialize(Block block) {
        block.initialize(NDManager.newBaseManager("PyTorch"), DataType.FLOAT32, new ai.djl.ndarray.types.Shape(1, 4));
    }

    private static SequentialBlock djls() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(8).build())
                .add(Activation.tanhBlock())
                .add(Linear.builder().setUnits(3).build());
    }

    @Test
    void fitTrainsADjlBlockAsTheSameNetwork() {
        var block = djls();
        var net = model(block);
        net.predict(data.x());
        var ours = network();
        var names = net.weights().keySet().stream().toList();
        assertThat(names).hasSize(4);
        ours.weights(Map.of(
                "dense1.weight", net.weight(names.get(0)).t(),
                "dense1.bias", net.weight(names.get(1)),
                "dense2.weight", net.weight(names.get(2)).t(),
                "dense2.bias", net.weight(names.get(3))));
        var run = said(net);
        var expected = said(ours);
        assertThat(run.series("loss")).containsExactly(expected.series("loss"), within(1e-4));
        assertThat(run.series("val_accuracy")).containsExactly(expected.series("val_accuracy"), within(0.02));
        assertThat(run.loss()).isLessThan(run.series("loss")[0] / 2);
        var first = block.getParameters().get(0).getValue().getArray();
        assertThat(first.toFloatArray())
                .containsExactly(net.weight(names.get(0)).toFloatArray());
    }

    private Run said(Model net) {
        return net.train(data)
                .validation(data)
                .optimizer(adam(0.02))
                .epochs(10)
                .seed(1)
                .quiet()
                .fit();
    }

    @Test
    void aBlockThatIsInitializedBringsItsInput() {
        var block = djls();
        initialize(block);
        var net = model(block);
        assertThat(net.parameterCount()).isEqualTo((4 + 1) * 8 + (8 + 1) * 3);
        assertThat(net.outputShape()).isEqualTo(Shape.of(3));
        var both = model(block).graph().layers().findFirst().orElseThrow();
        var joined = sequential(input(4), dense(4).relu(), both, softmax());
        assertThat(joined.train(data).seed(1).epochs(2).quiet().fit().state()).isEqualTo(Run.State.FINISHED);
    }

    @Test
    void gradientsOfOursFlowThroughDjls() {
        var net = model(djls());
        net.predict(data.x());
        var opt = adam(0.05).on(net);
        float first = opt.step(() -> crossEntropy().of(net.apply(data.x()), data.y()));
        float last = first;
        for (int i = 0; i < 30; i++) {
            last = opt.step(() -> crossEntropy().of(net.apply(data.x()), data.y()));
        }
        assertThat(last).isLessThan(first / 2);
    }

    @Test
    void mistakesAreNamed() {
        assertOneSentence(() -> block(sequential(dense(2))), "model: ", "no shape", "input(…)");
        var net = model(djls());
        net.predict(data.x());
        assertOneSentence(net::copy, "copy: ", "DJL block", "model(block)");
        assertOneSentence(() -> net.export("never.pt"), "export(", "runs in Java alone");
    }
}
