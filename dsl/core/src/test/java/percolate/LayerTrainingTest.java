package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.engine.NativeProgram.Arguments;
import percolate.program.GradientProgram;
import percolate.program.Scoring;

/** A step of training moves each weight against its own gradient, in whatever order in memory the engine hands that over. */
class LayerTrainingTest {
    static Stream<Model> models() {
        return Stream.of(
                sequential(input(5), dense(3)),
                sequential(input(4, 5), dense(3)),
                sequential(input(4, 5), dense(3).withBias(false)),
                sequential(input(4, 5), simpleRnn(3)),
                sequential(input(4, 5), lstm(3).returnSequences()),
                sequential(input(4, 5), lstm(3).layers(2).withBias(false)),
                sequential(input(4, 5), lstm(3).peephole()),
                sequential(input(4, 5), gru(3)),
                sequential(input(4, 5), gru(3).cho()),
                sequential(input(4, 5), bidirectional(minimalGru(3))),
                sequential(input(4, 5), conv1d(3, 2)),
                sequential(input(2, 5, 4), conv2d(3, 2).padding(1)),
                sequential(input(2, 5, 4), convTranspose2d(3, 2)),
                sequential(input(2, 5, 4), depthwiseConv2d(2)),
                sequential(input(2, 5, 4), separableConv2d(3, 2)),
                sequential(input(2, 5, 4), locallyConnected2d(3, 2)),
                sequential(input(2, 5, 4), layerNorm()),
                sequential(input(5), dense(3).prelu()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aStepFollowsTheGradient(Model net) {
        var x = randn(net.graph().input().prepend(6).toArray());
        var y = randn(net.outputShape().prepend(6).toArray());
        net.weights(net.weights());
        var before = net.weights();
        var scoring = new Scoring(net.outputShape(), net.outputShape(), float32);
        var found = GradientProgram.load(net.graph(), mse(), scoring)
                .run(
                        true,
                        new Arguments().add("ps", net.arrays()).add(x.array()).add(y.array()));
        var adam = net.copy();
        net.train(dataset(x, y))
                .loss(mse())
                .optimizer(sgd(0.1))
                .batch(6)
                .epochs(1)
                .quiet()
                .fit();
        adam.train(dataset(x, y))
                .loss(mse())
                .optimizer(adam(0.1))
                .batch(6)
                .epochs(1)
                .quiet()
                .fit();
        int at = 1;
        for (var name : before.keySet()) {
            var gradient = new Tensor(found.get(at++).detached());
            var descended = before.get(name).minus(gradient.times(0.1));
            assertThat(net.weight(name).isClose(descended, 1e-6)).as(name).isTrue();
            // Adam's first step is rate · g / (|g| + eps).
            var direction = gradient.div(gradient.abs().plus(1e-8));
            var adapted = before.get(name).minus(direction.times(0.1));
            assertThat(adam.weight(name).isClose(adapted, 1e-4))
                    .as(name + ", adam")
                    .isTrue();
        }
    }

    @Test
    void weightsThatAreGivenTransposedAreTrainedAlike() {
        var given = randn(3, 4);
        var data = dataset(randn(5, 4), randn(5, 3));
        var nets = Stream.of(given.t(), tensor(given.t().toFloatArray()).reshape(4, 3))
                .map(w -> sequential(input(4), dense(3)).weights(Map.of("dense1.weight", w, "dense1.bias", zeros(3))))
                .toList();
        nets.forEach(net -> net.train(data)
                .loss(mse())
                .optimizer(adam(0.1))
                .epochs(2)
                .seed(1)
                .quiet()
                .fit());
        assertThat(nets.get(0).weight("dense1.weight").isClose(nets.get(1).weight("dense1.weight"), 1e-6))
                .isTrue();
        var layer = dense(3).weight(given.t());
        var net = sequential(input(4), layer).weights(Map.of("dense1.bias", zeros(3)));
        net.train(data)
                .loss(mse())
                .optimizer(adam(0.1))
                .epochs(2)
                .seed(1)
                .quiet()
                .fit();
        assertThat(net.weight("dense1.weight").isClose(nets.get(1).weight("dense1.weight"), 1e-6))
                .isTrue();
    }
}
