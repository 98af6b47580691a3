package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;

/** A seed fixes a training: its weights, its order of examples, its dropout. */
class SeedTest {
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
    void theSameSeedGivesTheSameBits() {
        var data = noise(50);
        var first = classifier();
        var second = classifier();
        var other = classifier();
        var once = first.train(data).seed(3).epochs(4).batch(7).quiet().fit();
        var twice = second.train(data).seed(3).epochs(4).batch(7).quiet().fit();
        other.train(data).seed(4).epochs(4).batch(7).quiet().fit();
        assertThat(weights(second)).containsExactly(weights(first));
        assertThat(twice.series("loss")).containsExactly(once.series("loss"));
        assertThat(weights(other)).isNotEqualTo(weights(first));
    }

    @Test
    void aSeedCoversTheWeightsOfAModelThatWasUsedButNotTrained() {
        var data = noise(20);
        var fresh = classifier();
        var used = classifier();
        used.predict(data.x());
        fresh.train(data).seed(3).epochs(1).quiet().fit();
        used.train(data).seed(3).epochs(1).quiet().fit();
        assertThat(weights(used)).containsExactly(weights(fresh));
    }

    @Test
    void aSeededTrainingLeavesTheSessionsStreamAlone() {
        var data = noise(20);
        seed(11);
        var expected = randn(4);
        seed(11);
        classifier().train(data).seed(3).epochs(2).quiet().fit();
        assertThat(randn(4).isClose(expected, 0)).isTrue();
    }

    @Test
    void withoutASeedTheSessionsSeedDecides() {
        var data = noise(20);
        var first = classifier();
        var second = classifier();
        seed(9);
        first.train(data).epochs(2).quiet().fit();
        seed(9);
        second.train(data).epochs(2).quiet().fit();
        assertThat(weights(second)).containsExactly(weights(first));
    }
}
