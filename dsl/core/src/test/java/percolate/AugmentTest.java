package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentTest {
    /** 200 times the same image of 4 × 4 pixels that are all different, with a mask of the same numbers. */
    private final Tensor pixels = arange(1, 17).reshape(1, 4, 4);

    private final Dataset images = dataset(
            ones(200, 1, 1, 1).times(pixels),
            ones(200, 1, 1).times(pixels.reshape(4, 4)).to(int64));

    private static boolean follows(Dataset data) {
        return data.x().reshape(-1).isClose(data.y().to(float32).reshape(-1), 0);
    }

    @Test
    void aFlipMirrorsEverySecondImageAndItsMask() {
        var flipped = images.augment(flip());
        assertThat(follows(flipped)).isTrue();
        int mirrored = 0;
        for (var image : flipped.x().unstack(0)) {
            boolean same = image.isClose(pixels, 0);
            assertThat(same || image.get(0, 0).isClose(tensor(4, 3, 2, 1), 0)).isTrue();
            mirrored += same ? 0 : 1;
        }
        assertThat(mirrored).isBetween(70, 130);
        var turned = images.augment(flip().vertically()).x();
        assertThat(turned.get(":, 0, 0, 0").eq(13).to(float32).sum().toInt()).isBetween(70, 130);
    }

    @Test
    void aCropIsAnyPatch() {
        var cut = images.augment(crop(2));
        assertThat(cut.x().shape()).isEqualTo(Shape.of(200, 1, 2, 2));
        assertThat(follows(cut)).isTrue();
        var corners = new HashSet<Float>();
        for (var image : cut.x().unstack(0)) {
            float corner = image.get(0, 0, 0).item();
            corners.add(corner);
            assertThat(image.flatten().minus(corner).toFloatArray()).containsExactly(0, 1, 4, 5);
        }
        assertThat(corners).containsExactlyInAnyOrder(1f, 2f, 3f, 5f, 6f, 7f, 9f, 10f, 11f);
        assertThat(images.augment(crop(1, 4)).x().shape()).isEqualTo(Shape.of(200, 1, 1, 4));
    }

    @Test
    void theMiddleIsCutWhereImagesOnlyMeasure() {
        assertThat(images.augment(crop(2), flip()).still().take(1).x().flatten().toFloatArray())
                .containsExactly(6, 7, 10, 11);
        var padded = images.augment(pad(1), crop(4));
        assertThat(padded.still().x().isClose(images.x(), 0)).isTrue();
        assertThat(padded.x().eq(0).to(float32).sum().item()).isPositive();
    }

    @Test
    void onlyTheTrainingPartOfASplitIsAugmented() {
        var split = images.augment(flip()).split(0.5, 0.25, 1);
        assertThat(split.train().isDrawn()).isTrue();
        assertThat(split.validation().isDrawn()).isFalse();
        assertThat(split.test().x().isClose(images.take(50).x(), 0)).isTrue();
        var later = images.split(0.5, 1).augment(pad(2), crop(4));
        assertThat(later.train().isDrawn()).isTrue();
        assertThat(later.validation().x().isClose(images.take(100).x(), 0)).isTrue();
        assertThat(later.test().size()).isZero();
    }

    @Test
    void anImagesDrawsDependOnSeedEpochAndExampleAlone() {
        var data = images.augment(crop(2), flip());
        var all = new long[200];
        for (int i = 0; i < all.length; i++) {
            all[i] = 199L - i;
        }
        var backwards = data.drawn(all, 7, 3).x();
        var some = data.drawn(new long[] {5, 190}, 7, 3).x();
        assertThat(some.get(0).isClose(backwards.get(194), 0)).isTrue();
        assertThat(some.get(1).isClose(backwards.get(9), 0)).isTrue();
        assertThat(data.drawn(all, 7, 4).x().isClose(backwards, 0)).isFalse();
        assertThat(data.drawn(all, 8, 3).x().isClose(backwards, 0)).isFalse();
    }

    @Test
    void batchesAreDrawnByTheirSeed() {
        var data = images.augment(crop(2));
        var first = data.batches(64, 5).iterator().next().x();
        assertThat(data.batches(64, 5).iterator().next().x().isClose(first, 0)).isTrue();
        assertThat(data.batches(64, 6).iterator().next().x().isClose(first, 0)).isFalse();
        seed(3);
        var inOrder = data.batches(64).iterator().next().x();
        assertThat(data.batches(64).iterator().next().x().isClose(inOrder, 0)).isFalse();
        seed(3);
        assertThat(data.batches(64).iterator().next().x().isClose(inOrder, 0)).isTrue();
    }

    @Test
    void aQuarterTurnIsExact() {
        var turned = percolate.augment.Raster.of(pixels.toFloatArray(), 0, Shape.of(1, 4, 4), false);
        assertThat(turned.turned(1, 0).values()).containsExactly(4, 8, 12, 16, 3, 7, 11, 15, 2, 6, 10, 14, 1, 5, 9, 13);
        var little = images.augment(rotate(20));
        assertThat(little.x().shape()).isEqualTo(images.x().shape());
        assertThat(little.y().max().item()).isLessThanOrEqualTo(16);
        assertThat(images.augment(rotate(0)).x().isClose(images.x(), 1e-6)).isTrue();
    }

    @Test
    void brightnessAndContrastScaleAboutZeroAndTheMean() {
        var bright = images.augment(brightness(0.2));
        assertThat(bright.y().isClose(images.y(), 0))
                .as("labels have no colour")
                .isTrue();
        var factors = bright.x().div(images.x());
        assertThat(factors.var(1, 2, 3).max().item()).isLessThan(1e-10f);
        assertThat(factors.min().item()).isBetween(0.8f, 0.85f);
        assertThat(factors.max().item()).isBetween(1.15f, 1.2f);
        var contrasts = images.augment(contrast(0.5)).x();
        assertThat(contrasts.mean(1, 2, 3).isClose(8.5, 1e-4)).isTrue();
        var spread = contrasts.get(":, 0, 3, 3").minus(8.5).div(7.5);
        assertThat(spread.min().item()).isBetween(0.5f, 0.55f);
        assertThat(spread.max().item()).isBetween(1.45f, 1.5f);
    }

    @Test
    void coloursShiftAlongTheirPrincipalComponents() {
        seed(1);
        var strength = randn(500, 1, 4, 4);
        var colours = strength.times(tensor(3, 2, 1).reshape(1, 3, 1, 1));
        var shifted =
                dataset(colours).augment(pcaColour(0.1)).x().minus(colours).mean(2, 3);
        var red = shifted.get(":, 0");
        assertThat(shifted.get(":, 1").isClose(red.times(2 / 3.0), 1e-4)).isTrue();
        assertThat(shifted.get(":, 2").isClose(red.div(3), 1e-4)).isTrue();
        double variance = strength.minus(strength.mean()).square().mean().item() * 14;
        double expected = 0.1 * variance * 3 / Math.sqrt(14);
        assertThat((double) red.std().item()).isBetween(0.85 * expected, 1.15 * expected);
    }

    @Test
    void coloursAreFittedToTheTrainingPart() {
        var grey = zeros(10, 3, 2, 2);
        var colourful = concat(0, grey, randn(10, 3, 2, 2));
        var split = dataset(colourful).augment(pcaColour(1)).split(0.5, 1);
        var alone = dataset(split.train().still().x()).augment(pcaColour(1));
        assertThat(split.train()
                        .drawn(new long[] {3}, 1, 1)
                        .x()
                        .isClose(alone.drawn(new long[] {3}, 1, 1).x(), 1e-6))
                .isTrue();
    }

    @Test
    void aCutoutHidesASquare() {
        var cut = images.augment(cutout(2));
        assertThat(cut.y().isClose(images.y(), 0)).isTrue();
        var hidden = cut.x().eq(0).to(float32).sum(1, 2, 3);
        assertThat(hidden.min().item()).isEqualTo(1);
        assertThat(hidden.max().item()).isEqualTo(4);
    }

    @Test
    void whatComesAfterAugmentSeesWhatIsDrawn() {
        var data =
                images.augment(crop(2)).mapX(x -> x.times(10)).asAutoencoder().corrupt(0.5);
        var batch = data.drawn(new long[] {0, 1, 2}, 1, 1);
        assertThat(batch.y().shape()).isEqualTo(Shape.of(3, 1, 2, 2));
        assertThat(batch.y().min().item()).isGreaterThanOrEqualTo(10);
        var kept = batch.x().ne(0).to(float32);
        assertThat(batch.x().isClose(batch.y().times(kept), 0)).isTrue();
        var scaled = images.augment(crop(2)).normalise();
        assertThat(scaled.still().x().mean().item()).isBetween(-1e-5f, 1e-5f);
        assertThat(scaled.scaling().mean().item()).isEqualTo(8.5f);
        assertThat(scaled).hasToString(images + "; in each epoch crop(2), map");
    }

    @Test
    void aTrainingDrawsAnewInEachEpochAndRepeats() {
        var data = dataset(images.x().div(16), ones(200, 1)).augment(crop(2));
        var net = sequential(input(1, 2, 2), flatten(), dense(1));
        var first = losses(net.copy(1), data, 2);
        assertThat(losses(net.copy(1), data, 2)).isEqualTo(first);
        var still = losses(net.copy(1), data.still(), 2);
        assertThat(still).isNotEqualTo(first);
        assertThat(losses(net.copy(1), data, 3).subList(0, 2)).isEqualTo(first);
        var whole = dataset(images.x().div(16), ones(200, 1));
        var larger = sequential(input(1, 4, 4), flatten(), dense(1));
        assertThat(losses(larger.copy(1), whole.augment(crop(4)), 2))
                .as("nothing is drawn where the patch is the image")
                .isEqualTo(losses(larger.copy(1), whole, 2));
    }

    private static List<Double> losses(Model net, Dataset data, int epochs) {
        var run = net.train(data)
                .loss(mse())
                .optimizer(sgd(1e-3))
                .batch(32)
                .epochs(epochs)
                .seed(9)
                .quiet()
                .fit();
        return run.history().stream().map(Epoch::loss).toList();
    }

    @Test
    void maskedImagesAreLearnedFromAugmentedOnes() {
        var x = rand(40, 1, 4, 4);
        var y = x.gt(0.5).to(int64).reshape(40, 4, 4);
        var net = sequential(input(1, 4, 4), conv2d(2, 1));
        var split = dataset(x, y).augment(flip()).split(0.8, 1);
        var run = net.train(split)
                .loss(crossEntropy())
                .metrics(accuracy())
                .optimizer(adam(0.1))
                .epochs(40)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.get("val_accuracy")).isGreaterThan(0.9);
    }

    @Test
    void objectivesSeeWhatIsDrawn() {
        var seen = new HashSet<Float>();
        var net = sequential(input(1, 2, 2), flatten(), dense(1));
        net.train(images.take(1).augment(crop(2)))
                .objective(batch -> {
                    seen.add(batch.x().get(0, 0, 0, 0).item());
                    return net.apply(batch.x()).square().mean();
                })
                .optimizer(sgd(1e-4))
                .epochs(30)
                .seed(2)
                .quiet()
                .fit();
        assertThat(seen).hasSizeGreaterThan(4);
    }

    @Test
    void measuringSeesNothingDrawn() {
        var data = dataset(images.x(), zeros(200, 1)).augment(flip(), crop(2));
        var net = sequential(input(1, 2, 2), flatten(), dense(1));
        assertThat(net.predict(data).isClose(net.predict(data.still()), 0)).isTrue();
        assertThat(net.evaluate(data, mse()).loss())
                .isEqualTo(net.evaluate(data.still(), mse()).loss());
    }

    @Test
    void whatCannotBeIsOneSentence() {
        assertOneSentence(() -> images.augment(), "augment: ", "got nothing");
        assertOneSentence(() -> images.augment(crop(5)), "crop(5): ", "[1, 4, 4]", "resize");
        assertOneSentence(() -> images.augment(pad(1), crop(7)), "crop(7): ", "[1, 6, 6]");
        assertOneSentence(() -> iris().augment(flip()), "flip(): ", "images", "[1, 4]", "reshape");
        assertOneSentence(() -> crop(0), "crop: ", "got 0 and 0");
        assertOneSentence(() -> pad(-1), "pad: ", "-1");
        assertOneSentence(() -> rotate(200), "rotate: ", "200");
        assertOneSentence(() -> brightness(2), "brightness: ", "0 to 1", "2");
        assertOneSentence(() -> contrast(-1), "contrast: ", "-1");
        assertOneSentence(() -> pcaColour(-1), "pcaColour: ", "-1");
        assertOneSentence(() -> cutout(0), "cutout: ", "got 0");
        var boxes = dataset(rand(2, 1, 4, 4), rand(2, 6, 2, 2));
        assertOneSentence(() -> boxes.augment(flip()), "flip(): ", "[6, 2, 2]", "brightness");
        assertThat(boxes.augment(brightness(0.1)).y().isClose(boxes.y(), 0)).isTrue();
        assertOneSentence(() -> digits().augment(flip()).pairs(1), "pairs: ", "pairs(…) first");
    }
}
