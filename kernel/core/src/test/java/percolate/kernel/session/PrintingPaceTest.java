package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import percolate.kernel.protocol.Status;

class PrintingPaceTest {
    private static final long START = 7;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final PrintingPace pace = new PrintingPace(START);

    @Test
    void aBurstIsPrintedWithoutWaiting() {
        for (int i = 0; i < 10; i++) {
            pace.sent(PrintingPace.BURST_BYTES / 10, START);
            assertThat(pace.isExceeded()).isFalse();
        }
    }

    @Test
    void moreWaitsUntilItsTimeHasCome() {
        pace.sent(PrintingPace.BURST_BYTES, START);
        pace.sent(PrintingPace.BYTES_PER_SECOND, START);
        assertThat(pace.isExceeded()).isTrue();
        assertThat(pace.remaining(START)).isEqualTo(SECOND);
        assertThat(pace.remaining(START + SECOND)).isZero();
        assertThat(pace.isExceeded()).isFalse();
    }

    @Test
    void aPauseIsSavedUpToTheBurstAgain() {
        pace.sent(PrintingPace.BURST_BYTES, START);
        pace.sent(PrintingPace.BURST_BYTES, START + 1_000 * SECOND);
        assertThat(pace.isExceeded()).isFalse();
        pace.sent(PrintingPace.BYTES_PER_SECOND, START + 1_000 * SECOND);
        assertThat(pace.remaining(START + 1_000 * SECOND)).isEqualTo(SECOND);
    }

    @Test
    void noThreeSecondsHoldMoreThanAJupyterServerLetsThrough() {
        var bytes = PrintingPace.BURST_BYTES + 3 * PrintingPace.BYTES_PER_SECOND + (1 << 18);
        assertThat(bytes).isLessThan(3_000_000);
        assertThat(bytes / PrintingPace.LEAST_BYTES).isLessThan(3_000);
    }

    @Test
    void anyMessageCostsSomething() {
        // Twice as many as a burst holds, for time passes meanwhile and allows some more.
        for (int i = 0; i <= 2 * PrintingPace.BURST_BYTES / PrintingPace.LEAST_BYTES; i++) {
            pace.sent(100, Status.BUSY);
        }
        assertThat(pace.isExceeded()).isTrue();
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        pace.sent(1_000_000_000, System.nanoTime());
        Thread.currentThread().interrupt();
        pace.await();
        assertThat(Thread.interrupted()).isTrue();
    }
}
