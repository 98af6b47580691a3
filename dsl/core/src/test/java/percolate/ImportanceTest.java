package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which features matter, and how trainings do on folds. */
class ImportanceTest {
    /** For y = Σ wᵢxᵢ and the squared error, exchanging xᵢ adds 2·wᵢ²·var(xᵢ) in the mean. */
    @Test
    void aLinearModelsImportanceIsTwiceTheSquaredWeightTimesTheVariance() {
        seed(4);
        var w = tensor(new int[][] {{1}, {-2}, {0}, {3}});
        var x = randn(2000, 4);
        var net = sequential(input(4), dense(1).withBias(false)).weights(Map.of("dense1.weight", w));
        var found = importance(
                net, dataset(x, x.mm(w.to(float32)).plus(randn(2000, 1).times(0.1))));
        assertThat(found.loss()).isCloseTo(0.01, within(0.001));
        for (int i = 0; i < 4; i++) {
            double weight = w.get(i, 0).item();
            double expected = 2 * weight * weight * x.get(":, " + i).var().item();
            assertThat(found.features().get(i).mean()).isCloseTo(expected, within(0.05 * expected + 1e-6));
            assertThat(found.features().get(i).spread()).isLessThan(0.1 * expected + 1e-6);
        }
        assertThat(found.ranking())
                .extracting(Importance.Feature::name)
                .containsExactly("x[3]", "x[1]", "x[0]", "x[2]");
    }

    @Test
    void featuresHaveNamesAndATable() {
        var net = sequential(input(4), dense(3));
        net.train(iris()).seed(1).epochs(40).quiet().fit();
        var found = importance(net, iris()).named("sepal length", "sepal width", "petal length", "petal width");
        assertThat(found.ranking().get(0).name()).startsWith("petal");
        assertThat(found.table().columnNames()).containsExactly("feature", "importance", "spread");
        assertThat(found.table().stringColumn("feature").get(0))
                .isEqualTo(found.ranking().get(0).name());
        assertThat(found.toString()).startsWith("without change the loss is ").contains("  petal length: ");
        assertThatThrownBy(() -> found.named("one"))
                .hasMessage("importance.named: expected a name for each of 4 features, got 1");
    }

    @Test
    void theSameSeedExchangesTheSameWay() {
        var net = sequential(input(4), dense(3));
        net.train(iris()).seed(1).epochs(1).quiet().fit();
        seed(5);
        float next = rand(1).item();
        seed(5);
        var once = importance(net, iris(), 2, 9).features();
        assertThat(rand(1).item()).isEqualTo(next);
        assertThat(importance(net, iris(), 2, 9).features()).isEqualTo(once);
        assertThat(importance(net, iris(), 2, 10).features()).isNotEqualTo(once);
    }

    @Test
    void featuresOfImagesAndOfSeveralInputsAreNamedByTheirPlace() {
        var a = input(2);
        var b = input(1, 2, 2);
        var net = model(List.of(a, b), concat(a, b.then(flatten())).then(dense(1)));
        var data = dataset(List.of(randn(6, 2), randn(6, 1, 2, 2)), randn(6, 1));
        assertThat(importance(net, data, 1, 1).features())
                .extracting(Importance.Feature::name)
                .containsExactly(
                        "x(0)[0]", "x(0)[1]", "x(1)[0, 0, 0]", "x(1)[0, 0, 1]", "x(1)[0, 1, 0]", "x(1)[0, 1, 1]");
    }

    @Test
    void tooLittleToExchangeIsASentence() {
        var net = sequential(input(4), dense(3));
        assertThatThrownBy(() -> importance(net, iris().take(1)))
                .hasMessage("importance: expected two examples or more to exchange values among, got 1");
        assertThatThrownBy(() -> importance(net, iris(), 0, 1))
                .hasMessage("importance: expected 1 repetition or more, got 0");
    }

    @Test
    void crossValidationTrainsAModelForEachFold() {
        var folds = iris().folds(3, 1);
        var found = crossValidate(
                folds,
                part -> sequential(input(4), dense(3)).train(part).seed(1).epochs(20));
        var alone = sequential(input(4), dense(3))
                .train(folds.get(1))
                .seed(1)
                .epochs(20)
                .quiet()
                .fit();
        assertThat(found.runs().get(1).get("val_loss")).isEqualTo(alone.get("val_loss"));
        double[] losses =
                found.runs().stream().mapToDouble(run -> run.get("val_loss")).toArray();
        double mean = (losses[0] + losses[1] + losses[2]) / 3;
        assertThat(found.mean("val_loss")).isCloseTo(mean, within(1e-12));
        double squares = 0;
        for (double loss : losses) {
            squares += (loss - mean) * (loss - mean);
        }
        assertThat(found.spread("val_loss")).isCloseTo(Math.sqrt(squares / 2), within(1e-12));
        assertThat(found.toString()).startsWith("3 folds: val_loss ").contains(", val_accuracy ", " ± ");
        assertThat(found.table().rowCount()).isEqualTo(3);
        assertThatThrownBy(() -> found.mean("f1")).hasMessageContaining("there is no \"f1\" here");
    }

    @Test
    void aFoldThatFailsSaysSo() {
        var found = crossValidate(
                iris().folds(2, 1), part -> sequential(input(5), dense(3)).train(part));
        assertThat(found.toString())
                .startsWith("cross-validation: 2 of 2 trainings ended, 2 failed; the one with fold 1");
        assertThatThrownBy(() -> crossValidate(List.of(), part -> null))
                .hasMessage("crossValidate: expected two folds or more, got 0; take data.folds(5, 1)");
    }
}
