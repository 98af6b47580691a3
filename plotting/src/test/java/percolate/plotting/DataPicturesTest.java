package percolate.plotting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.distributions;
import static percolate.plotting.Pictures.pairs;
import static percolate.plotting.Pictures.tokens;
import static percolate.plotting.Pictures.waveform;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class DataPicturesTest {
    @Test
    void distributionsShowEachColumn() {
        assertThat(distributions(DataGalleryTest.flowers()).alt())
                .startsWith("4 pictures: sepal length: histogram of 150 values from 4.3 to 7.9")
                .contains("species: 3 bars, lowest 50");
        assertThatThrownBy(() -> distributions(Table.create("empty")))
                .hasMessage("distributions: the table has no column; give one with data");
    }

    @Test
    void pairsShowEachTwoColumns() {
        assertThat(pairs(DataGalleryTest.flowers()).alt()).startsWith("9 pictures: over sepal length: histogram of");
        assertThatThrownBy(() -> pairs(DataGalleryTest.flowers(), "colour"))
                .hasMessageContaining("there is no column \"colour\", but sepal length, sepal width");
        assertThatThrownBy(() -> pairs(DataGalleryTest.flowers().selectColumns("species")))
                .hasMessageContaining("expected two columns of numbers or more, got 0");
    }

    @Test
    void aWaveformLiesOverSeconds() {
        assertThat(waveform(tensor(0, 1, 0), 2).alt())
                .isEqualTo("amplitude over time, s: line of 3 points: from 0 at 0, rises to 1 at 0.5, falls to 0 at 1");
        assertThatThrownBy(() -> waveform(tensor(0, 1), 0)).hasMessageContaining("got 0; give for example 16000");
    }

    @Test
    void tokensSayWhichIsHeaviest() {
        assertThat(tokens(List.of("a", "b")).alt()).isEqualTo("2 tokens: a|b");
        assertThat(tokens(List.of("a", "b"), tensor(1, 3)).alt())
                .isEqualTo("2 tokens, weights from 1 to 3, heaviest “b”: a|b");
        assertThat(tokens(List.of()).alt()).isEqualTo("0 tokens: ");
        assertThatThrownBy(() -> tokens(List.of("a"), tensor(1, 3))).hasMessageContaining("got 2; give as many");
    }
}
