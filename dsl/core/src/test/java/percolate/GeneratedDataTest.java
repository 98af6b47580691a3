package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedDataTest {
    static Stream<Arguments> seeded() {
        return Stream.of(
                of("moons", s -> moons(20, 0.1, s)),
                of("circles", s -> circles(20, 0.1, s)),
                of("spirals", s -> spirals(20, 0.1, s)),
                of("gaussians", s -> gaussians(20, 0.1, s)),
                of("regression", s -> regression(20, 0.1, s)),
                of("shapes", s -> shapes(20, s).side(16)),
                of("masks", s -> shapes(20, s).side(16).masks()),
                of("boxes", s -> shapes(20, s).side(16).boxes(2)),
                of("captions", s -> shapes(20, s).side(16).captions()),
                of("balls", s -> balls(20, s)),
                of("balls' images", s -> balls(20, s).images()),
                of("waves", s -> waves(20, s)),
                of("dna", s -> dna(20, s)),
                of("reviews", s -> reviews(20, s)),
                of("numberWords", s -> numberWords(20, s)));
    }

    private static Arguments of(String name, LongFunction<Dataset> data) {
        return Arguments.of(name, data);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeded")
    void aSeedMakesTheSameDataAndAnotherOneOther(String name, LongFunction<Dataset> data) {
        seed(5);
        var drawn = rand(3);
        seed(5);
        var once = data.apply(1);
        var again = data.apply(1);
        assertThat(once.size()).isEqualTo(20);
        assertThat(once.x().isClose(again.x(), 0)).isTrue();
        assertThat(once.y().isClose(again.y(), 0)).isTrue();
        assertThat(once.x().isClose(data.apply(2).x(), 0)).isFalse();
        assertThat(rand(3).isClose(drawn, 0))
                .as("the session's stream is left alone")
                .isTrue();
        assertThat(once.rows(3, 1)
                        .batch()
                        .y()
                        .isClose(stack(once.y().get(3), once.y().get(1)), 0))
                .isTrue();
    }

    @Test
    void xorIsItsTruthTable() {
        var table = xor();
        for (var row : table.batches(1)) {
            float a = row.x().get(0, 0).item();
            float b = row.x().get(0, 1).item();
            assertThat(row.y().item()).isEqualTo(a != b ? 1 : 0);
        }
        assertThat(table.y().shape()).isEqualTo(Shape.of(4, 1));
    }

    /** Each point of a class obeys its formula where there is no noise. */
    @Test
    void pointsLieOnTheirCurves() {
        for (var batch : moons(50, 0, 1).batches(1)) {
            double x = batch.x().get(0, 0).item();
            double y = batch.x().get(0, 1).item();
            boolean upper = batch.y().toInt() == 0;
            double radius = upper ? Math.hypot(x, y) : Math.hypot(1 - x, 0.5 - y);
            assertThat(radius).isCloseTo(1, within(1e-5));
            assertThat(upper ? y >= -1e-6 : y <= 0.5 + 1e-6).isTrue();
        }
        var circles = circles(50, 0, 1);
        var radii = circles.x().norm(1);
        assertThat(radii.isClose(circles.y().to(float32).times(-0.5).plus(1), 1e-5))
                .isTrue();
        assertThat(cdist(circles.x(), circles.x()).plus(eye(50)).min().item())
                .as("no point twice")
                .isPositive();
        for (var batch : spirals(50, 0, 1).batches(1)) {
            double t = batch.x().norm().item();
            double angle = 3.5 * Math.PI * t + Math.PI * batch.y().toInt();
            assertThat((double) batch.x().get(0, 0).item()).isCloseTo(t * Math.sin(angle), within(1e-4));
        }
        var curve = regression(50, 0, 1);
        assertThat(curve.y().isClose(curve.x().times(3).sin(), 1e-5)).isTrue();
        assertThat(curve.x().abs().max().item()).isBetween(0.8f, 1f);
    }

    @Test
    void noiseHasItsDeviation() {
        var clouds = gaussians(4000, 0.3, 2);
        var off = clouds.x().minus(clouds.y().to(float32).times(2).minus(1).unsqueeze(1));
        assertThat(off.std().item()).isCloseTo(0.3f, within(0.01f));
        assertThat(off.mean().item()).isCloseTo(0, within(0.02f));
        assertThat(clouds.y().to(float32).mean().item()).isEqualTo(0.5f);
        var curve = regression(4000, 0.2, 3);
        assertThat(curve.y().minus(curve.x().times(3).sin()).std().item()).isCloseTo(0.2f, within(0.01f));
    }

    @Test
    void aShapesLabelIsItsKind() {
        var data = shapes(60, 1);
        assertThat(data.x().shape()).isEqualTo(Shape.of(60, 3, 64, 64));
        assertThat(data.classes()).containsExactly("circle", "square", "triangle");
        assertThat(data.y().toLongArray()).contains(0, 1, 2);
        assertThat(data.x().min().item()).isNotNegative();
        assertThat(data.x().max().item()).isLessThanOrEqualTo(1);
        assertThat(data.side(32).x().shape()).isEqualTo(Shape.of(60, 3, 32, 32));
        assertThat(data.split(0.5, 1).train().size()).isEqualTo(30);
    }

    /** How much of its box a shape fills: π/4 of a circle's, all of a square's, half of a triangle's. */
    @Test
    void masksHaveTheShapesAreas() {
        var scenes = shapes(60, 3).boxes(1);
        var images = scenes.x();
        for (int i = 0; i < 60; i++) {
            double box = 4096.0
                    * scenes.y().get(i, 3, 0, 0).item()
                    * scenes.y().get(i, 4, 0, 0).item();
            int kind = scenes.y().get(i).slice(0, 5, 8).flatten().argmax().toInt();
            var ground = images.get(i, 0, 0, 0).item();
            double covered = images.get(i)
                    .minus(ground)
                    .abs()
                    .max(0)
                    .gt(0.05)
                    .to(float32)
                    .sum()
                    .item();
            double expected = new double[] {Math.PI / 4, 1, 0.5}[kind] * box;
            assertThat(covered).isBetween(0.9 * expected, 1.1 * expected + 4 * Math.sqrt(box));
        }
        var masks = shapes(60, 3).masks();
        assertThat(masks.y().shape()).isEqualTo(Shape.of(60, 64, 64));
        assertThat(masks.y().dtype()).isEqualTo(int64);
        assertThat(masks.y().max().toInt()).isEqualTo(3);
        var ground = masks.y().eq(0).to(float32);
        assertThat(ground.mean().item()).isBetween(0.7f, 0.95f);
        var corner = masks.x().slice(1, 0, 1).squeeze(1);
        var brightest = where(ground.gt(0.5), corner, zeros(1)).max();
        assertThat(brightest.item())
                .as("the ground is grey, and little of a shape")
                .isLessThan(0.7f);
    }

    @Test
    void edgesAreSmooth() {
        var data = shapes(1, 4).side(128);
        var levels = data.x().get(0, 0).flatten().sort(0);
        long different = Arrays.stream(levels.toDoubleArray()).distinct().count();
        assertThat(different).isBetween(6L, 18L);
    }

    @Test
    void boxesLieWhereTheShapesAre() {
        var data = shapes(40, 5).boxes(7);
        assertThat(data.x().shape()).isEqualTo(Shape.of(40, 3, 112, 112));
        assertThat(data.y().shape()).isEqualTo(Shape.of(40, 8, 7, 7));
        assertThat(shapes(1, 5).boxes(1).x().shape()).isEqualTo(Shape.of(1, 3, 64, 64));
        var y = data.y();
        var present = y.get(":, 0");
        assertThat(present.isClose(y.slice(1, 5, 8).sum(1), 0))
                .as("one kind for each")
                .isTrue();
        assertThat(present.sum(1, 2).max().item()).isBetween(2f, 3f);
        for (int i = 0; i < 40; i++) {
            var box = y.get(i).toFloatArray();
            var image = data.x().get(i).toFloatArray();
            for (int cell = 0; cell < 49; cell++) {
                if (box[cell] == 1) {
                    int column = (int) ((cell % 7 + box[49 + cell]) / 7 * 112);
                    int row = (int) ((Math.floorDiv(cell, 7) + box[98 + cell]) / 7 * 112);
                    int red = row * 112 + column;
                    float green = image[red + 112 * 112];
                    assertThat(Math.abs(image[red] - green) + Math.abs(green - image[red + 2 * 112 * 112]))
                            .as("coloured in the middle")
                            .isGreaterThan(0.3f);
                }
            }
        }
        assertOneSentence(() -> shapes(2, 1).boxes(0), "shapes.boxes: ", "got 0");
        assertOneSentence(() -> shapes(0, 1).x(), "shapes: ", "got 0");
        assertOneSentence(() -> shapes(2, 1).side(4), "shapes.side: ", "got 4");
    }

    @Test
    void captionsSayWhatIsSeen() {
        var data = shapes(80, 6).captions();
        var v = data.vocabulary();
        assertThat(data.inputs()).hasSize(2);
        assertThat(data.x().shape()).isEqualTo(Shape.of(80, 3, 64, 64));
        for (int i = 0; i < 80; i++) {
            var said = v.decode(data.y().get(i));
            assertThat(said)
                    .matches("a (small|large) \\w+ (circle|square|triangle)"
                            + "( (left of|right of|above|below) a (small|large) \\w+ (circle|square|triangle))?");
            assertThat(v.decode(data.inputs().get(1).get(i))).isEqualTo(said);
        }
        assertThat(data.batch().mask().sum().item())
                .isLessThan(data.batch().mask().size());
    }

    @Test
    void ballsBounceAndFlyStraight() {
        var data = balls(100, 7);
        assertThat(data.x().shape()).isEqualTo(Shape.of(100, 6, 2));
        assertThat(data.y().shape()).isEqualTo(Shape.of(100, 2));
        assertThat(data.x().min().item()).isNotNegative();
        assertThat(data.x().max().item()).isLessThanOrEqualTo(1);
        var path = concat(1, data.x(), data.y().unsqueeze(1));
        var bend = path.slice(1, 2, 7)
                .minus(path.slice(1, 1, 6).times(2))
                .plus(path.slice(1, 0, 5))
                .abs();
        assertThat(bend.lt(1e-5).to(float32).mean().item())
                .as("straight but at walls")
                .isGreaterThan(0.7f);
        var images = balls(100, 7).images();
        assertThat(images.x().shape()).isEqualTo(Shape.of(100, 6, 1, 16, 16));
        assertThat(images.y().isClose(data.y(), 0)).isTrue();
        int brightest = images.x().get(3, 2, 0).flatten().argmax().toInt();
        assertThat((brightest % 16 + 0.5) / 16).isCloseTo(data.x().get(3, 2, 0).item(), within(0.04));
        assertThat((Math.floorDiv(brightest, 16) + 0.5) / 16)
                .isCloseTo(data.x().get(3, 2, 1).item(), within(0.04));
    }

    @Test
    void wavesHaveTheirForms() {
        var data = waves(60, 8);
        assertThat(data.x().shape()).isEqualTo(Shape.of(60, 128, 1));
        for (int i = 0; i < 60; i++) {
            // The mean square of a sine is ½, of a square 1, of a sawtooth ⅓, and of the noise 0.01.
            double power = data.x().get(i).square().mean().item();
            int kind = data.y().get(i).toInt();
            assertThat(power).isCloseTo(new double[] {0.5, 1, 1 / 3.0}[kind] + 0.01, within(0.08));
        }
    }

    @Test
    void theMotifStandsWhereTheLabelSaysSo() {
        var data = dna(100, 9);
        int found = 0;
        for (int i = 0; i < 100; i++) {
            var strand = data.vocabulary().decode(data.x().get(i));
            assertThat(strand).hasSize(40).matches("[ACGT]+");
            assertThat(strand.contains("TATAAT")).isEqualTo(data.y().get(i).toInt() == 1);
            found += data.y().get(i).toInt();
        }
        assertThat(found).isBetween(30, 70);
    }

    @Test
    void reviewsTurnOnTheOrderOfWords() {
        var data = reviews(100, 10);
        for (int i = 0; i < 100; i++) {
            var text = data.vocabulary().decode(data.x().get(i));
            var praise = "(good|lovely|great)";
            var blame = "(bad|boring|awful)";
            boolean pleased =
                    text.matches(".*was (" + praise + ", not " + blame + "|not " + blame + ", but " + praise + ").*");
            assertThat(pleased).as(text).isEqualTo(data.y().get(i).toInt() == 1);
        }
    }

    @Test
    void numbersAreSpelledOut() {
        var data = numberWords(100, 11);
        for (int i = 0; i < 100; i++) {
            var figures = data.vocabulary().decode(data.x().get(i)).replace(" ", "");
            var words = data.targetVocabulary().decode(data.y().get(i));
            assertThat(value(words)).as(words).isEqualTo(Integer.parseInt(figures));
        }
    }

    private static int value(String words) {
        var ones = List.of(("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                        + " fifteen sixteen seventeen eighteen nineteen")
                .split(" ", -1));
        var tens = List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1));
        int value = 0;
        for (var word : words.split(" ", -1)) {
            value = word.equals("hundred")
                    ? value * 100
                    : value + Math.max(ones.indexOf(word), 10 * tens.indexOf(word));
        }
        return value;
    }

    @Test
    void whatCannotBeIsOneSentence() {
        assertOneSentence(() -> moons(1, 0.1, 1), "moons: ", "2 points", "got 1");
        assertOneSentence(() -> circles(10, -1, 1), "circles: ", "noise", "-1");
        assertOneSentence(() -> regression(0, 0, 1), "regression: ", "got 0");
        assertOneSentence(() -> waves(0, 1), "waves: ", "got 0");
        assertOneSentence(() -> dna(0, 1), "dna: ", "got 0");
        assertOneSentence(() -> balls(0, 1), "balls: ", "got 0");
        assertOneSentence(() -> reviews(0, 1), "reviews: ", "got 0");
        assertOneSentence(() -> numberWords(0, 1), "numberWords: ", "got 0");
    }
}
