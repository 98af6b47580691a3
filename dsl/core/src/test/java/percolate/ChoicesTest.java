package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code fit} chooses where nothing was said, and how it says so. */
class ChoicesTest {
    private static Dataset noise(int rows) {
        seed(5);
        return dataset(randn(rows, 4), randint(0, 3, rows));
    }

    private static Model classifier() {
        return sequential(input(4), dense(16).tanh(), dropout(0.3), dense(3));
    }

    @Test
    void fitSaysWhatItChose() {
        var run = classifier().train(noise(40)).quiet().fit();
        assertThat(run.choices())
                .isEqualTo("loss crossEntropy(), optimizer adam(0.01), metric accuracy(), batch 32, epochs 250");
        var said = classifier()
                .train(noise(40))
                .loss(crossEntropy())
                .optimizer(adam(0.01))
                .metrics(accuracy())
                .batch(8)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(said.choices()).isEmpty();
    }

    @Test
    void numbersAreFittedWithMseAndLabelsWithCrossEntropy() {
        var numbers = sequential(input(4), dense(1))
                .train(dataset(rand(9, 4), rand(9)))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(numbers.choices()).contains("mse()").doesNotContain("accuracy");
        var vectors = sequential(input(4), dense(2))
                .train(dataset(rand(9, 4), rand(9, 2)))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(vectors.choices()).contains("mse()");
        var labels = dataset(rand(9, 4), randint(0, 2, 9).to(int32));
        assertThat(sequential(input(4), dense(2))
                        .train(labels)
                        .epochs(1)
                        .quiet()
                        .fit()
                        .choices())
                .contains("crossEntropy()", "accuracy()");
    }

    @Test
    void zerosAndOnesBehindASigmoidAreClasses() {
        var x = randn(8, 2);
        for (var y : List.of(tensor(1, 0, 1, 0, 1, 0, 1, 0), tensor(1L, 0L, 1L, 0L, 1L, 0L, 1L, 0L))) {
            var run = sequential(input(2), dense(1).sigmoid())
                    .train(dataset(x, y))
                    .epochs(1)
                    .quiet()
                    .fit();
            assertThat(run.choices()).contains("binaryCrossEntropy()", "accuracy()");
        }
        var shares = sequential(input(2), dense(1).sigmoid())
                .train(dataset(x, rand(8, 1)))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(shares.choices()).contains("mse()").doesNotContain("accuracy");
    }

    @Test
    void labelsThatWereWrittenAsRealNumbersAreLabels() {
        var run = sequential(input(2), dense(3))
                .train(dataset(randn(4, 2), tensor(0, 1, 1, 2)))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.choices()).contains("crossEntropy()", "accuracy()");
    }

    @Test
    void noAccuracyIsChosenForDistances() {
        var run = sequential(input(1, 8, 8), flatten(), dense(4))
                .train(digits())
                .loss(tripletHard(0.2))
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.metrics()).isEmpty();
    }

    @Test
    void quietTrainingsPrintNothingAndOthersSayWhatTheyChose() {
        assertThat(printed(() -> classifier().train(noise(9)).epochs(1).quiet().fit()))
                .isEmpty();
        assertThat(printed(() -> classifier().train(noise(9)).epochs(1).fit()))
                .isEqualTo("fit chose loss crossEntropy(), optimizer adam(0.01), metric accuracy(), batch 32"
                        + System.lineSeparator());
    }

    @Test
    void oneNumberForSeveralClassesIsSaidToBeAQuantity() {
        assertThat(printed(() ->
                        sequential(input(4), dense(1)).train(iris()).epochs(1).fit()))
                .contains(
                        "fit chose loss mse()",
                        "fit: the targets look like the classes 0 to 2, but the model gives one number, which mse() fits as a"
                                + " quantity; to tell classes apart end with dense(3)");
        var sides = dataset(rand(9, 4), randint(0, 2, 9));
        assertThat(printed(() ->
                        sequential(input(4), dense(1)).train(sides).epochs(1).fit()))
                .contains("classes 0 to 1", "end with dense(2) or dense(1).sigmoid()");
    }

    @Test
    void quantitiesAndWhatWasSaidAreNotDoubted() {
        var prices = dataset(rand(3, 4), tensor(100, 250, 90).to(int64));
        assertThat(printed(() ->
                        sequential(input(4), dense(1)).train(prices).epochs(1).fit()))
                .doesNotContain("fit:");
        assertThat(printed(() -> sequential(input(4), dense(1))
                        .train(iris())
                        .loss(mse())
                        .epochs(1)
                        .fit()))
                .doesNotContain("fit:");
    }

    private static String printed(Runnable action) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
