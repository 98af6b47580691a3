package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Fixture.assertClose;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Components and clusters against scikit-learn's, neighbours in the plane against those of the examples. */
class AnalysisTest {
    private static final Fixture PCA = Fixture.read("analysis", "pca.json");
    private static final Fixture CLUSTERS = Fixture.read("analysis", "kMeans.json");

    @Test
    void componentsAreScikitLearns() {
        var x = PCA.tensor("input");
        var found = pca(x).components(3);
        assertClose(found.directions(), PCA.tensor("directions"), "directions");
        assertClose(found.variance(), PCA.tensor("variance"), "variance");
        assertClose(found.explained(), PCA.tensor("explained"), "explained");
        assertClose(found.transform(x), PCA.tensor("coordinates"), "coordinates");
        assertClose(found.inverse(found.transform(x)), PCA.tensor("inverse"), "inverse");
        assertClose(pca(x, 3), PCA.tensor("coordinates"), "pca(x, 3)");
    }

    @Test
    void allComponentsGiveImagesBackAndExplainAll() {
        var images = digits().x().slice(0, 0, 100);
        var found = pca(images);
        assertThat(found.size()).isEqualTo(64);
        assertThat(found.inverse(found.transform(images)).isClose(images, 1e-5)).isTrue();
        assertThat((double) found.explained().sum().item()).isCloseTo(1, within(1e-5));
        assertThat(found.toString()).startsWith("pca of 64 features: 64 components explain ");
    }

    @Test
    void d3TwoComponentsOfTheDigitsExplainAQuarter() {
        var found = pca(digits().x()).components(2);
        assertThat((double) found.explained().sum().item()).isBetween(0.25, 0.32);
        assertThat(found.transform(digits().x()).shape()).isEqualTo(Shape.of(1797, 2));
    }

    @Test
    void mistakesWithComponentsAreAnsweredInWords() {
        assertOneSentence(() -> pca(rand(3)), "pca: ", "[n, …]", "[3]");
        assertOneSentence(() -> pca(rand(1, 3)), "pca: ", "2 or more", "[1, 3]");
        assertOneSentence(() -> pca(rand(5, 3), 4), "pca.components: ", "1 to 3", "got 4");
        assertOneSentence(() -> pca(rand(5, 3)).transform(rand(2, 4)), "pca.transform: ", "[2, 3]", "[2, 4]");
        assertOneSentence(
                () -> pca(rand(5, 3), 2)
                        .dtype()
                        .toString()
                        .concat(pca(rand(5, 3)).inverse(rand(2, 2)) + ""),
                "pca.inverse: ",
                "[n, 3]",
                "[2, 2]");
        assertOneSentence(() -> pca(tensor(1, Double.NaN, 2, 3).reshape(2, 2)), "pca: ", "finite", "NaN");
    }

    @Test
    void clustersFromTheSameCentresAreScikitLearns() {
        var found = kMeans(CLUSTERS.tensor("input"), CLUSTERS.tensor("start"));
        assertClose(found.centres(), CLUSTERS.tensor("centres"), "centres");
        assertThat(found.labels().toLongArray())
                .containsExactly(CLUSTERS.tensor("labels").toLongArray());
        assertThat(found.inertia()).isCloseTo(CLUSTERS.number("inertia"), within(1e-3));
    }

    @Test
    void theHistoryOfCentresLeadsFromTheStartToTheEndAndInertiaFalls() {
        var x = CLUSTERS.tensor("input");
        var found = kMeans(x, CLUSTERS.tensor("start"));
        assertThat(found.history()).hasSizeGreaterThan(2);
        assertThat(found.history().get(0).isClose(CLUSTERS.tensor("start"), 0)).isTrue();
        assertThat(found.history().get(found.history().size() - 1).isClose(found.centres(), 0))
                .isTrue();
        var inertias = found.history().stream()
                .mapToDouble(centres -> cdist(x, centres).min(1).square().sum().item())
                .toArray();
        assertThat(inertias).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(found.predict(x).toLongArray())
                .containsExactly(found.labels().toLongArray());
    }

