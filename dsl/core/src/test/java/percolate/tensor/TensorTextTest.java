package percolate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import percolate.Device;

class TensorTextTest {
    @Test
    void aScalarIsItsNumberAndType() {
        assertThat(tensor(0.1)).hasToString("0.1 float32");
        assertThat(tensor(3)).hasToString("3 float32");
        assertThat(tensor(7).to(int64)).hasToString("7 int64");
        assertThat(tensor(1).to(bool)).hasToString("true bool");
    }

    @Test
    void aMatrixShowsShapeTypeAndRows() {
        assertThat(tensor(new double[][] {{1, 2.5}, {-3, 0}}))
                .hasToString("tensor [2, 2] float32\n[[1, 2.5],\n [-3, 0]]");
        assertThat(tensor(1, 2).to(int32)).hasToString("tensor [2] int32\n[1, 2]");
        assertThat(zeros(1, 2, 2)).hasToString("tensor [1, 2, 2] float32\n[[[0, 0],\n  [0, 0]]]");
    }

    @ParameterizedTest
    @CsvSource({
        "0.123456, 0.1235",
        "12.3456, 12.35",
        "1234.56, 1235",
        "123456.7, 123457",
        "9.99996, 10",
        "0.5, 0.5",
        "-0.25, -0.25",
        "0.00012346, 0.0001235",
        "0.000012346, 1.235e-05",
        "1e-30, 1e-30",
        "1500000, 1.5e+06",
        "2e20, 2e+20"
    })
    void numbersHaveFourDigits(double value, String text) {
        assertThat(tensor(value)).hasToString(text + " float32");
    }

    @Test
    void whatIsNoNumberIsSaid() {
        assertThat(tensor(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY))
                .asString()
                .endsWith("[NaN, ∞, -∞]");
    }

    @Test
    void theMiddleIsLeftOutAbove1000Elements() {
        assertThat(arange(1000).toString()).contains("500").doesNotContain("…");
        assertThat(arange(1001)).hasToString("tensor [1001] float32\n[0, 1, 2, …, 998, 999, 1000]");
        assertThat(arange(4000).reshape(2, 2000))
                .hasToString("tensor [2, 2000] float32\n[[0, 1, 2, …, 1997, 1998, 1999],\n [2000, 2001, 2002, …, 3997,"
                        + " 3998, 3999]]");
        assertThat(arange(2000).reshape(1000, 2).toString())
                .isEqualTo(
                        "tensor [1000, 2] float32\n[[0, 1],\n [2, 3],\n [4, 5],\n …,\n [1994, 1995],\n [1996, 1997],\n"
                                + " [1998, 1999]]");
    }

    @Test
    void aLargeTensorPrintsOnlyItsEdges() {
        assertThat(zeros(3000, 3000).toString()).hasSizeLessThan(400);
    }

    @Test
    void anEmptyTensorHasEmptyBrackets() {
        assertThat(zeros(0)).hasToString("tensor [0] float32\n[]");
        assertThat(zeros(2, 0)).hasToString("tensor [2, 0] float32\n[[],\n []]");
    }

    @Test
    void aDeviceIsShownWhereItIsNotTheSessions() {
        assertThat(TensorText.elsewhere(Device.gpu(0), Device.gpu(0))).isEmpty();
        assertThat(TensorText.elsewhere(Device.cpu(), Device.gpu(0))).isEqualTo(" cpu");
    }
}
