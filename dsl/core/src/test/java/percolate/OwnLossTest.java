package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.accuracy;
import static percolate.Percolate.adam;
import static percolate.Percolate.crossEntropy;
import static percolate.Percolate.dataset;
import static percolate.Percolate.dense;
import static percolate.Percolate.dropout;
import static percolate.Percolate.input;
import static percolate.Percolate.iris;
import static percolate.Percolate.lambda;
import static percolate.Percolate.mae;
import static percolate.Percolate.mse;
import static percolate.Percolate.randn;
import static percolate.Percolate.seed;
import static percolate.Percolate.sequential;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnLossTest {
    private static final double EXACT = 1e-6;

    private final Loss squares = (p, y) -> p.minus(y).square().mean();
    private Dataset data;

    @BeforeEach
    void lines() {
        seed(3);
        var x = randn(64, 3);
        data = dataset(x, x.mm(randn(3, 2)));
    }

    @Test
    void aFunctionTrainsAsTheLossOfTheSameFormula() {
        assertSame(squares, mse());
    }

    @Test
    void itAddsToLossesOfTheDsl() {
        assertSame(squares.times(0.5).plus(mae()), mse().times(0.5).plus(mae()));
    }

    private void assertSame(Loss own, Loss known) {
        var mine = fit(own);
        var theirs = fit(known);
        assertThat(mine.series("loss")).containsExactly(theirs.series("loss"), within(EXACT));
        assertThat(mine.series("val_loss")).containsExactly(theirs.series("val_loss"), within(EXACT));
        theirs.model().weights().forEach((key, weight) -> assertThat(
                        mine.model().weight(key).isClose(weight, 1e-5))
                .isTrue());
        assertThat(theirs.loss()).isLessThan(theirs.series("loss")[0] / 2);
    }

    private Run fit(Loss loss) {
        var net = sequential(input(3), dense(8).tanh(), dropout(0), dense(2));
        return net.train(data)
                .validation(data)
                .loss(loss)
                .optimizer(adam(0.02))
                .batch(16)
                .epochs(30)
                .seed(5)
                .quiet()
                .fit();
    }

    @Test
    void layersOfOnesOwnAndMetricsGoWithIt() {
        var net = sequential(input(4), dense(8).tanh(), lambda(t -> t.times(2)), dense(3));
        var run = net.train(iris())
                .loss((p, y) -> crossEntropy().of(p, y).times(2))
                .metrics(accuracy())
                .optimizer(adam(0.02))
                .epochs(20)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.get("accuracy")).isGreaterThan(0.8);
        assertThat(net.evaluate(iris(), accuracy()).loss()).isLessThan(2 * Math.log(3));
        assertThat(run.provenance()).containsEntry("loss", "loss, in Java");
    }

    @Test
    void oneThatGivesNoSingleNumberIsRefused() {
        assertThatThrownBy(() -> fit((p, y) -> p.minus(y).square()))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "loss: expected one real number for predictions [16, 2] and targets [16, 2], got shape [16, 2]"
                                + " float32; end it with mean() or sum()");
    }

    @Test
    void itsNameStandsInTables() {
        assertThat(fit(squares.named("squares")).table().columnNames()).contains("loss", "val_loss");
        assertThat(squares.named("squares").name()).isEqualTo("squares");
        assertThat(squares.of(randn(2, 2), randn(2, 2)).shape()).isEqualTo(Shape.of());
    }
}
