package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;
import percolate.engine.Devices;

/** A model's weights move to a device, and batches follow. */
class ModelDeviceTest {
    private final Model net = sequential(input(4), dense(8).tanh(), batchNorm(), dense(3));

    @Test
    void whereItIsItStays() {
        var before = net.weights();
        assertThat(net.to(device())).isSameAs(net);
        before.forEach((name, weight) ->
                assertThat(net.weight(name).isClose(weight, 0)).isTrue());
        var run = net.train(iris()).epochs(1).quiet().fit();
        assertThat(run.provenance()).containsEntry("device", device().toString());
    }

    @Test
    void movingDrawsNothingFromTheSessionsStreamBeforeATraining() {
        seed(5);
        var expected = randn(3);
        seed(5);
        net.to(device());
        assertThat(randn(3).isClose(expected, 0)).isTrue();
    }

    @Test
    void aDeviceThatIsNotThereIsNamed() {
        assertOneSentence(() -> net.to(gpu(99)), "device: ", "[cpu", "gpu(99)", "CUDA");
        assertThat(net.predict(ones(1, 4)).device()).isEqualTo(device());
    }

    @Test
    void onAGraphicsCardItTrainsAsOnTheProcessor() {
        assumeTrue(Devices.all().size() > 1);
        net.weights(net.weights());
        var other = net.copy().to(cpu());
        net.to(gpu());
        for (var it : new Model[] {net, other}) {
            it.train(iris()).seed(1).epochs(3).quiet().fit();
        }
        assertThat(net.predict(iris().x()).device()).isEqualTo(gpu());
        assertThat(net.to(cpu()).predict(iris().x()).isClose(other.predict(iris().x()), 1e-3))
                .isTrue();
    }

    @Test
    void withoutAGraphicsCardTheProcessorIsTheDevice() {
        assumeFalse(Devices.all().size() > 1);
        assertOneSentence(() -> net.to(gpu()), "device: ", "[cpu]", "gpu(0)");
        assertThat(net.to(cpu())).isSameAs(net);
    }
}
