package percolate.plotting.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.dataset;
import static percolate.Percolate.dense;
import static percolate.Percolate.input;
import static percolate.Percolate.iris;
import static percolate.Percolate.rand;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.decisionRegions;

import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.Dataset;
import percolate.Model;
import percolate.ShapeException;

class DecisionRegionsTest {
    /** Gives x₁. */
    private static Model first() {
        return sequential(input(2), dense(1))
                .weights(Map.of(
                        "dense1.weight",
                        tensor(new float[][] {{1}, {0}}),
                        "dense1.bias",
                        tensor(0f).reshape(1)));
    }

    private static Dataset corners(int... labels) {
        return dataset(tensor(new float[][] {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}}), tensor(labels));
    }

    @Test
    void dividesThePlaneWhereTheOutputCrossesTheThreshold() {
        assertThat(decisionRegions(first(), corners(0, 0, 1, 1)).threshold(0).alt())
                .endsWith("of the plane 0 has 50%, 1 has 50%; 4 of 4 examples lie in the region of their class");
        // The plane goes from −1.24 to 1.24, of which 0.74 / 2.48 lie beyond 0.5.
        assertThat(decisionRegions(first(), corners(0, 0, 1, 1)).alt()).contains("0 has 70%, 1 has 30%");
    }

    @Test
    void knowsPlusAndMinusOne() {
        assertThat(decisionRegions(first(), corners(-1, 1, 1, 1)).alt())
                .endsWith("of the plane −1 has 50%, 1 has 50%; 3 of 4 examples lie in the region of their class");
    }

    @Test
    void knowsSeveralClasses() {
        var net = sequential(input(2), dense(3))
                .weights(Map.of(
                        "dense1.weight", tensor(new float[][] {{1, -1, 0}, {0, 0, 0}}),
                        "dense1.bias", tensor(0f, 0f, -9f)));
        assertThat(decisionRegions(net, corners(1, 1, 0, 2)).alt())
                .endsWith("of the plane 0 has 50%, 1 has 50%, 2 has 0%; 3 of 4 examples lie in the region of their"
                        + " class");
    }

    @Test
    void sharesAreProbabilities() {
        var said = Verdicts.of(new float[] {0, (float) Math.log(3), 0.2f, 0.8f}, 2, 0);
        assertThat(said.label(0)).isEqualTo(1);
        assertThat(said.share(0)).isCloseTo(0.75, within(1e-6));
        assertThat(said.share(1)).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void aFilmTakesDownHowTheyChange() {
        var net = first();
        var film = decisionRegions(net, corners(0, 0, 1, 1)).threshold(0).film().add("before");
        net.weights(Map.of("dense1.bias", tensor(9f).reshape(1)));
        film.add("after");

        assertThat(film.step(0).alt()).startsWith("before: ").contains("0 has 50%");
        assertThat(film.step(1).alt()).startsWith("after: ").contains("0 has 0%");
        assertThat(film.alt()).startsWith("2 pictures: ");
        assertThatThrownBy(() -> film.step(2))
                .hasMessage("film: expected a picture from 0 to 1, got 2; add() takes one down");
        assertThatThrownBy(
                        () -> decisionRegions(net, corners(0, 0, 1, 1)).film().alt())
                .hasMessage("film: nothing was taken down yet; say film.add() after each epoch");
    }

    @Test
    void aFilmFollowsATraining() {
        var net = sequential(input(2), dense(2));
        var film = decisionRegions(net, corners(0, 0, 1, 1)).film();
        net.train(corners(0, 0, 1, 1)).epochs(3).onEpoch(film::add).quiet().fit();

        assertThat(film.size()).isEqualTo(3);
        assertThat(film.step(2).alt()).startsWith("epoch 3: ");
    }

    @Test
    void saysWhatItCannotTake() {
        assertThatThrownBy(() -> decisionRegions(first(), iris()))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "decisionRegions: expected examples with two features, [examples, 2], got [150, 4]; take two of"
                                + " them, or embedding(net, data)");
        assertThatThrownBy(() -> decisionRegions(first(), dataset(rand(4, 2), rand(4))))
                .hasMessageStartingWith(
                        "decisionRegions: expected classes numbered 0, 1, 2, …, or −1 and 1, got the label 0.");
        assertThatThrownBy(() -> decisionRegions(first(), dataset(rand(4, 2), rand(4, 3))))
                .hasMessageContaining("got targets of shape [4, 3]; take argmax(1) of one-hot targets");
    }
}
