package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;

/** A metric that is a function of predictions and targets. */
class OwnMetricTest {
    private final Metric error = metric("error", (p, y) -> p.minus(y).abs().mean());

    @Test
    void itIsMeasuredAsOneOfTheDslIs() {
        seed(3);
        var data = dataset(randn(20, 3), randn(20, 2));
        var run = sequential(input(3), dense(2))
                .train(data)
                .validation(data.take(7))
                .metrics(error, mae())
                .batch(8)
                .epochs(3)
                .quiet()
                .fit();
        assertThat(run.series("error")).containsExactly(run.series("mae"), within(1e-6));
        assertThat(run.series("val_error")).containsExactly(run.series("val_mae"), within(1e-6));
        assertThat(run.model().evaluate(data, error).get("error"))
                .isCloseTo(run.model().evaluate(data, mae()).get("mae"), within(1e-6));
    }

    @Test
    void itSeesWhatTheModelGives() {
        var data = iris();
        var net = sequential(input(4), dense(3).softmax());
        var sums = metric("sums", (p, y) -> p.sum(1).mean());
        var run = net.train(data).metrics(sums, accuracy()).epochs(1).quiet().fit();
        assertThat(run.get("sums")).isCloseTo(1, within(1e-6));
        assertThat(net.evaluate(data, sums).get("sums")).isCloseTo(1, within(1e-6));
    }

    @Test
    void ofGivesItsValue() {
        assertThat(error.of(tensor(1, 2), tensor(2, 4)).item()).isEqualTo(1.5f);
        assertThat(error.name()).isEqualTo("error");
    }

    @Test
    void mistakesAreNamed() {
        var net = sequential(input(4), dense(3));
        assertOneSentence(
                net.train(iris()).metrics(metric("raw", (p, y) -> p)).epochs(1).quiet()::fit,
                "raw: ",
                "one real number",
                "[32, 3]",
                "mean()");
        assertOneSentence(() -> metric("two words", (p, y) -> p), "metric: ", "two words");
        assertOneSentence(() -> net.train(iris()).metrics(error, error), "train.metrics: ", "once");
    }
}
