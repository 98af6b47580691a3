package percolate.plotting.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.flatten;
import static percolate.Percolate.full;
import static percolate.Percolate.input;
import static percolate.Percolate.iris;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.embedding;
import static percolate.plotting.Pictures.neighbours;

import java.util.List;
import org.junit.jupiter.api.Test;
import percolate.ShapeException;

class EmbeddedTest {
    private static Embedded words() {
        return embedding(
                tensor(new float[][] {{1, 0}, {1, 1}, {0, 2}, {-3, 0}}), List.of("east", "northeast", "north", "west"));
    }

    @Test
    void neighboursAreRankedByTheCosine() {
        var nearest = neighbours(words(), "east").nearest();

        assertThat(nearest).extracting(Neighbours.Neighbour::word).containsExactly("northeast", "north", "west");
        assertThat(nearest.get(0).cosine()).isCloseTo(Math.sqrt(0.5), within(1e-7));
        assertThat(nearest.get(2).cosine()).isCloseTo(-1, within(1e-7));
        assertThat(neighbours(words(), "east").alt())
                .isEqualTo("words nearest to east: northeast (0.71), north (0), west (-1)");
    }

    @Test
    void anUnknownWordIsNamed() {
        assertThatThrownBy(() -> neighbours(words(), "up"))
                .hasMessage(
                        "neighbours: expected one of the 4 words, such as [east, northeast, north, west], got \"up\"");
        assertThatThrownBy(() -> neighbours(embedding(sequential(input(4), dense(2)), iris()), "up"))
                .hasMessageContaining("expected an embedding of words");
    }

    @Test
    void componentsKeepDistances() {
        var places = Projection.pca(words().vectors()).places();
        double across = places[0][0] - places[0][3];
        double up = places[1][0] - places[1][3];

        assertThat(Math.hypot(across, up)).isCloseTo(4, within(1e-5));
    }

    @Test
    void everyPointTellsWhichItIs() {
        var picture = embedding(sequential(input(4), dense(2)), iris().take(60)).pca();
        var size = picture.picture().size();

        assertThat(picture.hovers()).hasSize(60);
        assertThat(picture.hovers().get(0).title()).isEqualTo("example 0, setosa");
        assertThat(picture.hovers())
                .allMatch(it -> it.x() > 0 && it.x() < size.width() && it.y() > 0 && it.y() < size.height());
        assertThat(picture.title("Iris").hovers().get(0).y())
                .as("a title moves them down")
                .isGreaterThan(0);
    }

    @Test
    void drawsInSpaceAndWithImages() {
        var net = sequential(input(1, 8, 8), flatten(), dense(4).named("code"), dense(10));
        var code = embedding(net.upTo("code"), digits().take(30));

        assertThat(code.in3d().alt()).startsWith("30 points in space along component 1, ");
        assertThat(code.in3d().hovers()).hasSize(30);
        assertThat(code.images().alt()).contains("as images");
        assertThat(words().in3d().alt()).startsWith("4 points in space");
    }

    @Test
    void unfoldsNeighbours() {
        assertThat(embedding(sequential(input(4), dense(3)), iris().take(40))
                        .tsne()
                        .alt())
                .startsWith("t-SNE 2 over t-SNE 1: setosa of 40 points");
    }

    @Test
    void saysWhatItCannotTake() {
        assertThatThrownBy(() -> embedding(full(1, 2, 2), List.of("a", "b", "c")))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining(
                        "expected a vector for each of three words or more, [words, dimensions], got [2, 2] for 3");
        assertThatThrownBy(() -> embedding(full(Double.NaN, 3, 2), List.of("a", "b", "c")))
                .hasMessageContaining("expected finite numbers, got NaN; the training diverged");
        assertThatThrownBy(() -> words().images()).hasMessageContaining("expected examples that are images, got words");
        assertThatThrownBy(() -> embedding(sequential(input(4), dense(2)), iris().take(2)))
                .hasMessage("embedding: expected three examples or more, got 2");
    }
}
