package percolate.plotting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.adam;
import static percolate.Percolate.arange;
import static percolate.Percolate.dataset;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.flatten;
import static percolate.Percolate.full;
import static percolate.Percolate.input;
import static percolate.Percolate.int64;
import static percolate.Percolate.iris;
import static percolate.Percolate.linspace;
import static percolate.Percolate.rand;
import static percolate.Percolate.sequential;
import static percolate.Percolate.softmax;
import static percolate.Percolate.tensor;
import static percolate.Percolate.zeros;
import static percolate.plotting.Pictures.confusion;
import static percolate.plotting.Pictures.images;
import static percolate.plotting.Pictures.mistakes;
import static percolate.plotting.Pictures.plot;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import percolate.Batch;
import percolate.Dataset;
import percolate.Model;
import percolate.Run;
import percolate.ShapeException;
import percolate.plotting.chart.Picture;

class PicturesTest {
    private static final Dataset DATA = digits().take(400);
    private static Model net;
    private static Run run;

    @BeforeAll
    static void train() {
        net = sequential(input(1, 8, 8), flatten(), dense(32).relu(), dense(10));
        run = net.train(DATA).optimizer(adam(3e-3)).epochs(30).seed(1).quiet().fit();
    }

    /** A network whose three outputs are its three inputs. */
    private static Model echo() {
        var model = sequential(input(3), dense(3));
        model.weights(Map.of(
                "dense1.weight", tensor(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
                "dense1.bias", tensor(0f, 0f, 0f)));
        return model;
    }

    private static Dataset threeRightOneWrong() {
        return dataset(
                tensor(new float[][] {{5, 0, 0}, {0, 5, 0}, {0, 0, 5}, {0, 5, 0}}), tensor(new int[] {0, 1, 2, 0}));
    }

    private static boolean has(Picture picture, Color color) {
        var image = picture.image();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == color.getRGB()) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void plotDrawsTensorsArraysAndLists() {
        assertThat(plot(arange(3), arange(3)).alt()).isEqualTo("line of 3 points: from 0 at 0, rises to 2 at 2");
        assertThat(plot(new double[] {0, 1}, new double[] {5, 4}).alt()).contains("falls to 4 at 1");
        assertThat(plot(List.of(0, 1), List.of(2.5, 3)).alt()).contains("from 2.5 at 0");
    }

    @Test
    void plotDrawsALineForEachColumn() {
        assertThat(plot(linspace(0, 1, 5), rand(5, 3)).alt()).contains("y[0] of 5 points", "y[2] of 5 points");
    }

    @Test
    void plotRefusesWhatIsNoLine() {
        assertThatThrownBy(() -> plot(rand(2, 2), rand(4)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("expected x of shape [points]")
                .hasMessageContaining("got [2, 2]");
        assertThatThrownBy(() -> plot(arange(3), arange(4))).hasMessageContaining("x has 3 values, y has 4");
    }

    @Test
    void plotDrawsARun() {
        assertThat(plot(run).alt()).matches("loss fell from .* to .* over 30 epochs; accuracy .*");
    }

    @Test
    void imagesShowLabels() {
        assertThat(images(DATA.take(3).batch()).alt())
                .isEqualTo("3 images of 8 × 8, values from 0 (black) to 1 (white); labels 0, 1, 2");
    }

    @Test
    void imagesTakeEveryFormOfImage() {
        var y = tensor(new int[] {1, 2});
        for (var shape : new int[][] {{2, 6, 4}, {2, 1, 6, 4}, {2, 3, 6, 4}}) {
            assertThat(images(new Batch(rand(shape), y)).alt()).startsWith("2 images of 6 × 4");
        }
        assertThat(images(new Batch(rand(2, 64), y)).alt()).startsWith("2 images of 8 × 8");
        assertThat(images(new Batch(full(3, 2, 5, 5), rand(2, 5, 5))).alt())
                .isEqualTo("2 images of 5 × 5, values from 3 (black) to 3 (white)");
    }

    @Test
    void imagesOfALargeBatchAreItsFirstForty() {
        assertThat(images(DATA.batch()).alt()).startsWith("first 40 of 400 images");
    }

    @Test
    void imagesRefuseWhatIsNoImage() {
        assertThatThrownBy(() -> images(iris().batch()))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("images: expected images")
                .hasMessageContaining("got [150, 4]");
        assertThatThrownBy(() -> images(new Batch(rand(2, 2, 5, 5), tensor(new int[] {0, 1}))))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> images(new Batch(zeros(0, 8, 8), zeros(0))))
                .hasMessage("images: the batch is empty; give one example or more");
    }

    @Test
    void imagesWithANetworkShowWhatItTakesThemFor() {
        var x = DATA.x().slice(0, 0, 10);
        var taken = net.predict(x).argmax(1);
        var others = taken.minus(taken.gt(zeros(10)).to(int64))
                .plus(taken.eq(zeros(10)).to(int64));

        assertThat(images(net, new Batch(x, taken)).alt()).endsWith("10 of 10 predicted right");
        assertThat(images(net, new Batch(x, others)).alt()).contains("0 of 10 predicted right", " taken for ");
    }

    @Test
    void confusionCountsEachTruthAndPrediction() {
        assertThat(confusion(echo(), threeRightOneWrong()).alt())
                .isEqualTo("confusion matrix of 3 classes: accuracy 0.75 · 3 of 4 right;"
                        + " most often 0 was taken for 1 (1)");
    }

    @Test
    void confusionNamesTheClasses() {
        var net = sequential(input(4), dense(3));
        assertThat(confusion(net, iris()).alt()).containsAnyOf("setosa", "versicolor", "virginica");
    }

    @Test
    void confusionRefusesLabelsThatAreNoClass() {
        var outside = dataset(rand(2, 3), tensor(new int[] {0, 7}));
        assertThatThrownBy(() -> confusion(echo(), outside))
                .hasMessageStartingWith("confusion: label 7 at example 1 is none of the classes 0 to 2;");
        assertThatThrownBy(() -> confusion(echo(), dataset(rand(2, 3), rand(2, 3))))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("take argmax(1) of one-hot targets");
        assertThatThrownBy(() -> confusion(sequential(input(3), dense(1)), threeRightOneWrong()))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("one output per class");
        assertThatThrownBy(() -> confusion(echo(), threeRightOneWrong().take(0)))
                .hasMessage("confusion: there are no examples; give one or more");
    }

    @Test
    void aDivergedNetworkIsNamedAsSuch() {
        var broken = echo().weights(Map.of("dense1.bias", full(Double.NaN, 3)));
        assertThatThrownBy(() -> mistakes(broken, threeRightOneWrong()))
                .hasMessageContaining("not finite")
                .hasMessageContaining("smaller learning rate");
    }

    @Test
    void mistakesAreSortedByConfidence() {
        var data = dataset(
                tensor(new float[][] {{1, 0, 0}, {9, 0, 0}, {3, 0, 0}, {0, 5, 0}}), tensor(new int[] {1, 1, 1, 1}));
        assertThat(mistakes(echo(), data).alt())
                .isEqualTo(
                        "3 mistakes among 4 examples: 1 taken for 0 (99%), 1 taken for 0 (91%), 1 taken for 0 (58%)");
    }

    @Test
    void mistakesTakeProbabilitiesAsTheyAre() {
        var net = sequential(input(3), dense(3), softmax());
        net.weights(echo().weights());
        var data = dataset(tensor(new float[][] {{1, 0, 0}}), tensor(new int[] {1}));
        assertThat(mistakes(net, data).alt()).isEqualTo("1 mistake among 1 example: 1 taken for 0 (58%)");
    }

    @Test
    void mistakesAreImagesWhereTheDataAreAndATableElsewhere() {
        var untrained = sequential(input(1, 8, 8), flatten(), dense(10));
        assertThat(mistakes(untrained, DATA).alt()).startsWith("worst 20 of ");
        assertThat(has(mistakes(untrained, DATA), Color.BLACK)).isTrue();
        assertThat(has(mistakes(echo(), threeRightOneWrong()), Color.BLACK)).isFalse();
    }

    @Test
    void noMistakeIsSaidInWords() {
        assertThat(mistakes(echo(), threeRightOneWrong().take(3)).alt()).isEqualTo("no mistake among 3 examples");
    }

    @Test
    void everyPictureIsItsWordsWhereNothingCanBeShown() {
        assertThat(plot(arange(2), arange(2)).title("Two"))
                .hasToString("Two: line of 2 points: from 0 at 0, rises to 1 at 1");
    }
}
