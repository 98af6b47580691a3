package percolate.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    private final Grid grid = Grid.of(
            "2 layers",
            List.of("layer", "count"),
            List.of(false, true),
            List.of(List.of("dense(8)", "80"), List.of("<b>'\"&", "1,024")));

    @Test
    void aConsoleGetsColumnsLinedUp() {
        assertThat(grid.text()).isEqualTo("""
                2 layers
                layer     count
                dense(8)     80
                <b>'"&    1,024""");
    }

    @Test
    void aPageGetsNumbersOnTheRightSaidTwice() {
        assertThat(grid.html())
                .startsWith("<p>2 layers</p><table><thead><tr>")
                .contains("<th align=\"left\" style=\"text-align: left\">layer</th>")
                .contains("<th align=\"right\" style=\"text-align: right\">count</th>")
                .contains("<td align=\"right\" style=\"text-align: right\">80</td>");
    }

    @Test
    void noTextBecomesATag() {
        assertThat(grid.html()).contains("&lt;b&gt;&#39;&quot;&amp;").doesNotContain("<b>");
        assertThat(Grid.of(List.of("<i>"), List.of(List.of("x"))).html())
                .contains("&lt;i&gt;")
                .doesNotContain("<p>");
    }

    @Test
    void whatIsAbsentIsSetApartFromATextOfTheSameLetters() {
        var row = List.of(new Grid.Cell("null", false, true), Grid.Cell.of("null"));
        assertThat(new Grid("", List.of(), List.of(row)).html())
                .contains("<em>null</em>")
                .contains(">null</td>");
    }

    @Test
    void linesAndBlanksWithinACellStayOnThePageAndTakeOneLineOfAConsole() {
        var lines = Grid.of(List.of(), List.of(List.of("one\ntwo", "a  b")));
        assertThat(lines.text()).isEqualTo("one two  a  b");
        assertThat(lines.html()).contains("white-space: pre-wrap\">one\ntwo</td>");
        assertThat(lines.bundle().data()).containsKeys(MimeBundle.TEXT, MimeBundle.HTML);
    }

    @Test
    void rowsOfAnotherLengthAreRefusedInWords() {
        assertThatThrownBy(() -> Grid.of(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Grid: expected 2 cells in each row, got 1 in row 2; fill it up with empty texts");
        assertThatThrownBy(() -> Grid.of("", List.of("a"), List.of(), List.of(List.of("1"))))
                .hasMessageContaining("expected rows of 0 cells");
    }
}
