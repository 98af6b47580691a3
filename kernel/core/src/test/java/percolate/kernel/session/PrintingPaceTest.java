package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrintingPaceTest {
    private static final long START = 7;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final PrintingPace pace = new PrintingPace(START);

    @Test
    void halfAMegabyteIsPrintedWithoutWaiting() {
        for (int i = 0; i < 10; i++) {
            assertThat(pace.spend(PrintingPace.BURST_BYTES / 10, START)).isZero();
        }
    }

    @Test
    void moreWaitsUntilItsTimeHasCome() {
        pace.spend(PrintingPace.BURST_BYTES, START);
        assertThat(pace.spend(PrintingPace.BYTES_PER_SECOND, START)).isEqualTo(SECOND);
        assertThat(pace.spend(PrintingPace.BYTES_PER_SECOND, START + SECOND)).isEqualTo(SECOND);
    }

    @Test
    void aPauseIsSavedUpToTheBurstAgain() {
        pace.spend(PrintingPace.BURST_BYTES, START);
        assertThat(pace.spend(PrintingPace.BURST_BYTES, START + 1_000 * SECOND)).isZero();
        assertThat(pace.spend(PrintingPace.BYTES_PER_SECOND, START + 1_000 * SECOND))
                .isEqualTo(SECOND);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        pace.spend(PrintingPace.BURST_BYTES, System.nanoTime());
        Thread.currentThread().interrupt();
        pace.spend(1_000 * PrintingPace.BYTES_PER_SECOND);
        assertThat(Thread.interrupted()).isTrue();
    }
}
