package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same seed, machine and number of threads give the same bits. */
class DeterminismTest {
    private static final int FEW = 3;
    private static final int MANY = 100;

    private enum Net {
        MLP {
            @Override
            Training training() {
                return sequential(input(4), dense(16).relu(), dense(3)).train(iris());
            }
        },
        CNN_WITH_DROPOUT {
            @Override
            Training training() {
                return sequential(
                                input(1, 8, 8),
                                conv2d(8, 3).same().relu(),
                                maxPool2d(2),
                                dropout(0.3),
                                flatten(),
                                dense(10))
                        .train(digits().take(160));
            }
        },
        LSTM {
            @Override
            Training training() {
                return sequential(reshape(8, 8), lstm(12), dense(10)).train(digits().take(160));
            }
        };

        abstract Training training();

        /** All weights, and behind them the losses, after some epochs in shuffled order. */
        private double[] trained(int threads) {
            var run = training()
                    .seed(42)
                    .threads(threads)
                    .batch(16)
                    .epochs(2)
                    .quiet()
                    .fit();
            var weights =
                    run.model().weights().values().stream().flatMapToDouble(w -> Arrays.stream(w.toDoubleArray()));
            return DoubleStream.concat(weights, Arrays.stream(run.series("loss")))
                    .toArray();
        }
    }

    private static void repeats(Net net, int times, int threads) {
        var first = net.trained(threads);
        assertThat(first).doesNotContain(Double.NaN);
        for (int i = 1; i < times; i++) {
            // Whatever else draws in between must not matter.
            rand(i);
            assertThat(net.trained(threads)).containsExactly(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void trainingRepeatsToTheBitOnOneThread(Net net) {
        repeats(net, FEW, 1);
    }

    @ParameterizedTest
    @EnumSource
    void trainingRepeatsToTheBitOnTwoThreads(Net net) {
        repeats(net, FEW, 2);
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "percolate.long", matches = "true")
    void trainingRepeatsToTheBitAHundredTimes(Net net) {
        repeats(net, MANY, 2);
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        var one = sequential(input(4), dense(3));
        var other = sequential(input(4), dense(3));
        one.train(iris()).seed(1).epochs(1).quiet().fit();
        other.train(iris()).seed(2).epochs(1).quiet().fit();
        assertThat(one.weight("dense1.weight").toFloatArray())
                .isNotEqualTo(other.weight("dense1.weight").toFloatArray());
    }
}
