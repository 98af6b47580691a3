package percolate.kernel.render;

import static org.assertj.core.api.Assertions.assertThat;

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
}
