package percolate.kernel.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelGuardTest {
    @ParameterizedTest
    @ValueSource(strings = {"mainly mine", "my percolate-cells", "Thread-7"})
    void aCellsOwnThreadIsInterrupted(String name) {
        assertThat(isInterrupted(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "percolate-cells", "iothread-2", "reaper-1"})
    void aThreadOfTheKernelIsNot(String name) {
        assertThat(isInterrupted(name)).isFalse();
    }

    @Test
    void anExitIsRefused() {
        assertThatThrownBy(() -> KernelGuard.exit(3))
                .isInstanceOf(KernelGuard.ExitRefused.class)
                .hasMessageContainingAll("System.exit(3)", "shut it down");
    }

    private static boolean isInterrupted(String name) {
        var asked = new boolean[1];
        KernelGuard.interrupt(new Thread(name) {
            @Override
            public void interrupt() {
                asked[0] = true;
            }
        });
        return asked[0];
    }
}
