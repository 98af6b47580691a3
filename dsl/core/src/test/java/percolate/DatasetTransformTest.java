package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DatasetTransformTest {
    /** Six images of 2 × 2 pixels, each of one value, its number. */
    private final Dataset images = dataset(
            arange(6).reshape(6, 1, 1, 1).times(ones(1, 1, 2, 2)),
            tensor(0, 1, 0, 1, 2, 2).to(int64));

    private static double[] firsts(Tensor x) {
        return x.reshape(x.size(0), -1).get(":, 0").toDoubleArray();
    }

    @Test
    void mapChangesExamplesAndTargetsAsABatch() {
        var doubled = images.map(b -> b.withX(b.x().times(2)).withY(b.y().plus(1)));
        assertThat(firsts(doubled.x())).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(doubled.y().toLongArray()).containsExactly(1, 2, 1, 2, 3, 3);
        assertThat(firsts(images.mapX(x -> x.plus(1)).x())).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(images.mapY(y -> y.times(3)).y().toLongArray()).containsExactly(0, 3, 0, 3, 6, 6);
        assertOneSentence(() -> images.mapX(x -> x.get(0)), "mapX: ", "6", "[1, 2, 2]", "filter");
        assertOneSentence(() -> images.mapY(y -> y.sum()), "mapY: ", "6", "[]");
        assertOneSentence(() -> images.map(b -> images.take(1).batch()), "map: ", "6", "got 1", "filter");
    }

    @Test
    void filterAsksForEachExample() {
        var small = images.filter(b -> b.y().item() < 1);
        assertThat(firsts(small.x())).containsExactly(0, 2);
        assertThat(images.filter(b -> false).size()).isZero();
    }

    @Test
    void chosenClassesCountAnew() {
        var some = digits().ofClass(7, 3);
        assertThat(some.classes()).containsExactly("7", "3");
        assertThat(some.size()).isEqualTo(179 + 183);
        assertThat(some.y().eq(0).to(float32).sum().toInt()).isEqualTo(179);
        assertThat(firsts(images.ofClass(2, 1).x())).containsExactly(1, 3, 4, 5);
        assertThat(images.ofClass(2, 1).y().toLongArray()).containsExactly(1, 1, 0, 0);
        assertOneSentence(() -> images.ofClass(3), "ofClass: ", "[0, 1, 2]", "got 3");
        assertOneSentence(() -> dataset(rand(3, 1), rand(3, 1)).ofClass(0), "ofClass: ", "float32 [3, 1]", "int64");
        assertOneSentence(() -> dataset(rand(3, 1)).ofClass(0), "ofClass: ", "got none");
    }

    @Test
    void oneHotHasAsManyPlacesAsThereAreClasses() {
        assertThat(images.oneHot().y().get(4).toFloatArray()).containsExactly(0, 0, 1);
        assertThat(digits().ofClass(0, 1).take(1).oneHot().y().shape()).isEqualTo(Shape.of(1, 2));
    }

    @Test
    void concatAppends() {
        assertThat(firsts(images.take(2).concat(images.skip(4)).x())).containsExactly(0, 1, 4, 5);
        assertOneSentence(() -> images.concat(dataset(rand(2, 1, 2, 2))), "concat: ", "as many inputs and targets");
    }

    @Test
    void normalisingMakesMean0AndDeviation1() {
        var iris = iris().normalise();
        assertThat(iris.x().mean(0).isClose(0, 1e-5)).isTrue();
        var deviation = iris.x().square().mean(0).sqrt();
        assertThat(deviation.isClose(1, 1e-4)).isTrue();
        assertThat(iris.scaling().inverse(iris.x()).isClose(iris().x(), 1e-5)).isTrue();
        assertThat(iris.classes()).hasSize(3);
    }

    @Test
    void whatDoesNotVaryIsOnlyShifted() {
        var flat = dataset(tensor(new float[][] {{5, 1}, {5, 3}})).normalise();
        assertThat(flat.x().toFloatArray()).containsExactly(0, -1, 0, 1);
    }

    @Test
    void imagesAreNormalisedByChannel() {
        var colours = dataset(stack(full(1, 2, 2), full(10, 2, 2))
                .reshape(1, 2, 2, 2)
                .times(tensor(1, 3).reshape(2, 1, 1, 1)));
        var scaled = colours.normalise();
        assertThat(scaled.scaling().mean().toFloatArray()).containsExactly(2, 20);
        assertThat(scaled.scaling().deviation().toFloatArray()).containsExactly(1, 10);
        assertThat(scaled.x().isClose(colours.normalisePerChannel().x(), 0)).isTrue();
        var mean = colours.subtractMean();
        assertThat(mean.scaling().mean().shape()).isEqualTo(Shape.of(1, 2, 2, 2));
        assertThat(mean.x().mean(0).isClose(0, 0)).isTrue();
        assertOneSentence(() -> iris().normalisePerChannel(), "normalisePerChannel: ", "[150, 4]", "reshape");
        assertOneSentence(() -> text("abcabc").window(2).normalise(), "normalise: ", "int64");
        assertThatThrownBy(() -> iris().scaling()).hasMessageContaining("normalise()");
    }

    @Test
    void aSplitIsNormalisedByItsTrainingPart() {
        var split = iris().split(0.6, 0.2, 3);
        var scaled = split.normalise();
        assertThat(scaled.train().x().mean(0).isClose(0, 1e-5)).isTrue();
        assertThat(scaled.validation().x().mean(0).isClose(0, 1e-2)).isFalse();
        var train = split.train().x();
        var deviation = train.minus(train.mean(0)).square().mean(0).sqrt();
        var expected = split.test().x().minus(train.mean(0)).div(deviation);
        assertThat(scaled.test().x().isClose(expected, 1e-5)).isTrue();
        assertThat(scaled.test().scaling()).isEqualTo(scaled.train().scaling());
        assertThat(iris().split(1, 1).normalise().test().size()).isZero();
    }

    @Test
    void resizedImagesAreThoseOfPyTorch() {
        var fixture = Fixture.read("images", "resize.json");
        for (var name : List.of("smaller", "larger", "oblong")) {
            var expected = fixture.tensor(name);
            var resized = dataset(fixture.tensor("images")).resize(expected.size(2), expected.size(3));
            assertThat(resized.x().isClose(expected, 1e-5)).as(name).isTrue();
        }
        var masks = dataset(fixture.tensor("images"), fixture.tensor("masks")).resize(3, 4);
        assertThat(masks.y().isClose(fixture.tensor("smallerMasks"), 0)).isTrue();
        assertThat(masks.y().dtype()).isEqualTo(int64);
        assertThat(digits().resize(28, 28).x().shape()).isEqualTo(Shape.of(1797, 1, 28, 28));
        assertOneSentence(() -> iris().resize(2, 2), "resize: ", "images", "[150, 4]");
        assertOneSentence(() -> images.resize(0, 2), "resize: ", "got 0 and 2");
    }

    @Test
    void stratifiedPartsHaveAsMuchOfEachClass() {
        var split = iris().stratified().split(0.8, 0.1, 5);
        for (int species = 0; species < 3; species++) {
            assertThat(split.train().y().eq(species).to(float32).sum().toInt()).isEqualTo(40);
            assertThat(split.validation().y().eq(species).to(float32).sum().toInt())
                    .isEqualTo(5);
        }
        assertThat(split.train().take(40).y().toLongArray()).as("mixed").contains(0, 1, 2);
        for (var fold : iris().stratified().folds(5, 1)) {
            assertThat(fold.validation().y().eq(0).to(float32).sum().toInt()).isEqualTo(10);
        }
        assertOneSentence(() -> regressionLike().stratified(), "stratified: ", "labels");
    }

    private static Dataset regressionLike() {
        return dataset(rand(4, 1), rand(4, 1));
    }

    @Test
    void foldsValidateOnEachExampleOnce() {
        var data = dataset(arange(11).reshape(11, 1));
        var folds = data.folds(3, 4);
        assertThat(folds.stream().map(f -> f.validation().size())).containsExactly(4, 4, 3);
        assertThat(folds.stream()
                        .flatMapToLong(
                                f -> LongStream.of(f.validation().x().flatten().toLongArray()))
                        .sorted())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        for (var fold : folds) {
            var both = fold.train().concat(fold.validation()).x().flatten().toLongArray();
            assertThat(both).doesNotHaveDuplicates().hasSize(11);
            assertThat(fold.test().size()).isZero();
        }
        assertOneSentence(() -> data.folds(1, 1), "folds: ", "2 to 11", "got 1");
        assertOneSentence(() -> data.folds(12, 1), "folds: ", "got 12");
    }

    @Test
    void episodesAskAboutTheClassesTheyShow() {
        var data = digits();
        int count = 0;
        for (var episode : data.episodes(5, 1, 15, 42)) {
            count++;
            assertThat(episode.support().x().shape()).isEqualTo(Shape.of(5, 1, 8, 8));
            assertThat(episode.query().x().shape()).isEqualTo(Shape.of(75, 1, 8, 8));
            assertThat(episode.support().y().toLongArray()).containsExactly(0, 1, 2, 3, 4);
            assertThat(Arrays.stream(episode.query().y().toLongArray()).distinct())
                    .containsExactly(0L, 1L, 2L, 3L, 4L);
        }
        assertThat(count).isEqualTo(1797 / 80);
    }

    @Test
    void episodesShareNoExampleAndRepeatBySeed() {
        var data = dataset(arange(40).reshape(40, 1), arange(40).div(10).to(int64));
        for (var episode : data.episodes(3, 2, 4, 7)) {
            var support = episode.support().x().flatten();
            var query = episode.query().x().flatten();
            assertThat(concat(0, support, query).toLongArray()).doesNotHaveDuplicates();
            for (int way = 0; way < 3; way++) {
                int tens = (int) support.get(2 * way).item() / 10;
                var its = IntStream.range(4 * way, 4 * way + 4)
                        .mapToObj(i -> (int) query.get(i).item() / 10);
                assertThat(its).containsOnly(tens);
            }
        }
        var once = data.episodes(3, 2, 4, 7).iterator().next();
        var again = data.episodes(3, 2, 4, 7).iterator().next();
        assertThat(once.query().x().isClose(again.query().x(), 0)).isTrue();
        assertOneSentence(() -> data.episodes(5, 2, 4, 7), "episodes: ", "5 classes with 6", "got 4");
        assertOneSentence(() -> data.episodes(1, 2, 4, 7), "episodes: ", "2 classes or more");
    }

    @Test
    void pairsAreByTurnsOfOneClassAndOfTwo() {
        var data = dataset(arange(40).reshape(40, 1), arange(40).div(10).to(int64));
        var pairs = data.pairs(3);
        assertThat(pairs.inputs()).hasSize(2);
        assertThat(pairs.y().dtype()).isEqualTo(float32);
        for (int i = 0; i < 40; i++) {
            int a = (int) pairs.inputs().get(0).get(i, 0).item();
            int b = (int) pairs.inputs().get(1).get(i, 0).item();
            assertThat(a).isNotEqualTo(b);
            assertThat(a / 10 == b / 10).isEqualTo(pairs.y().get(i).item() == 1).isEqualTo(i % 2 == 0);
        }
        assertThat(data.pairs(3).inputs().get(1).isClose(pairs.inputs().get(1), 0))
                .isTrue();
        assertThat(data.pairs(4).inputs().get(1).isClose(pairs.inputs().get(1), 0))
                .isFalse();
        assertOneSentence(() -> data.take(10).pairs(1), "pairs: ", "no class but 0");
        assertOneSentence(() -> data.skip(9).triplets(1), "triplets: ", "single one of class 0");
    }

    @Test
    void tripletsHaveAPositiveAndANegative() {
        var data = dataset(arange(40).reshape(40, 1), arange(40).div(10).to(int64));
        var triplets = data.triplets(3);
        assertThat(triplets.targets()).isEmpty();
        var x = triplets.batch();
        for (int i = 0; i < 40; i++) {
            int anchor = (int) x.x(0).get(i, 0).item();
            int same = (int) x.x(1).get(i, 0).item();
            assertThat(same).isNotEqualTo(anchor);
            assertThat(same / 10).isEqualTo(anchor / 10);
            assertThat((int) x.x(2).get(i, 0).item() / 10).isNotEqualTo(anchor / 10);
        }
    }

    @Test
    void anAutoencoderLearnsCleanExamplesFromCorruptedOnes() {
        var data = dataset(ones(50, 40), arange(50).to(int64)).asAutoencoder();
        assertThat(data.y().isClose(data.x(), 0)).isTrue();
        var noisy = data.corrupt(0.3);
        assertThat(noisy.y().isClose(1, 0)).isTrue();
        double share = 1 - noisy.x().mean().item();
        assertThat(share).isBetween(0.25, 0.35);
        assertThat(noisy.x().isClose(noisy.x(), 0)).isTrue();
        assertThat(noisy.drawn(new long[] {0, 1}, 1, 0)
                        .x()
                        .isClose(noisy.drawn(new long[] {0, 1}, 1, 1).x(), 0))
                .as("other elements in another epoch")
                .isFalse();
        assertThat(digits().asAutoencoder().classes()).isEmpty();
        assertOneSentence(() -> data.corrupt(1), "corrupt: ", "below 1", "got 1");
        assertOneSentence(() -> text("abcabc").window(2).corrupt(0.1), "corrupt: ", "int64");
    }

    @Test
    void windowsOfRowsForetellTheNext() {
        var series = dataset(arange(10).reshape(10, 1));
        var pieces = series.window(4);
        assertThat(pieces.x().shape()).isEqualTo(Shape.of(2, 4, 1));
        assertThat(pieces.x().flatten().toLongArray()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(pieces.y().flatten().toLongArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        var sliding = series.window(4, 2);
        assertThat(sliding.size()).isEqualTo(5);
        assertThat(sliding.x().get(4).flatten().toLongArray()).containsExactly(4, 5, 6, 7);
        assertThat(sliding.y().flatten().toLongArray()).containsExactly(5, 6, 7, 8, 9);
        assertOneSentence(() -> series.window(10), "window(10): ", "11 rows", "got 10");
        assertOneSentence(() -> series.window(0), "window(0): ", "1 or more");
        assertOneSentence(() -> series.window(9, 2), "window(9, 2): ", "11 rows");
    }

    @Test
    void aStreamGoesOnFromBatchToBatch() {
        var series = dataset(arange(26).reshape(26, 1)).window(3).stream(2);
        assertThat(series.size()).isEqualTo(8);
        var before = new float[] {-1, 11};
        for (var batch : series.batches(2)) {
            for (int i = 0; i < 2; i++) {
                assertThat(batch.x().get(i, 0, 0).item()).isEqualTo(before[i] + 1);
                before[i] = batch.x().get(i, 2, 0).item();
            }
        }
        assertOneSentence(() -> series.stream(9), "stream: ", "1 to 8", "got 9");
    }

    @Test
    void rowsNameExamples() {
        assertThat(firsts(images.rows(5, 0, 5).x())).containsExactly(5, 0, 5);
        assertOneSentence(() -> images.rows(6), "rows: ", "0 to 5", "got 6");
    }

    @Test
    void batchesOfOtherInputsAndTargetsKeepTheRest() {
        var batch = new Batch(List.of(ones(2, 1), zeros(2, 3)), List.of(ones(2), zeros(2)), List.of("a", "b"));
        assertThat(batch.withX(full(5, 2, 1)).inputs()).hasSize(2);
        assertThat(batch.withX(full(5, 2, 1)).x(1).shape()).isEqualTo(Shape.of(2, 3));
        assertThat(batch.withY(full(7, 2)).y("a").toFloatArray()).containsExactly(7, 7);
        assertThat(batch.mask().toFloatArray()).containsExactly(1, 1);
        assertThat(new Batch(List.of(ones(2, 1)), List.of(), List.of())
                        .withY(ones(2))
                        .y()
                        .shape())
                .isEqualTo(Shape.of(2));
    }
}
