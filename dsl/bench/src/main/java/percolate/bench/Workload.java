package percolate.bench;

import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import percolate.Dataset;
import percolate.Layer;
import percolate.Loss;
import percolate.Model;
import percolate.Optimizer;
import percolate.Run;

/**
 * One network with its data and the way it is trained; {@code python/workloads.py} holds the same in PyTorch.
 *
 * @param model an untrained network
 * @param data held in memory over all epochs; its size is a multiple of the batch
 * @param batch examples per step
 */
record Workload(Model model, Dataset data, Loss loss, Optimizer optimizer, int batch) {
    /** The workloads by name, each made anew: with new data and untrained. */
    static final Map<String, Supplier<Workload>> ALL = all();

    private static Map<String, Supplier<Workload>> all() {
        var all = new LinkedHashMap<String, Supplier<Workload>>();
        all.put("xor", Workload::truthTable);
        all.put("mlp", () -> perceptron(1, 128, 32));
        all.put("lenet", Workload::lenet);
        all.put("unet", Workload::segmentation);
        all.put("lstm", Workload::characters);
        all.put("transformer", Workload::encoder);
        all.put("depth-4", () -> perceptron(4, 128, 32));
        all.put("depth-16", () -> perceptron(16, 128, 32));
        all.put("width-512", () -> perceptron(1, 512, 32));
        all.put("width-2048", () -> perceptron(1, 2048, 32));
        all.put("batch-128", () -> perceptron(1, 128, 128));
        all.put("batch-512", () -> perceptron(1, 128, 512));
        return Collections.unmodifiableMap(all);
    }

    Run train(int epochs) {
        return model.train(data)
                .loss(loss)
                .optimizer(optimizer)
                .metrics()
                .batch(batch)
                .epochs(epochs)
                .seed(42)
                .quiet()
                .fit();
    }

    int steps() {
        return data.size() / batch;
    }

    /** The truth table 1,000 times over, so that an epoch is 1,000 steps of 4 examples. */
    private static Workload truthTable() {
        var net = sequential(input(2), dense(4).tanh(), dense(1));
        var x = new float[4000][];
        var y = new float[4000][];
        for (int i = 0; i < x.length; i++) {
            int a = i & 1;
            int b = i >> 1 & 1;
            x[i] = new float[] {a, b};
            y[i] = new float[] {a ^ b};
        }
        return new Workload(net, dataset(tensor(x), tensor(y)), mse(), sgd(0.1), 4);
    }

    private static Workload perceptron(int depth, int width, int batch) {
        var layers =
                new ArrayList<Layer>(Collections.nCopies(depth, dense(width).relu()));
        layers.add(dense(10));
        var data = dataset(randn(8192, 784), randint(0, 10, 8192));
        return new Workload(sequential(input(784), layers), data, crossEntropy(), adam(1e-3), batch);
    }

    private static Workload lenet() {
        var net = sequential(
                input(1, 28, 28),
                conv2d(6, 5).same().tanh(),
                avgPool2d(2),
                conv2d(16, 5).tanh(),
                avgPool2d(2),
                flatten(),
                dense(120).tanh(),
                dense(84).tanh(),
                dense(10));
        var data = dataset(randn(2048, 1, 28, 28), randint(0, 10, 2048));
        return new Workload(net, data, crossEntropy(), sgd(0.01).momentum(0.9), 64);
    }

    private static Workload segmentation() {
        var data = dataset(randn(128, 1, 64, 64), randint(0, 2, 128, 64, 64));
        return new Workload(uNet(input(1, 64, 64), 2, 16, 3), data, crossEntropy(), adam(1e-3), 16);
    }

    private static Workload characters() {
        var net = sequential(input(TIME), embedding(64, 64), lstm(256).returnSequences(), dense(64));
        var data = dataset(randint(0, 64, 512, 35), randint(0, 64, 512, 35));
        return new Workload(net, data, crossEntropy(), adam(1e-3).clipNorm(1), 32);
    }

    private static Workload encoder() {
        var net = sequential(
                input(TIME),
                embedding(64, 128),
                positionalEncoding(),
                transformerEncoder(4, 512).layers(2),
                dense(64));
        var data = dataset(randint(0, 64, 256, 64), randint(0, 64, 256, 64));
        return new Workload(net, data, crossEntropy(), adam(1e-3), 32);
    }
}
