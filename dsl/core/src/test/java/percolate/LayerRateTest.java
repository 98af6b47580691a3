package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.model.Dense;

/** Layers that learn at a part of the optimizer's rate. */
class LayerRateTest {
    @TempDir
    Path folder;

    private static Dense one(String name) {
        return dense(1).weight(ones(1, 1)).withBias(false).named(name);
    }

    /** How far each weight goes in one step, of that which {@code free} goes. */
    private static double[] moved(Model net, Optimizer optimizer, String... layers) {
        net.train(dataset(ones(1, 1), zeros(1, 1)))
                .loss(mse())
                .optimizer(optimizer)
                .epochs(1)
                .quiet()
                .fit();
        var parts = new double[layers.length];
        for (int i = 0; i < layers.length; i++) {
            parts[i] = (1 - net.weight(layers[i] + ".weight").item())
                    / (1 - net.weight("free.weight").item());
        }
        return parts;
    }

    private static void assertMoved(Model net, String layer, double part) {
        assertThat(moved(net, sgd(0.01), layer)[0]).isCloseTo(part, within(1e-4));
    }

    @Test
    void aLayerLearnsAtItsPartOfTheRate() {
        assertMoved(sequential(input(1), one("slow").rate(0.1), one("free")), "slow", 0.1);
        assertMoved(sequential(input(1), one("fast").rate(3), one("free")), "fast", 3);
        assertMoved(sequential(input(1), one("still").rate(0), one("free")), "still", 0);
    }

    @Test
    void theOptimizersOwnRateForAWeightCounts() {
        var net = sequential(input(1), one("slow").rate(0.1), one("free"));
        assertThat(moved(net, sgd(0.01).rate("slow", 0.02), "slow")[0]).isCloseTo(2, within(1e-4));
    }

    @Test
    void adamAndAStepByHandFollowToo() {
        var net = sequential(input(1), one("slow").rate(0.1), one("free"));
        var opt = adam(0.01).on(net);
        opt.step(() -> net.apply(ones(1, 1)).square().sum());
        assertThat((double) net.weight("slow.weight").item()).isCloseTo(0.999, within(1e-5));
        assertThat((double) net.weight("free.weight").item()).isCloseTo(0.99, within(1e-5));
    }

    @Test
    void aGroupsPartIsThatOfItsLayersBesideTheirOwn() {
        var group = residual(one("a").rate(0.5), one("b")).rate(0.1);
        var net = sequential(input(1), group, one("free"));
        assertThat(net.layers().get(0)).hasToString(group.toString());
        var kept = net.graph().layers().map(Layer::toString).toList();
        assertThat(kept.get(0)).contains(".rate(0.05)");
        assertThat(kept.get(1)).contains(".rate(0.1)");
        assertThat(kept.get(2)).isEqualTo("add()");
    }

    @Test
    void aTrainedModelIsTunedAtATenthOfTheRate() {
        var base = sequential(input(1), one("base"));
        var net = sequential(base.rate(0.1), one("free"));
        net.predict(ones(1, 1));
        assertMoved(net, "base", 0.1);
        assertThat(base.weight("base.weight").item())
                .isEqualTo(net.weight("base.weight").item());
        var described = sequential(one("base")).rate(0.1);
        assertMoved(sequential(input(1), described, one("free")), "base", 0.1);
        var whole = sequential(input(1), one("free"), one("other")).rate(0.1);
        whole.train(dataset(ones(1, 1), zeros(1, 1)))
                .loss(mse())
                .optimizer(sgd(0.1))
                .epochs(1)
                .quiet()
                .fit();
        assertThat((double) whole.weight("free.weight").item()).isCloseTo(1 - 0.1 * 0.1 * 2, within(1e-5));
    }

    @Test
    void aRateIsSavedAndPrinted() {
        var net = sequential(input(1), one("slow").rate(0.1), one("free"));
        assertThat(dense(3).rate(0.1).relu()).hasToString("dense(3).relu().rate(0.1)");
        var file = folder.resolve("net.pct").toString();
        net.save(file);
        assertMoved(load(file), "slow", 0.1);
    }

    @Test
    void aRateBelowZeroIsRefused() {
        assertOneSentence(() -> dense(3).rate(-1), "dense.rate: ", "0 or more", "-1");
        assertOneSentence(() -> dropout(0.5).rate(Double.NaN), "dropout.rate: ", "NaN");
        class Own extends Custom {
            final Tensor scale = parameter(1);

            @Override
            public Tensor forward(Tensor x) {
                return x.times(scale);
            }
        }
        assertOneSentence(() -> sequential(input(1), residual(new Own()).rate(0.1)), "own: ", "rate(\"own*\"");
    }
}
