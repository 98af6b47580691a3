package percolate.train;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.Model;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.TorchEngine;
import percolate.tensor.RandomStream;

class StepsTest {
    private static final int ROWS = 23;
    private static final int EPOCHS = 3;

    /** Odd sizes, so that batches begin anywhere in memory. */
    static Stream<Arguments> cases() {
        return Stream.of(1, 5, 8).flatMap(batch -> Stream.of("dense", "convolution", "sequence")
                .flatMap(kind -> Stream.of(1, 2).map(threads -> Arguments.of(kind, batch, threads))));
    }

    private static Model network(String kind) {
        return switch (kind) {
            case "dense" -> sequential(input(7), dense(33).tanh(), dropout(0.3), dense(5));
            case "convolution" ->
                sequential(input(1, 7, 5), conv2d(6, 3).same().relu(), dropout(0.3), flatten(), dense(5));
            default -> sequential(input(TIME, 3), lstm(11), dropout(0.3), dense(5));
        };
    }

    private static Tensor examples(String kind) {
        var shape = Shape.of(ROWS, 7);
        if (!kind.equals("dense")) {
            shape = kind.equals("convolution") ? Shape.of(ROWS, 1, 7, 5) : Shape.of(ROWS, 7, 3);
        }
        return new RandomStream(1).normal(shape);
    }

    /** @param chunks how many steps each call does; the last one is repeated until all are done */
    private static List<float[]> train(String kind, int batch, int threads, int... chunks) {
        var net = network(kind);
        var setup = new Setup(net, adam(0.01), batch, EPOCHS, 7);
        var data = dataset(examples(kind), new RandomStream(2).integers(0, 5, Shape.of(ROWS)));
        int before = TorchEngine.threads();
        TorchEngine.threads(threads);
        var seeded = TorchEngine.seeded(7);
        try {
            var steps = new Plain(setup, data, crossEntropy(), List.of(accuracy())).training();
            var results = new ArrayList<>(run(steps, chunks));
            net.weights().values().forEach(w -> results.add(w.toFloatArray()));
            return results;
        } finally {
            seeded.close();
            TorchEngine.threads(before);
        }
    }

    private static List<float[]> run(Steps steps, int... chunks) {
        var scores = new ArrayList<float[]>();
        long total = (long) EPOCHS * steps.order().perEpoch();
        int call = 0;
        for (long done = 0; done < total; call++) {
            int count = (int) Math.min(chunks[Math.min(call, chunks.length - 1)], total - done);
            for (var step : steps.run(done, count).scores()) {
                scores.add(new float[] {(float) step[0], (float) step[1]});
            }
            done += count;
        }
        return scores;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSizeOfAChunkNeverChangesAResult(String kind, int batch, int threads) {
        var one = train(kind, batch, threads, 1);
        for (int[] chunks : new int[][] {{2}, {1, 4, 3}, {1000}}) {
            var other = train(kind, batch, threads, chunks);
            assertThat(other).hasSameSizeAs(one);
            for (int i = 0; i < one.size(); i++) {
                assertThat(other.get(i)).as(Arrays.toString(chunks) + " " + i).containsExactly(one.get(i));
            }
        }
    }

    @Test
    void anEpochEndsWithWhatIsLeft() {
        var net = network("dense");
        var data = dataset(examples("dense"), zeros(ROWS).to(int64));
        var order = new Plain(new Setup(net, adam(0.01), 5, 1, 7), data, crossEntropy())
                .training()
                .order();
        assertThat(order.perEpoch()).isEqualTo(5);
        assertThat(order.size(3)).isEqualTo(5);
        assertThat(order.size(4)).isEqualTo(3);
        assertThat(order.size(5)).isEqualTo(5);
    }

    @Test
    void everyExampleIsSeenOnceInAnEpochInAnOrderOfItsOwn() {
        // The loss of the model y = 0 is the square of the example's target, which tells which one it was.
        var net = sequential(input(1), dense(1).withBias(false));
        net.weights(Map.of("dense1.weight", zeros(1, 1)));
        var data = dataset(zeros(ROWS, 1), arange(ROWS).reshape(ROWS, 1));
        var steps = new Plain(new Setup(net, sgd(1e-9), 1, 2, 7), data, mse()).training();
        var first = seen(steps, 0);
        var second = seen(steps, ROWS);
        assertThat(first).doesNotHaveDuplicates().hasSize(ROWS).isNotEqualTo(second);
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
    }

    private static List<Integer> seen(Steps steps, long from) {
        return steps.run(from, ROWS).scores().stream()
                .map(step -> (int) Math.round(Math.sqrt(step[0])))
                .toList();
    }

    @Test
    void aTrainingIsTheSameTheFirstTimeAndEveryTime() {
        // A layer of a size that no other test has: its program is new, and may not change with its calls.
        var results = new ArrayList<float[]>();
        for (int time = 0; time < 4; time++) {
            var net = sequential(input(7), dense(37).sigmoid(), dense(19).gelu(), dense(5));
            var data = dataset(examples("dense"), new RandomStream(2).integers(0, 5, Shape.of(ROWS)));
            net.train(data).seed(1).batch(1).epochs(2).quiet().fit();
            results.add(net.weight("dense1.weight").toFloatArray());
        }
        assertThat(results).allSatisfy(w -> assertThat(w).containsExactly(results.get(0)));
    }
}
