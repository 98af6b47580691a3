package percolate.plotting.space;

import static percolate.Percolate.adam;
import static percolate.Percolate.dataset;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.flatten;
import static percolate.Percolate.input;
import static percolate.Percolate.int64;
import static percolate.Percolate.iris;
import static percolate.Percolate.linspace;
import static percolate.Percolate.randn;
import static percolate.Percolate.seed;
import static percolate.Percolate.sequential;
import static percolate.Percolate.sgd;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.decisionRegions;
import static percolate.plotting.Pictures.embedding;
import static percolate.plotting.Pictures.lossSurface;
import static percolate.plotting.Pictures.neighbours;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import percolate.Dataset;
import percolate.Model;
import percolate.plotting.Gallery;

class SpaceGalleryTest {
    static Dataset ring() {
        seed(1);
        var x = randn(120, 2);
        return dataset(x, x.square().sum(1).gt(1.2).to(int64));
    }

    static Model bend() {
        seed(2);
        return sequential(input(2), dense(8).tanh(), dense(2));
    }

    /** Two weights, of which y = 2x + 0.5 is the best. */
    static Model line() {
        return sequential(input(1), dense(1))
                .weights(Map.of(
                        "dense1.weight", tensor(new float[][] {{-1.5f}}),
                        "dense1.bias", tensor(2f).reshape(1)));
    }

    static Dataset onLine() {
        var x = linspace(-1, 1, 20).reshape(20, 1);
        return dataset(x, x.times(2).plus(0.5));
    }

    private static LossSurface race() {
        return lossSurface(line(), onLine()).paths(sgd(0.1), sgd(0.05).momentum(0.9), adam(0.2));
    }

    private static RegionFilm film() {
        var net = bend();
        var film = decisionRegions(net, ring()).film().add("before");
        for (int look = 1; look <= 3; look++) {
            net.train(ring())
                    .optimizer(adam(0.03))
                    .epochs(5)
                    .seed(1)
                    .threads(1)
                    .quiet()
                    .fit();
            film.add("epoch " + 5 * look);
        }
        return film;
    }

    private static Embedded code() {
        seed(3);
        var net = sequential(input(1, 8, 8), flatten(), dense(5).tanh().named("code"), dense(10));
        return embedding(net.upTo("code"), digits().take(120));
    }

    private static Embedded words() {
        seed(4);
        return embedding(randn(6, 4), List.of("king", "queen", "man", "woman", "a rather long word", "cat"));
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        return Gallery.of("space")
                .add("regions", () -> decisionRegions(bend(), ring())
                        .title("Before training")
                        .picture())
                .add("regions-film", () -> film().picture())
                .add("loss-two-weights", () -> race().picture())
                .add("loss-random-plane", () -> lossSurface(bend(), ring()).picture())
                .add("loss-principal-plane", () -> lossSurface(bend(), ring())
                        .paths(sgd(0.5), adam(0.05))
                        .steps(15)
                        .picture())
                .add("embedding", () -> code().picture())
                .add("embedding-images", () -> code().images().picture())
                .add("embedding-3d", () -> code().in3d().picture())
                .add("embedding-iris", () -> embedding(sequential(input(4), dense(2)), iris())
                        .picture())
                .add("embedding-words", () -> words().picture())
                .add("neighbours", () -> neighbours(words(), "king").picture())
                .tests();
    }
}
