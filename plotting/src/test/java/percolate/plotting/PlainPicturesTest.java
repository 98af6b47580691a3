package percolate.plotting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.arange;
import static percolate.Percolate.rand;
import static percolate.Percolate.tensor;
import static percolate.Percolate.zeros;
import static percolate.plotting.Pictures.bars;
import static percolate.plotting.Pictures.boxes;
import static percolate.plotting.Pictures.contours;
import static percolate.plotting.Pictures.grid;
import static percolate.plotting.Pictures.heatMap;
import static percolate.plotting.Pictures.histogram;
import static percolate.plotting.Pictures.plot;
import static percolate.plotting.Pictures.scatter;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import percolate.ShapeException;
import percolate.Tensor;

class PlainPicturesTest {
    @Test
    void plotDrawsAFunctionsGraph() {
        assertThat(plot(x -> x.square(), -1, 3).alt())
                .isEqualTo("over x: line of 1,001 points: from 1 at -1, falls to 0 at 0, rises to 9 at 3");
    }

    @Test
    void plotTakesFunctionsOfSeveralLinesAndConstants() {
        assertThat(plot(x -> x.reshape(-1, 1).times(tensor(1, 2)), 0, 1).alt()).contains("y[0] of", "y[1] of");
        assertThat(plot(x -> x.reshape(-1, 1), 0, 1).alt()).contains("line of 1,001 points");
        assertThat(plot(x -> tensor(3), 0, 1).alt()).contains("always 3");
    }

    @Test
    void plotSaysWhatAFunctionShouldGive() {
        assertThatThrownBy(() -> plot(x -> zeros(7), 0, 1))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("plot: the function got x of shape [1001] and must give one value for each")
                .hasMessageContaining("got [7]");
        assertThatThrownBy(() -> plot(x -> x, 1, 1)).hasMessageContaining("give the lower end first");
    }

    @Test
    void plotDrawsValuesOverTheirNumbers() {
        assertThat(plot(tensor(5, 4)).alt()).isEqualTo("line of 2 points: from 5 at 0, falls to 4 at 1");
    }

    @Test
    void scatterTellsClassesApart() {
        var points = rand(4, 2);
        assertThat(scatter(points, tensor(new int[] {1, 0, 1, 1})).alt()).contains("0 of 1 point,", "1 of 3 points");
        assertThat(scatter(points, List.of("b", "a", "b", "b")).alt()).contains("b of 3 points", "a of 1 point");
        assertThat(scatter(points).alt()).contains("4 points, x from");
        assertThat(scatter(zeros(0, 2)).alt()).isEqualTo("an empty chart");
    }

    @Test
    void scatterRefusesWhatIsNoPlane() {
        assertThatThrownBy(() -> scatter(rand(4, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("got [4, 3]; choose two columns");
        assertThatThrownBy(() -> scatter(rand(4, 2), tensor(new int[] {1})))
                .hasMessage("scatter: expected one label for each of 4 points, got 1; give as many");
        assertThatThrownBy(() -> scatter(rand(4, 2), rand(4, 3))).hasMessageContaining("take argmax(1)");
    }

    @Test
    void barsTakeNamesAndGroups() {
        assertThat(bars(tensor(1, 3)).alt()).isEqualTo("2 bars, lowest 1 at 0, highest 3 at 1");
        var named = new LinkedHashMap<String, Integer>();
        named.put("cat", 3);
        named.put("dog", 1);
        assertThat(bars(named).alt()).isEqualTo("2 bars, lowest 1 at dog, highest 3 at cat");
        assertThat(bars(rand(3, 2)).legend("now", "then").alt()).contains("now of 3 bars", "then of 3 bars");
        assertThatThrownBy(() -> bars(List.of("a"), tensor(1, 2))).hasMessageContaining("got 1; give as many");
        assertThatThrownBy(() -> bars(rand(2, 2, 2)))
                .hasMessage("bars: expected values of shape [bars] or [bars, groups], got [2, 2, 2]; reshape it, for"
                        + " example with flatten()");
    }

    @Test
    void histogramsAndBoxesTakeTensors() {
        assertThat(histogram(rand(5, 5), 4).alt()).contains("histogram of 25 values", "in 4 bins");
        assertThat(boxes(tensor(1, 2, 3)).alt()).isEqualTo("1 box: 0 median 2, half of the values from 1.5 to 2.5");
        var groups = new LinkedHashMap<String, Tensor>();
        groups.put("few", tensor(1, 2));
        groups.put("many", arange(100));
        assertThat(boxes(groups).alt()).contains("few median 1.5", "many median 49.5");
    }

    @Test
    void heatMapsTakeMatricesAndNames() {
        assertThat(heatMap(tensor(1, 2)).alt()).startsWith("heat map of 1 × 2 values");
        assertThat(heatMap(rand(2, 2), List.of("a", "b"), List.of()).alt()).startsWith("heat map of 2 × 2 values");
        assertThatThrownBy(() -> heatMap(rand(2, 2), List.of("a"), List.of()))
                .hasMessage(
                        "heatMap: expected a name for each of 2 rows, got 1; give as many, or List.of() for numbers");
        assertThatThrownBy(() -> heatMap(rand(2, 2, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("expected a matrix");
        assertThatThrownBy(() -> heatMap(rand(2, 2)).logX()).hasMessageContaining("no logarithmic axis");
    }

    @Test
    void contoursSampleAFunctionOfTwoNumbers() {
        assertThat(contours((x, y) -> x.minus(1).square().plus(y.square()), tensor(-1, 3), tensor(-2, 2))
                        .alt())
                .contains("lowest 0 at (1, 0)", "highest 8 at (-1, -2)");
        assertThatThrownBy(() -> contours((x, y) -> x, tensor(1, 1), tensor(0, 1)))
                .hasMessageContaining("expected xRange as two ends, the lower one first");
        assertThatThrownBy(() -> contours((x, y) -> x.sum(), tensor(0, 1), tensor(0, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("must give one value for each, got []");
    }

    @Test
    void gridsSetPicturesSideBySide() {
        assertThat(grid(plot(tensor(1, 1)), plot(tensor(2, 2)).title("two")).alt())
                .isEqualTo("2 pictures: line of 2 points, always 1 | two: line of 2 points, always 2");
        assertThatThrownBy(() -> grid())
                .hasMessage("grid: expected between 1 and 64 pictures, got 0; give one or more");
        assertThatThrownBy(() -> grid(plot(tensor(1, 1))).logY())
                .hasMessageStartingWith("logY: this picture has no axes");
    }
}
