package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import percolate.kernel.traceback.ThreadEnds;

class ThreadEndsTest {
    @Test
    void aKernelTellsWhatEndsThreadsUntilItIsClosed() {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        var kernel = RunningKernel.start();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isInstanceOf(ThreadEnds.class);
        kernel.close();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    @Test
    void aHandlerThatACellHasPutInStays() {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        var kernel = RunningKernel.start();
        Thread.UncaughtExceptionHandler own = (thread, thrown) -> {};
        try {
            Thread.setDefaultUncaughtExceptionHandler(own);
            kernel.close();
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(own);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
