package percolate.kernel.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.kernel.render.MemoryReport.Line;

class MemoryReportTest {
    @Test
    void itTellsWhatLibrariesTellNowAndWhyOneCannot() {
        var report = new MemoryReport();
        var amount = new int[] {1};
        report.add("live tensors", () -> amount[0] + " MB");
        report.add("broken", () -> {
            throw new IllegalStateException("gone");
        });
        amount[0] = 2;
        assertThat(report.lines())
                .containsExactly(
                        new Line("live tensors", "2 MB"),
                        new Line("broken", "(unknown: java.lang.IllegalStateException: gone)"));
    }

    @Test
    void whatAValueHoldsIsToldByItsTypeAndSummedUpOverCollections() {
        var report = new MemoryReport();
        report.weigh(Integer.class, number -> number);
        report.weigh(Number.class, number -> 1);
        report.weigh(String.class, text -> {
            throw new IllegalStateException("gone");
        });
        assertThat(report.bytes(7)).isEqualTo(7);
        assertThat(report.bytes(7L)).isEqualTo(1);
        assertThat(report.bytes(List.of(2, Map.of("three", 3), new Object[] {4, null, "five"})))
                .isEqualTo(9);
        assertThat(report.bytes(List.of(List.of(List.of(List.of(1)))))).isZero();
        assertThat(report.bytes("gone")).isZero();
        assertThat(report.bytes('c')).isZero();
        assertThat(report.bytes(null)).isZero();
    }
}
