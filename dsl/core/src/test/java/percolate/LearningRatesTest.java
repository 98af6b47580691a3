package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The range test of learning rates, and that it leaves no trace. */
class LearningRatesTest {
    /** One weight, loss w²: a step of sgd multiplies w by 1 − 2η, so that the loss grows for every rate above 1. */
    private static Training parabola() {
        var net = sequential(input(1), dense(1).withBias(false));
        net.weights(Map.of("dense1.weight", tensor(new int[][] {{1}})));
        return net.train(dataset(ones(8, 1), zeros(8, 1)))
                .loss(mse())
                .optimizer(sgd(1))
                .batch(8);
    }

    @Test
    void theLossesAreThoseOfAParabola() {
        var found = lrFind(parabola());
        double w = 1;
        for (int i = 0; i < found.rates().length; i++) {
            assertThat(found.losses()[i]).isCloseTo(w * w, within(1e-5 + 1e-4 * w * w));
            w *= 1 - 2 * found.rates()[i];
        }
    }

    @Test
    void theSuggestionLiesBelowTheRateAtWhichTheLossGrows() {
        var found = lrFind(parabola());
        assertThat(found.suggestion()).isBetween(0.001, 1.0);
        assertThat(found.toString()).startsWith("the loss falls fastest at a learning rate of about ");
    }

    @Test
    void theRatesGrowByAConstantFactorAndEndWhereTheLossRunsAway() {
        var net = sequential(input(4), dense(16).relu(), dense(3));
        var found = lrFind(net.train(iris()).optimizer(sgd(1)).seed(3));
        double[] rates = found.rates();
        double factor = rates[1] / rates[0];
        for (int i = 1; i < rates.length; i++) {
            assertThat(rates[i] / rates[i - 1]).isCloseTo(factor, within(1e-9));
        }
        double least = Arrays.stream(found.smoothed()).min().orElseThrow();
        double last = found.smoothed()[rates.length - 1];
        assertThat(rates[0]).isEqualTo(1e-6);
        assertThat(last > 4 * least || rates.length == 120 || rates[rates.length - 1] > 0.1)
                .isTrue();
        assertThat(found.table().columnNames()).containsExactly("rate", "loss", "smoothed");
        assertThat(found.table().rowCount()).isEqualTo(rates.length);
    }

    @Test
    void aTrainingAtTheSuggestionLearns() {
        for (long seed = 1; seed <= 3; seed++) {
            var net = sequential(input(4), dense(16).tanh(), dense(3));
            double rate = lrFind(net.train(iris()).optimizer(sgd(1)).seed(seed)).suggestion();
            var run = net.train(iris())
                    .optimizer(sgd(rate))
                    .seed(seed)
                    .epochs(60)
                    .quiet()
                    .fit();
            assertThat(run.get("accuracy")).isGreaterThan(0.8);
        }
    }

    @Test
    void modelAndRandomStreamStayAsTheyAre() {
        seed(7);
        var untried = sequential(input(4), dense(8).tanh(), dropout(0.2), dense(3));
        var first = untried.predict(ones(1, 4)).toFloatArray();
        var next = rand(3).toFloatArray();

        seed(7);
        var tried = sequential(input(4), dense(8).tanh(), dropout(0.2), dense(3));
        lrFind(tried, iris());
        assertThat(tried.predict(ones(1, 4)).toFloatArray()).containsExactly(first);
        assertThat(rand(3).toFloatArray()).containsExactly(next);

        tried.train(iris()).epochs(1).quiet().fit();
        var trained = tried.weights();
        lrFind(tried, iris());
        trained.forEach((name, value) ->
                assertThat(tried.weight(name).toFloatArray()).as(name).containsExactly(value.toFloatArray()));
    }

    @Test
    void aModelWithoutAnInputStaysADescription() {
        var net = sequential(dense(8).tanh(), dense(3));
        lrFind(net, iris());
        assertThatThrownBy(net::outputShape).hasMessageContaining("its input has no shape yet");
    }

    @Test
    void anObjectiveIsRefusedInASentence() {
        var net = sequential(input(4), dense(3));
        var training = net.train(iris())
                .objective(batch -> net.apply(batch.x()).square().mean());
        assertThatThrownBy(() -> lrFind(training))
                .hasMessage("lrFind: expected losses of the model's outputs, got an objective, whose function may use"
                        + " other models; try rates with fit() and a few epochs(…)");
    }
}
