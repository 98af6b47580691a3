package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeMagicsTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void timeIsTakenWhileTheCodeRuns() {
        var line = kernel.execute("%time sum 1 2");
        assertThat(line.result()).isEqualTo("3");
        assertThat(line.printed("stdout")).matches("CPU (less than 10.0 ms|[\\d.]+ \\S+), wall [\\d.]+ \\S+\n");
        var cell = kernel.execute("%%time", "sleep 30", "%%other");
        assertThat(cell.failure()).contains("first line");
        assertThat(kernel.execute("%%time", "%%other", "language").result()).isEqualTo("other");
        assertThat(kernel.execute("%%time", "fail on purpose").status()).isEqualTo("error");
        assertThat(kernel.execute("%time").failure()).contains("expected code to measure");
    }

    @Test
    void codeIsTimedAgainAndAgain() {
        assertThat(kernel.execute("%timeit -n 3 -r2 print x").printed("stdout"))
                .matches("(x\n){6}[\\d.]+ \\S+ ± [\\d.]+ \\S+ per loop"
                        + " \\(mean ± std. dev. of 2 runs, 3 loops each\\), best [\\d.]+ \\S+\n");
        assertThat(kernel.execute("%timeit -r 1 sleep 210").printed("stdout")).contains("of 1 run, 1 loop each");
        assertThat(kernel.execute("%timeit -n 0 print x").failure()).contains("at least one loop");
        assertThat(kernel.execute("%timeit fail").status()).isEqualTo("error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print running\n%time sleep 600000",
                "print running\n%timeit sleep 600000",
                "%%time\nprint running\nsleep 600000"
            })
    void magicsThatRunCodeCanBeInterrupted(String cell) {
        assertThat(kernel.client().interrupt(cell).reply().text("ename")).isEqualTo("Interrupted");
    }
}
