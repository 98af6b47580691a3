package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void growsWithItsRowsAndCells() {
        var small = new TextTable(List.of("name"), List.of(List.of("iris")), "", "");
        var high = new TextTable(List.of("name"), List.of(List.of("iris"), List.of("rose"), List.of("oak")), "", "");
        var wide = new TextTable(List.of("name"), List.of(List.of("a much longer name")), "", "");

        assertThat(high.size().height()).isGreaterThan(small.size().height());
        assertThat(wide.size().width()).isGreaterThan(small.size().width());
        assertThat(Look.count(Look.at(Picture.of(high)), Theme.LIGHT.ink())).isPositive();
    }

    @Test
    void wantsACellForEachColumn() {
        assertThatThrownBy(() -> new TextTable(List.of("a", "b"), List.of(List.of("1")), "", ""))
                .hasMessage("table: expected 2 cells in each row, got 1");
    }
}
