package percolate.plotting.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.dataset;
import static percolate.Percolate.dense;
import static percolate.Percolate.input;
import static percolate.Percolate.mae;
import static percolate.Percolate.sequential;
import static percolate.Percolate.sgd;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.lossSurface;

import java.util.Random;
import org.junit.jupiter.api.Test;
import percolate.Dataset;

class LossSurfaceTest {
    /** Of y = wx + b the error on (1, 3) and (−1, 1) is ((w + b − 3)² + (−w + b − 1)²) / 2 = (w − 1)² + (b − 2)². */
    private static Dataset two() {
        return dataset(tensor(new float[][] {{1}, {-1}}), tensor(new float[][] {{3}, {1}}));
    }

    @Test
    void isTheLossOfEachPairOfWeights() {
        var terrain = Terrain.of(SpaceGalleryTest.line(), two());

        assertThat(terrain.size()).isEqualTo(2);
        assertThat(terrain.name(0)).isEqualTo("dense1.weight");
        assertThat(terrain.name(1)).isEqualTo("dense1.bias");
        for (var place : new double[][] {{1, 2}, {0, 0}, {3, -1}}) {
            assertThat(terrain.loss(place))
                    .isCloseTo(Math.pow(place[0] - 1, 2) + Math.pow(place[1] - 2, 2), within(1e-5));
        }
        assertThat(terrain.with(mae()).loss(new double[] {0, 0})).isCloseTo(2, within(1e-6));
    }

    @Test
    void followsAnOptimizerStepByStep() {
        var way = Way.of(Terrain.of(SpaceGalleryTest.line(), two()), sgd(0.25), 2);

        // Each step of 0.25 halves the way to (1, 2): 1 − 2 · 0.25.
        assertThat(way.points()).hasSize(3);
        assertThat(way.points().get(1)[0]).isCloseTo(-0.25, within(1e-6));
        assertThat(way.points().get(2)[0]).isCloseTo(0.375, within(1e-6));
        assertThat(way.points().get(2)[1]).isCloseTo(2, within(1e-6));
        assertThat(way.words()).isEqualTo("sgd(0.25) from loss 6.25 to 0.391 in 2 steps");
    }

    @Test
    void leavesTheNetworkWhereItIs() {
        var net = SpaceGalleryTest.line();
        var terrain = Terrain.of(net, two());
        Way.of(terrain, sgd(0.25), 3);
        terrain.loss(new double[] {7, 7});

        assertThat(net.weight("dense1.weight").item()).isEqualTo(-1.5f);
    }

    @Test
    void stopsWhereAnOptimizerRunsAway() {
        var surface =
                lossSurface(SpaceGalleryTest.line(), two()).paths(sgd(1e4)).steps(20);

        assertThat(surface.alt()).contains("sgd(10000) from loss 6.25 to ");
        assertThat(surface.picture().png()).isNotEmpty();
    }

    @Test
    void directionsAreAsLongAsTheirFilters() {
        var net = sequential(input(3), dense(2));
        var direction = Terrain.of(net, dataset(tensor(new float[][] {{1, 2, 3}}), tensor(new float[][] {{1, 2}})))
                .direction(new Random(1));
        var weights = net.weight("dense1.weight").toFloatMatrix();
        for (int unit = 0; unit < 2; unit++) {
            double own = 0;
            double drawn = 0;
            for (int in = 0; in < 3; in++) {
                own += weights[in][unit] * weights[in][unit];
                drawn += direction[in * 2 + unit] * direction[in * 2 + unit];
            }
            assertThat(drawn).isCloseTo(own, within(1e-6));
        }
        assertThat(direction[6]).isZero();
    }

    @Test
    void saysWhatItCannotTake() {
        var one = sequential(input(1), dense(1).withBias(false));
        assertThatThrownBy(() -> lossSurface(one, two()))
                .hasMessage(
                        "lossSurface: expected a network with two weights or more to train, got 1; plot(x -> …, from,"
                                + " to) draws a loss of one weight");
        assertThatThrownBy(() -> lossSurface(SpaceGalleryTest.line(), two().take(0)))
                .hasMessage("lossSurface: there are no examples; give one or more");
        assertThatThrownBy(() -> lossSurface(SpaceGalleryTest.line(), two()).steps(0))
                .hasMessageStartingWith("lossSurface: expected between 1 and 10,000 steps, got 0");
    }
}
