package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a training measures, and the record that it leaves. */
class HistoryTest {
    private static Dataset noise(int rows) {
        seed(5);
        return dataset(randn(rows, 4), randint(0, 3, rows));
    }

    private static Model classifier() {
        return sequential(input(4), dense(16).tanh(), dropout(0.3), dense(3));
    }

    private static float[] weights(Model net) {
        return concat(0, net.weights().values().stream().map(Tensor::flatten).toArray(Tensor[]::new))
                .toFloatArray();
    }

    @Test
    void theValidationPartIsMeasuredAndNotTrained() {
        var split = noise(60).split(0.5, 1);
        var net = classifier();
        var run = net.train(split).seed(1).epochs(3).quiet().fit();
        var alone = classifier();
        alone.train(split.train()).seed(1).epochs(3).quiet().fit();
        assertThat(weights(net)).containsExactly(weights(alone));
        var measured = net.evaluate(split.validation());
        assertThat(run.get("val_loss")).isCloseTo(measured.loss(), within(1e-6));
        assertThat(run.get("val_accuracy")).isCloseTo(measured.accuracy(), within(1e-9));
        assertThat(run.hasValidation()).isTrue();
    }

    @Test
    void measuringWeighsEveryExampleAlike() {
        var data = noise(300);
        var net = classifier();
        net.train(data).epochs(1).quiet().fit();
        var logits = net.predict(data);
        assertThat(net.evaluate(data).loss())
                .isCloseTo(crossEntropy().of(logits, data.y()).item(), within(1e-5));
        double hits = logits.argmax(1).eq(data.y()).mean().item();
        assertThat(net.evaluate(data).accuracy()).isCloseTo(hits, within(1e-6));
    }

    @Test
    void historyHasOneRecordPerEpoch() {
        var run = classifier().train(noise(20)).epochs(3).quiet().fit();
        assertThat(run.history()).extracting(Epoch::number).containsExactly(1, 2, 3);
        assertThat(run.history()).allSatisfy(epoch -> {
            assertThat(epoch.loss()).isPositive();
            assertThat(epoch.validationLoss()).isNaN();
            assertThat(epoch.metrics()).containsOnlyKeys("accuracy");
            assertThat(epoch.learningRate()).isEqualTo(0.01);
            assertThat(epoch.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
        assertThat(run.series("accuracy")).hasSize(3);
        assertThat(run.get("loss")).isEqualTo(run.loss());
        assertThat(run.progress())
                .hasValueSatisfying(p -> assertThat(p.position()).isEqualTo(3));
    }

    @Test
    void theTableHasAColumnPerNumber() {
        var run = classifier().train(noise(20).split(0.5, 1)).epochs(2).quiet().fit();
        assertThat(run.table().columnNames())
                .containsExactly("epoch", "loss", "val_loss", "accuracy", "val_accuracy", "learning_rate", "seconds");
        assertThat(run.table().rowCount()).isEqualTo(2);
        assertThat(run.table().doubleColumn("loss").get(1)).isEqualTo(run.loss());
    }

    @Test
    void provenanceNamesWhatTheNumbersDependOn() {
        var data = noise(20);
        var facts = classifier().train(data).seed(42).epochs(1).quiet().fit().provenance();
        assertThat(facts)
                .containsKeys("seed", "data", "model", "loss", "optimizer", "batch", "epochs", "threads", "device")
                .containsKeys("engine", "java")
                .containsEntry("seed", "42")
                .containsEntry("optimizer", "adam(0.01)")
                .containsEntry("batch", "20");
        var other = classifier().train(noise(21)).seed(42).epochs(1).quiet().fit();
        assertThat(other.provenance().get("data")).startsWith("sha256:").isNotEqualTo(facts.get("data"));
    }
}
