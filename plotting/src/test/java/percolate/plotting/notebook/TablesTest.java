package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.arange;
import static percolate.Percolate.dataset;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.input;
import static percolate.Percolate.int64;
import static percolate.Percolate.iris;
import static percolate.Percolate.rand;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.Percolate.zeros;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import percolate.Evaluation;
import percolate.Run.State;
import percolate.kernel.api.MimeBundle;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What values look like that are shown as text and tables. */
class TablesTest {
    private static String html(MimeBundle bundle) {
        return (String) bundle.data().get(MimeBundle.HTML);
    }

    private static String text(MimeBundle bundle) {
        return (String) bundle.data().get(MimeBundle.TEXT);
    }

    @Test
    void aSummaryHasARowPerLayerAndTheSum() {
        var bundle = SummaryTable.of(sequential(input(4), dense(8).relu(), dense(3)));

        assertThat(text(bundle)).endsWith("67 parameters");
        assertThat(html(bundle))
                .contains(">dense(8).relu()<", ">(4 + 1)·8<", ">40<", ">27<", ">total<", ">67<")
                .doesNotContain("<style", "<script", "<svg");
    }

    @Test
    void aModelWithoutInputShapeShowsItsLayers() {
        assertThat(text(SummaryTable.of(sequential(dense(3)))))
                .contains("dense(3)")
                .contains("input");
    }

    @Test
    void aSmallMatrixIsATable() {
        var bundle = TensorTable.of(tensor(new float[][] {{1, 2.5f}, {-3, 0}}));

        assertThat(text(bundle)).startsWith("tensor [2, 2] float32");
        assertThat(html(bundle)).contains("[2, 2] float32", ">2.5<", ">-3<");
        assertThat(html(TensorTable.of(tensor(new int[][] {{7}}).to(int64)))).contains("int64", ">7<");
    }

    @Test
    void anyOtherTensorIsText() {
        for (var tensor : List.of(tensor(3), arange(5), zeros(30, 30), zeros(2, 2, 2), zeros(0, 3))) {
            assertThat(html(TensorTable.of(tensor))).isNull();
            assertThat(text(TensorTable.of(tensor))).isEqualTo(tensor.toString());
        }
    }

    @Test
    void aLargeTensorHasAThumbnailOfItsFirstMatrix() {
        var tensor = arange(2000).reshape(2, 20, 50);
        assertThat(html(TensorTable.of(tensor)))
                .startsWith("<div>[2, 20, 50] float32, values from 0 to 1999; below, its first matrix</div><img width=")
                .contains("alt=\"heat map of 20 × 50 values, lowest 0 in row 0, column 0, highest 999 in row 19,")
                .endsWith("<pre>" + tensor + "</pre></details>");
        assertThat(text(TensorTable.of(tensor))).isEqualTo(tensor.toString());
    }

    @Test
    void aLongHistoryShowsItsBeginningAndItsEnd() {
        var run = new RecordedRun(100, true, "accuracy");
        for (int epoch = 1; epoch <= 100; epoch++) {
            run.epoch(1.0 / epoch, 1.5 / epoch, 0.5, 0.4);
        }
        var bundle = RunTable.of(run.ending(State.FINISHED));

        assertThat(text(bundle)).startsWith("loss fell from 1 to 0.01 over 100 epochs");
        assertThat(html(bundle))
                .contains(">3<", ">94<", ">100<", ">…<", ">val_accuracy<")
                .doesNotContain(">50<");
    }

    @Test
    void aRunThatNeverFinishedAnEpochIsText() {
        var bundle = RunTable.of(new RecordedRun(3, false).ending(State.FAILED));

        assertThat(text(bundle)).isEqualTo("training failed in epoch 0 of 3");
        assertThat(html(bundle)).isNull();
    }

    @Test
    void anEvaluationHasARowPerNumber() {
        var bundle = EvaluationTable.of(new Evaluation(0.25, Map.of("accuracy", 0.975)));

        assertThat(text(bundle)).isEqualTo("loss 0.2500, accuracy 0.9750");
        assertThat(html(bundle)).contains(">accuracy<", ">0.9750<");
    }

    @Test
    void aDataSetTellsItsShapesAndClasses() {
        assertThat(text(DataTable.of(iris())))
                .contains("examples 150", "x [150, 4] float32", "setosa (50), versicolor (50), virginica (50)");
    }

    @Test
    void aBatchOfImagesIsAPictureAndAnyOtherATable() {
        assertThat(text(DataTable.of(iris().split(0.8, 1))).lines())
                .satisfiesExactly(
                        train -> assertThat(train).startsWith("train 120 examples, x [4] float32"),
                        validation -> assertThat(validation).startsWith("validation 30 examples"));
        assertThat(DataTable.of(digits().sample(4, 1)).data()).containsKey(MimeBundle.PNG);
        assertThat(DataTable.of(iris().batch()).data()).doesNotContainKey(MimeBundle.PNG);
        assertThat(text(DataTable.of(dataset(rand(3, 2), rand(3, 2)).batch()))).contains("y [3, 2] float32");
    }

    @Test
    void aTableShowsHeadTailAndTypes() {
        var table = Table.create(
                "numbers",
                IntColumn.create("n", IntStream.range(0, 1000).toArray()),
                StringColumn.create(
                        "name",
                        IntStream.range(0, 1000).mapToObj(n -> "row" + n).toList()));
        var html = html(TablesawTable.of(table));

        assertThat(html)
                .contains("numbers: 1,000 rows, 2 columns", "n (integer)", "name (string)", ">row9<", ">row995<")
                .doesNotContain(">row10<", ">row994<");
    }

    @Test
    void textThatLooksLikeHtmlStaysText() {
        var table = Table.create("<b>t</b>", StringColumn.create("<i>", "<script>alert(1)</script>", "\" onclick=\"x"));

        assertThat(html(TablesawTable.of(table)))
                .contains("&lt;script&gt;", "&lt;b&gt;t&lt;/b&gt;", "&lt;i&gt;")
                .doesNotContain("<script", "<b>", "<i>");
    }

    @Test
    void aTableMarksAndCountsWhatIsMissing() {
        var ages = IntColumn.create("age", new Integer[] {31, null, 7});
        var table = Table.create("people", StringColumn.create("name", "Ada", "", "Bo\nb"), ages);
        var bundle = TablesawTable.of(table);

        assertThat(html(bundle)).contains("age (integer, 1 missing)", "name (string, 1 missing)", ">—<");
        assertThat(text(bundle).lines())
                .containsExactly(
                        "people: 3 rows, 2 columns",
                        "name (string, 1 missing)  age (integer, 1 missing)",
                        "Ada                                             31",
                        "—                                                —",
                        "Bo b                                             7");
        assertThat(text(TablesawTable.of(ages))).startsWith("age: 3 rows, 1 column");
    }

    @Test
    void anEmptyTableHasItsHeader() {
        assertThat(html(TablesawTable.of(Table.create("none", IntColumn.create("n")))))
                .contains("none: 0 rows, 1 column", "n (integer)");
    }
}
