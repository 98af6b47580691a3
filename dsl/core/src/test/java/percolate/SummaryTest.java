package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Model LENET = sequential(
            input(1, 28, 28),
            conv2d(6, 5).same().tanh().named("C1"),
            avgPool2d(2),
            conv2d(16, 5).tanh(),
            avgPool2d(2),
            flatten(),
            dense(120).tanh(),
            dense(84).tanh(),
            dense(10));

    @Test
    void rowsHaveNamesShapesAndTheArithmeticInWords() {
        var rows = LENET.summary().rows();
        assertThat(rows)
                .extracting(Summary.Row::name)
                .containsExactly("C1", "avgPool2d1", "conv2d1", "avgPool2d2", "flatten1", "dense1", "dense2", "dense3");
        assertThat(rows)
                .extracting(row -> row.output().toString())
                .containsExactly(
                        "[6, 28, 28]", "[6, 14, 14]", "[16, 10, 10]", "[16, 5, 5]", "[400]", "[120]", "[84]", "[10]");
        assertThat(rows)
                .extracting(Summary.Row::sizeFormula)
                .containsExactly(
                        "28 + 2·2 − 5 + 1 = 28",
                        "⌊(28 − 2) / 2⌋ + 1 = 14",
                        "14 − 5 + 1 = 10",
                        "⌊(10 − 2) / 2⌋ + 1 = 5",
                        "16·5·5 = 400",
                        "",
                        "",
                        "");
        assertThat(rows)
                .extracting(Summary.Row::parameterFormula)
                .containsExactly(
                        "(5·5·1 + 1)·6 = 156",
                        "",
                        "(5·5·6 + 1)·16 = 2,416",
                        "",
                        "",
                        "(400 + 1)·120 = 48,120",
                        "(120 + 1)·84 = 10,164",
                        "(84 + 1)·10 = 850");
    }

    @Test
    void countsAddUp() {
        var summary = LENET.summary();
        assertThat(summary.parameters()).isEqualTo(61_706);
        assertThat(summary.rows().stream().mapToLong(Summary.Row::parameters).sum())
                .isEqualTo(61_706);
        assertThat(LENET.weights().values().stream().mapToLong(Tensor::size).sum())
                .isEqualTo(61_706);
    }

    @Test
    void anLstmSaysTheTextbooksCountAndTheEngines() {
        var rows = sequential(input(TIME, 3), lstm(4)).summary().rows();
        assertThat(rows.get(0).parameterFormula())
                .isEqualTo("4·((3 + 4)·4 + 4) = 128 in textbooks; with a second bias + 4·4 = 144");
        assertThat(rows.get(0).parameters()).isEqualTo(144);
        assertThat(sequential(input(TIME, 3), lstm(4).returnSequences()).outputShape())
                .hasToString("[time, 4]");
    }

    @Test
    void withoutBiasNoOneIsAdded() {
        var rows = sequential(input(2, 4, 4), conv2d(3, 3).withBias(false), flatten(), dense(2).withBias(false))
                .summary()
                .rows();
        assertThat(rows.get(0).parameterFormula()).isEqualTo("3·3·2·3 = 54");
        assertThat(rows.get(2).parameterFormula()).isEqualTo("12·2 = 24");
        assertThat(sequential(input(TIME), embedding(65, 8))
                        .summary()
                        .rows()
                        .get(0)
                        .parameterFormula())
                .isEqualTo("65·8 = 520");
    }

    @Test
    void theTextIsATable() {
        var lines = LENET.summary().toString().lines().toList();
        assertThat(lines).hasSize(10);
        assertThat(lines.get(0)).isEqualTo("input [1, 28, 28]");
        assertThat(lines.get(1))
                .startsWith("C1 ")
                .contains("conv2d(6, 5).same().tanh()", "[6, 28, 28]")
                .endsWith("= 156");
        assertThat(lines.get(9)).isEqualTo("61,706 parameters");
        int column = lines.get(1).indexOf("conv2d(6");
        assertThat(lines.get(3).indexOf("conv2d(16")).isEqualTo(column);
    }
}
