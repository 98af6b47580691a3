package percolate.bench;

import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import percolate.Dataset;
import percolate.Model;

/** What comes before and beside the steps: from a description to its program, the first steps, a shuffled epoch of data. */
final class Beginning {
    /** By name; each takes how often. */
    static final Map<String, IntFunction<Answer>> ALL = Map.of(
            "lenet-load",
            times -> load(times, () -> Workload.ALL.get("lenet").get().model(), 1, 28),
            "resnet50-load",
            times -> load(times, () -> resNet50(input(3, 64, 64), 10), 3, 64),
            "lenet-steps",
            times -> steps(times, Workload.ALL.get("lenet").get().model(), 1, 28),
            "resnet50-steps",
            times -> steps(times, resNet50(input(3, 64, 64), 10), 3, 64),
            "shuffle",
            Beginning::shuffle);

    private Beginning() {}

    /** Milliseconds from the word that describes a network to its first prediction, less those of a second one. */
    private static Answer load(int times, Supplier<Model> network, int channels, int side) {
        var x = randn(1, channels, side, side);
        var millis = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            var net = network.get();
            net.weights();
            double first = millis(() -> network.get().weights(net.weights()).predict(x));
            millis.add(Math.max(0, first - millis(() -> net.predict(x))));
        }
        return new Answer(millis, List.of(), "1");
    }

    /** Milliseconds of the first steps of a training, one by one, each on a batch of 8. */
    private static Answer steps(int times, Model net, int channels, int side) {
        var data = dataset(randn(8, channels, side, side), randint(0, 10, 8));
        var training = net.train(data).loss(crossEntropy()).optimizer(sgd(1e-3));
        return Answer.of(training.batch(8).epochs(times).seed(42).quiet().fit(), 1);
    }

    /** Milliseconds of walking through 60,000 rows of 784 numbers in batches of 64, in another order each time. */
    private static Answer shuffle(int times) {
        var data = dataset(randn(60_000, 784), randint(0, 10, 60_000));
        var millis = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            int seed = i;
            millis.add(millis(() -> walk(data, seed)));
        }
        return new Answer(millis, List.of(), "1");
    }

    private static void walk(Dataset data, long seed) {
        long rows = 0;
        for (var batch : data.batches(64, seed)) {
            rows += batch.size();
        }
        if (rows != data.size()) {
            throw new IllegalStateException("bench: expected " + data.size() + " rows, got " + rows);
        }
    }

    private static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
