package percolate.bench;

import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.listener.TrainingListenerAdapter;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import percolate.Percolate;

/** The workload mlp as DJL's own training loop does it, on the same native library. */
final class EasyTraining {
    private static final int ROWS = 8192;
    private static final int BATCH = 32;

    private EasyTraining() {}

    static Answer answer(int epochs) {
        Percolate.tensor(0).item();
        try (var manager = NDManager.newBaseManager("PyTorch");
                var model = Model.newInstance("mlp", "PyTorch")) {
            model.setBlock(network());
            var losses = new Losses();
            try (var trainer = model.newTrainer(config(losses))) {
                trainer.initialize(new Shape(BATCH, 784));
                return train(trainer, data(manager), losses, epochs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TranslateException e) {
            throw new IllegalStateException("easytrain: " + e.getMessage(), e);
        }
    }

    private static Block network() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(128).build())
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(10).build());
    }

    private static DefaultTrainingConfig config(Losses losses) {
        var adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(adam)
                .addTrainingListeners(losses);
    }

    private static ArrayDataset data(NDManager manager) {
        return new ArrayDataset.Builder()
                .setData(manager.randomNormal(new Shape(ROWS, 784)))
                .optLabels(manager.randomInteger(0, 10, new Shape(ROWS), DataType.INT64))
                .setSampling(BATCH, true)
                .build();
    }

    private static Answer train(Trainer trainer, ArrayDataset data, Losses losses, int epochs)
            throws IOException, TranslateException {
        var millis = new ArrayList<Double>();
        var means = new ArrayList<Double>();
        for (int i = 0; i < epochs; i++) {
            long began = System.nanoTime();
            EasyTrain.fit(trainer, 1, data, null);
            millis.add((System.nanoTime() - began) / 1e6 / (ROWS / BATCH));
            means.add(losses.mean());
        }
        return new Answer(millis, means, String.valueOf(Runtime.getRuntime().availableProcessors()));
    }

    /** The mean loss of some batches since it was last asked: each read costs time that no other side spends. */
    private static final class Losses extends TrainingListenerAdapter {
        private static final int EVERY = 16;

        private double sum;
        private int seen;
        private int read;

        @Override
        public void onTrainingBatch(Trainer trainer, BatchData batch) {
            if (seen++ % EVERY == 0) {
                batch.getLabels().forEach((device, labels) -> {
                    var predictions = batch.getPredictions().get(device);
                    try (var loss = trainer.getLoss().evaluate(labels, predictions)) {
                        sum += loss.getFloat();
                    }
                });
                read++;
            }
        }

        double mean() {
            double mean = sum / read;
            sum = 0;
            read = 0;
            return mean;
        }
    }
}
