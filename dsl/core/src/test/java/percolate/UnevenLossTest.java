package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** An epoch's loss counts each label as the loss weighs it, however examples were cut into batches; against PyTorch. */
class UnevenLossTest {
    private static final double TOLERANCE = 1e-6;
    private static final Loss WEIGHTED = crossEntropy().weights(0.5, 1, 2, 0.25).ignore(0);
    private static final Loss SUM = WEIGHTED.plus(crossEntropy().smoothing(0.1).times(0.5));

    private final Fixture fixture = Fixture.read("trainings", "unevenSum.json");
    private final Dataset data = dataset(fixture.tensor("x"), fixture.tensor("y"));
    private final Model net =
            sequential(input(4), dense(4)).weights(Map.of("dense1.weight", eye(4), "dense1.bias", zeros(4)));

    private Run epoch(int batch, Loss loss, Metric... metrics) {
        return net.train(data)
                .loss(loss)
                .metrics(metrics)
                .optimizer(sgd(1e-30))
                .batch(batch)
                .epochs(1)
                .quiet()
                .fit();
    }

    @Test
    void aSumIsWeighedTermByTerm() {
        for (int batch : new int[] {10, 4, 3, 1}) {
            assertThat(epoch(batch, SUM).loss())
                    .as("batches of " + batch)
                    .isCloseTo(fixture.number("loss"), within(TOLERANCE));
        }
    }

    @Test
    void aSumAmongTheMetricsToo() {
        assertThat(epoch(3, crossEntropy(), SUM.named("sum")).get("sum"))
                .isCloseTo(fixture.number("loss"), within(TOLERANCE));
    }

    @Test
    void termsOfOnesOwnStandBesideIt() {
        Loss own = (p, y) -> p.square().mean();
        double expected = fixture.number("loss") + data.x().square().mean().item();
        assertThat(epoch(3, SUM.plus(own)).loss()).isCloseTo(expected, within(1e-5));
    }

    @Test
    void penaltiesOfLayersAreCountedOnceForAnEpoch() {
        var penalised = sequential(input(4), dense(4).l2(0.1))
                .weights(Map.of("dense1.weight", eye(4), "dense1.bias", zeros(4)));
        for (var loss : new Loss[] {SUM, WEIGHTED, crossEntropy().sum()}) {
            var run = penalised
                    .train(data)
                    .loss(loss)
                    .optimizer(sgd(1e-30))
                    .batch(3)
                    .epochs(1)
                    .quiet()
                    .fit();
            double alone = loss.of(data.x(), data.y()).item();
            assertThat(run.loss()).as(loss.toString()).isCloseTo(alone + 0.4, within(1e-5));
            assertThat(penalised.evaluate(data).loss()).isCloseTo(alone + 0.4, within(1e-5));
        }
    }
}