    @Test
    void aSeedRepeatsAndFindsClustersThatLieApart() {
        seed(5);
        var x = concat(0, randn(30, 2), randn(30, 2).plus(20), randn(30, 2).minus(20));
        for (long seed = 1; seed <= 3; seed++) {
            var labels = kMeans(x, 3, seed).labels().toLongArray();
            assertThat(kMeans(x, 3, seed).labels().toLongArray()).containsExactly(labels);
            for (int group = 0; group < 3; group++) {
                assertThat(Arrays.stream(labels, 30 * group, 30 * group + 30)
                                .distinct()
                                .count())
                        .isEqualTo(1);
            }
            assertThat(Arrays.stream(labels).distinct().count()).isEqualTo(3);
        }
    }

    @Test
    void aCentreWithoutExamplesGoesToTheFurthestOne() {
        var x = tensor(0, 1, 10, 30).reshape(4, 1);
        var found = kMeans(x, tensor(0, 1000).reshape(2, 1));
        assertThat(found.centres().toFloatArray()).containsExactlyInAnyOrder(11f / 3, 30);
        assertThat(kMeans(ones(4, 2), 3, 1).inertia()).isZero();
        assertThat(kMeans(digits().x().slice(0, 0, 50), 5, 1).centres().shape()).isEqualTo(Shape.of(5, 1, 8, 8));
    }

    @Test
    void mistakesWithClustersAreAnsweredInWords() {
        assertOneSentence(() -> kMeans(rand(5, 2), 0, 1), "kMeans: ", "1 to 5", "got 0");
        assertOneSentence(() -> kMeans(rand(5, 2), 6, 1), "kMeans: ", "1 to 5", "got 6");
        assertOneSentence(() -> kMeans(rand(5, 2), rand(2, 3)), "kMeans: ", "[2]", "[2, 3]");
        assertOneSentence(() -> kMeans(rand(5, 2), 2, 1).predict(rand(2, 3)), "kMeans.predict: ", "[2]", "[3]");
    }

    /**
     * 1 less what the points' neighbours are away among the examples' own: Venna and Kaski's trustworthiness, 1 where all k
     * neighbours are neighbours.
     */
    private static double trustworthiness(Tensor x, Tensor points, int k) {
        int n = x.size(0);
        var near = sorted(cdist(points, points));
        var real = sorted(cdist(x.reshape(n, x.size() / n), x.reshape(n, x.size() / n)));
        double penalty = 0;
        for (int i = 0; i < n; i++) {
            var ranks = new int[n];
            for (int rank = 0; rank < n; rank++) {
                ranks[(int) real[i][rank]] = rank;
            }
            for (int j = 1; j <= k; j++) {
                penalty += Math.max(0, ranks[(int) near[i][j]] - k);
            }
        }
        return 1 - penalty * 2 / (n * (double) k * (2 * n - 3 * k - 1));
    }

    /** The numbers of all rows for each, itself first and then the nearest. */
    private static long[][] sorted(Tensor distances) {
        var rows = distances.toFloatMatrix();
        return IntStream.range(0, rows.length)
                .mapToObj(i -> IntStream.range(0, rows.length)
                        .boxed()
                        .sorted(Comparator.comparing((Integer j) -> j == i ? -1 : rows[i][j]))
                        .mapToLong(j -> j)
                        .toArray())
                .toArray(long[][]::new);
    }

    @Test
    void d3NeighboursOfTheDigitsStayNeighboursInThePlane() {
        var x = digits().x().slice(0, 0, 200);
        var points = tsne(x).perplexity(15).steps(400).seed(1).embedding();
        assertThat(points.shape()).isEqualTo(Shape.of(200, 2));
        assertThat(trustworthiness(x, points, 5)).isGreaterThan(0.98);
        assertThat(trustworthiness(x, rand(200, 2), 5)).isLessThan(0.7);
    }

