package percolate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.Model;
import percolate.Run;
import percolate.Tensor;

/** A model tells how it was trained, before it is saved and when it is loaded. */
class ProvenanceTest {
    @TempDir
    Path folder;

    private final Tensor x = tensor(0, 0, 0, 1, 1, 0, 1, 1).reshape(4, 2);

    private Run fit(Model net) {
        return net.train(dataset(x, tensor(0, 1, 1, 0).reshape(4, 1)))
                .loss(mse())
                .optimizer(sgd(0.1))
                .epochs(3)
                .seed(7)
                .quiet()
                .fit();
    }

    private Model saved(Model net) {
        var file = folder.resolve("net.pct").toString();
        net.save(file);
        return load(file);
    }

    @Test
    void aModelKeepsHowItWasTrainedThroughFilesAndCopies() {
        var net = sequential(input(2), dense(3).tanh(), dense(1));
        assertThat(net.provenance()).isEmpty();
        var run = fit(net);
        assertThat(net.provenance())
                .isEqualTo(run.provenance())
                .containsEntry("seed", "7")
                .containsEntry("optimizer", "sgd(0.1)")
                .containsEntry("epochs", "3");
        assertThat(net.copy().provenance()).isEqualTo(run.provenance());
        var loaded = saved(net);
        assertThat(loaded.provenance()).isEqualTo(run.provenance());
        assertThat(saved(loaded).provenance())
                .as("saved once more, without training")
                .isEqualTo(run.provenance());
    }

    @Test
    void anotherTrainingReplacesIt() {
        var net = saved(sequential(input(2), dense(1)));
        assertThat(net.provenance()).containsOnlyKeys("engine", "java");
        var run = fit(net);
        assertThat(net.provenance()).isEqualTo(run.provenance());
    }

    /** Written when format 2 was new; it stays as it is. */
    @Test
    void aFileOfFormat2IsStillRead() {
        var net = load(
                Path.of("src", "test", "resources", "store", "format-2.pct").toString());
        assertThat(net.names()).containsExactly("hidden", "batchNorm1", "dense1", "add1", "dense2");
        assertThat(net.predict(x)
                        .isClose(
                                tensor(0.1651735, 0.63470525, 0.26984987, 0.5696321)
                                        .reshape(4, 1),
                                1e-6))
                .isTrue();
        assertThat(net.frozenLayers()).containsExactly("hidden");
        assertThat(net.provenance()).containsEntry("engine", "PyTorch 2.7.1");
    }
}
