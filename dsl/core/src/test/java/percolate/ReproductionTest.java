package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.*;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Training a second time, and what the record says of the first. */
class ReproductionTest {
    private static Run trained(Model net) {
        return net.train(iris().split(0.8, 1)).seed(42).epochs(4).quiet().fit();
    }

    private static Model classifier() {
        return sequential(input(4), dense(16).tanh(), dropout(0.3), dense(3));
    }

    @Test
    void theSameTrainingGivesTheSameBits() {
        var net = classifier();
        var run = trained(net);
        var before = net.weights();
        var again = run.reproduce();
        assertThat(again.isEqual()).isTrue();
        assertThat(again.parting()).isEmpty();
        assertThat(again.distances()).isEmpty();
        assertThat(again.run().series("val_loss")).containsExactly(run.series("val_loss"));
        assertThat(again)
                .hasToString("reproduced: 4 epochs gave the same numbers, and all weights are equal to the last bit");
        before.forEach((name, value) ->
                assertThat(net.weight(name).toFloatArray()).as(name).containsExactly(value.toFloatArray()));
    }

    @Test
    void aTrainingThatWentOnFromTrainedWeightsIsReproducedFromThese() {
        var net = classifier();
        trained(net);
        assertThat(trained(net).reproduce().isEqual()).isTrue();
    }

    @Test
    void anObjectiveOverTwoModelsIsReproduced() {
        var first = sequential(input(4), dense(3).tanh());
        var second = sequential(input(3), dense(4));
        var run = first.train(iris())
                .objective(batch -> mse().of(second.apply(first.apply(batch.x())), batch.x()))
                .with(second)
                .seed(1)
                .epochs(2)
                .quiet()
                .fit();
        var again = run.reproduce();
        assertThat(again.isEqual()).isTrue();
    }

    /** A layer whose numbers change from pass to pass in a way no seed knows. */
    static final class Forgetful extends Custom {
        private final AtomicInteger passes = new AtomicInteger();

        @Override
        public Tensor forward(Tensor x) {
            return x.times(1 + 0.001 * passes.incrementAndGet());
        }
    }

    @Test
    void whatDiffersIsNamedWithEpochLayerAndAmount() {
        var net = sequential(input(4), new Forgetful(), dense(3));
        var run = net.train(iris()).seed(2).epochs(3).quiet().fit();
        var again = run.reproduce();
        assertThat(again.isEqual()).isFalse();
        assertThat(again.parting()).hasValueSatisfying(p -> {
            assertThat(p.epoch()).isEqualTo(1);
            assertThat(p.name()).isEqualTo("loss");
            assertThat(p.first()).isEqualTo(run.series("loss")[0]).isNotEqualTo(p.second());
        });
        assertThat(again.distances()).containsKeys("dense1.weight");
        double most = again.distances().values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        assertThat(again.toString())
                .startsWith("not reproduced: the histories part at loss of epoch 1: ")
                .contains("most in dense1.")
                .contains(String.format(java.util.Locale.ROOT, "by %.3g", most))
                .endsWith(
                        "what surrounds the training is the same, so a layer, loss or callback in Java may draw numbers"
                                + " of its own or keep something from the first time");
        assertThat(again.table().columnNames()).containsExactly("weight", "difference");
    }

    @Test
    void aModelThatWasChangedSinceIsComparedByItsHistory() {
        var net = classifier();
        var run = trained(net);
        net.train(iris()).seed(1).epochs(1).quiet().fit();
        var changed = net.weights();
        assertThat(run.reproduce().isEqual()).isTrue();
        changed.forEach((name, value) ->
                assertThat(net.weight(name).toFloatArray()).as(name).containsExactly(value.toFloatArray()));
    }

    @Test
    void provenanceIsATableAndJson() {
        var facts = trained(classifier()).provenance();
        assertThat(facts)
                .containsEntry("seed", "42")
                .containsKeys("percolate", "engine", "djl", "java", "threads", "device", "system", "processor")
                .containsKeys("data", "examples", "model", "loss", "optimizer", "batch", "epochs");
        assertThat(facts.get("djl")).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(facts.get("system")).contains(System.getProperty("os.arch"));
        assertThat(facts.table().columnNames()).containsExactly("fact", "value");
        assertThat(facts.table().rowCount()).isEqualTo(facts.size());
        var read = com.google.gson.JsonParser.parseString(facts.json()).getAsJsonObject();
        assertThat(read.get("optimizer").getAsString()).isEqualTo(facts.get("optimizer"));
        assertThat(facts.toString()).contains("seed: 42\n");
        assertThat(facts).isEqualTo(Provenance.of(facts));
        assertThatThrownBy(() -> facts.put("seed", "1")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aTrainingThatWasInterruptedIsNotReproduced() {
        Thread.currentThread().interrupt();
        var run = trained(classifier());
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(run::reproduce)
                .hasMessage(
                        "reproduce: expected a training that came to its end, got one that is interrupted after 0 of 4"
                                + " epochs; let fit() finish first");
    }
}
