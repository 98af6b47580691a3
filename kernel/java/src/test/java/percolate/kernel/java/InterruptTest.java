package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.cells.Interruption;

class InterruptTest {
    @AutoClose
    private static final Cells cells = new Cells();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.sleep(600_000);",
                "new CompletableFuture<String>().get();",
                "Object o = new Object(); synchronized (o) { o.wait(); }",
                "while (true) {}",
                "for (;;) { try { Thread.sleep(600_000); } catch (InterruptedException e) {} }",
                "try { Thread.sleep(600_000); } catch (InterruptedException e) { throw new RuntimeException(e); }",
                "while (true) { try { for (;;); } catch (Throwable e) {} }",
                "int deep(int n) { return n > 500 ? 0 : deep(n + 1) + deep(n + 1); }\ndeep(0);",
                "Stream.iterate(1, i -> i + 1).forEach(i -> {});",
                "IntStream.range(0, 100).parallel().forEach(i -> { while (true); });",
                "long n = 0; do { switch ((int) (n++ % 3)) { case 0: continue; default: } } while (true);",
            })
    void aRunningCellStops(String code) throws Exception {
        cells.interrupted(code);
        assertThat(cells.value("1 + 1")).isEqualTo(2);
    }

    @Test
    void theLineWhereItStoppedIsNamedAndTheRestDoesNotRun() throws Exception {
        var ended = cells.interrupted(
                "int kept = 1;\n{\n" + Cells.TELL_RUNNING + "Thread.sleep(600_000);\n}\nint never = 2;");
        assertThat(ended.traceback().get(0)).contains("line 4").contains("Thread.sleep(600_000);");
        assertThat(cells.value("kept")).isEqualTo(1);
        cells.failure("never");
    }

    @Test
    void aCellThatSwallowsTheInterruptStillCountsAsInterrupted() throws Exception {
        cells.interrupted("try { Thread.sleep(600_000); } catch (InterruptedException e) {}\n42");
    }

    @Test
    void theInterruptFlagDoesNotReachTheNextCell() throws Exception {
        cells.interrupted("Thread.sleep(600_000);");
        assertThat(cells.value("Thread.currentThread().isInterrupted()")).isEqualTo(false);
    }

    @Test
    void anInterruptBetweenCellsStopsNothing() {
        cells.interruption.request();
        assertThat(cells.value("Thread.sleep(1); 3")).isEqualTo(3);
    }

    @Test
    void aThreadOfAnEarlierCellGoesOn() throws Exception {
        cells.nothing("""
                var ticks = new java.util.concurrent.atomic.AtomicLong();
                var clock = new Thread(() -> { while (true) { ticks.incrementAndGet(); } });
                clock.setDaemon(true);
                clock.start();
                """);
        cells.interrupted("while (true) {}");
        assertThat(
                        cells.value(
                                "long seen = ticks.get(); while (ticks.get() == seen) { Thread.onSpinWait(); } clock.isAlive()"))
                .isEqualTo(true);
    }

    @Test
    void anInterruptWhileTheCellCompilesWaitsUntilItRuns() {
        var interruption = new Interruption();
        interruption.cellStarts();
        interruption.request();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThatThrownBy(interruption::runStarts).isInstanceOf(CellStopped.class);
        interruption.cellEnds();
    }

    @Test
    void completionAnswersWhileACellRuns() throws Exception {
        var running = new Thread(() -> cells.run(Cells.TELL_RUNNING + "while (true) {}"));
        System.clearProperty("percolate.test.running");
        running.start();
        while (System.getProperty("percolate.test.running") == null) {
            Thread.sleep(5);
        }
        assertThat(cells.language.complete("Strin", 5).candidates()).isNotEmpty();
        assertThat(cells.language.completeness("int x = ").status()).hasToString("INCOMPLETE");
        cells.interruption.request();
        running.join(60_000);
        assertThat(running.isAlive()).isFalse();
    }
}
