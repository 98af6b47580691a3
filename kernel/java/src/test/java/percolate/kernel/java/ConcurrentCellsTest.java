package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Evaluation.Interrupted;
import percolate.kernel.language.Evaluation.Value;

/** Cells of several shells, each on its thread. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConcurrentCellsTest {
    private static final int ROUNDS = 40;

    @AutoClose
    private final Cells cells = new Cells();

    @Test
    void eachGetsItsOwnValuesAndErrors() throws Exception {
        cells.nothing("int twice(int x) { return 2 * x; }");
        var pool = Executors.newFixedThreadPool(3);
        var left = pool.submit(manyCells("left", 1_000));
        var right = pool.submit(manyCells("right", 5_000));
        var failing = pool.submit(() -> {
            for (var i = 0; i < ROUNDS; i++) {
                var failure = (Failure) run("int bad = 1;\nThread.sleep(1);\nint worse = bad / 0;", 10_000 + i);
                assertThat(failure.name()).isEqualTo("ArithmeticException");
                assertThat(failure.traceback()).anyMatch(line -> line.contains("line 3:  int worse = bad / 0;"));
            }
            return true;
        });
        assertThat(left.get()).isTrue();
        assertThat(right.get()).isTrue();
        assertThat(failing.get()).isTrue();
        pool.shutdown();
    }

    @Test
    void oneThatComputesKeepsNoneFromDeclaringAndCalling() throws Exception {
        var pool = Executors.newFixedThreadPool(1);
        var main = pool.submit(() -> run("long n = 1;\n" + Cells.TELL_RUNNING + "while (true) n++;", 1));
        while (System.getProperty("percolate.test.running") == null) {
            Thread.sleep(5);
        }
        assertThat(run("record Point(int x, int y) {}\nint area(Point p) { return p.x() * p.y(); }", 2))
                .isEqualTo(new Evaluation.Nothing());
        assertThat(run("area(new Point(3, 4))", 3)).isEqualTo(new Value(12));
        assertThat(run("n > 0", 4)).isEqualTo(new Value(true));

        cells.interruption.request();
        assertThat(main.get()).isInstanceOf(Interrupted.class);
        assertThat(run("area(new Point(5, 6))", 5)).isEqualTo(new Value(30));
        pool.shutdown();
    }

    private Callable<Boolean> manyCells(String name, int number) {
        return () -> {
            for (var i = 0; i < ROUNDS; i++) {
                assertThat(run("int " + name + " = " + i + ";\nThread.sleep(1);\ntwice(" + name + ") + 1", number + i))
                        .isEqualTo(new Value(2 * i + 1));
            }
            return true;
        };
    }

    private Evaluation run(String code, int number) {
        cells.interruption.cellStarts();
        try {
            return cells.language.evaluate(code, number);
        } finally {
            cells.interruption.cellEnds();
        }
    }
}