    @Test
    void theSameSeedGivesTheSamePointsAndAnotherOneOthers() {
        var x = rand(40, 3);
        var points = tsne(x).perplexity(5).steps(50).seed(1).embedding();
        assertThat(tsne(x).perplexity(5).steps(50).seed(1).embedding().isClose(points, 0))
                .isTrue();
        assertThat(tsne(x).perplexity(5).steps(50).seed(2).embedding().isClose(points, 1e-6))
                .isFalse();
        assertThat(tsne(x, 3).shape()).isEqualTo(Shape.of(40, 3));
    }

    @Test
    void mistakesWithNeighboursAreAnsweredInWords() {
        assertOneSentence(() -> tsne(rand(5, 2)), "tsne: ", "7 or more", "[5, 2]");
        assertOneSentence(() -> tsne(zeros(10_001, 1)), "tsne: ", "up to 10000", "10001", "sample");
        assertOneSentence(() -> tsne(rand(31, 2)).perplexity(11), "tsne.perplexity: ", "10", "31 examples", "got 11");
        assertOneSentence(() -> tsne(rand(31, 2)).dimensions(4), "tsne.dimensions: ", "2 or 3", "got 4");
        assertOneSentence(() -> tsne(rand(31, 2)).steps(0), "tsne.steps: ", "got 0");
    }

    @Test
    void anInterruptEndsTheSearchForPoints() {
        var asked = tsne(rand(100, 3)).steps(1_000_000);
        Thread.currentThread().interrupt();
        assertOneSentence(asked::embedding, "tsne: ", "interrupted");
        assertThat(Thread.interrupted()).as("the interrupt stays").isTrue();
    }

    @Test
    void boxesOverlapByTheirCommonPart() {
        var boxes = tensor(0, 0, 2, 2, 1, 1, 3, 3, 5, 5, 6, 6).reshape(3, 4);
        var found = boxIou(boxes, boxes);
        assertThat(found.isClose(tensor(1, 1 / 7f, 0, 1 / 7f, 1, 0, 0, 0, 1).reshape(3, 3), 1e-6))
                .isTrue();
        assertThat(boxIou(zeros(1, 4), zeros(1, 4)).item()).isZero();
        assertThat(boxIou(boxes, tensor(0, 0, 3, 3).reshape(1, 4)).shape()).isEqualTo(Shape.of(3, 1));
    }

    @Test
    void boxesThatOverlapABetterOneAreDropped() {
        var boxes =
                tensor(0, 0, 10, 10, 1, 1, 11, 11, 20, 20, 30, 30, 0, 0, 10, 9).reshape(4, 4);
        var scores = tensor(0.9, 0.8, 0.7, 0.95);
        assertThat(nonMaxSuppression(boxes, scores, 0.5).toLongArray()).containsExactly(3, 2);
        assertThat(nonMaxSuppression(boxes, scores, 0.7).toLongArray()).containsExactly(3, 1, 2);
        assertThat(nonMaxSuppression(boxes, scores, 1).toLongArray()).containsExactly(3, 0, 1, 2);
        assertThat(nonMaxSuppression(zeros(0, 4), zeros(0), 0.5).shape()).isEqualTo(Shape.of(0));
    }

    @Test
    void aBoxThatWasDroppedDropsNone() {
        var boxes = tensor(0, 0, 4, 1, 1, 0, 5, 1, 2, 0, 6, 1).reshape(3, 4);
        assertThat(nonMaxSuppression(boxes, tensor(3, 2, 1), 0.5).toLongArray()).containsExactly(0, 2);
    }

    @Test
    void mistakesWithBoxesAreAnsweredInWords() {
        assertOneSentence(() -> boxIou(rand(4), rand(1, 4)), "boxIou: ", "[n, 4]", "[4]");
        assertOneSentence(() -> boxIou(tensor(3, 0, 1, 1).reshape(1, 4), zeros(1, 4)), "boxIou: ", "x₁ ≤ x₂", "row 0");
        assertOneSentence(() -> nonMaxSuppression(zeros(2, 4), zeros(3), 0.5), "nonMaxSuppression: ", "2 boxes", "[3]");
        assertOneSentence(
                () -> nonMaxSuppression(zeros(2, 4), zeros(2), 50), "nonMaxSuppression: ", "between 0 and 1", "50");
    }
}
