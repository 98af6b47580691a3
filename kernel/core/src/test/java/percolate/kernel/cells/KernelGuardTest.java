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

    /** Not an exception, but it has a method of that name. */
    public static final class Printer {
        private int printed;

        public void printStackTrace() {
            printed++;
            if (printed > 1) {
                throw new IllegalStateException("empty");
            }
        }
    }

    @Test
    void whatIsNoExceptionPrintsItsOwnStackTrace() {
        var printer = new Printer();
        KernelGuard.printStackTrace(printer);
        assertThat(printer.printed).isEqualTo(1);
        assertThatThrownBy(() -> KernelGuard.printStackTrace(printer))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("empty");
    }

    /** An exception that prints itself in its own way. */
    public static final class Curt extends RuntimeException {
        private static final long serialVersionUID = 1;
        private boolean printed;

        @Override
        public void printStackTrace() {
            printed = true;
        }
    }

    @Test
    void anExceptionMayPrintItselfInItsOwnWayAndNoneCannotBePrinted() {
        var own = new Curt();
        KernelGuard.printStackTrace(own);
        assertThat(own.printed).isTrue();
        assertThatThrownBy(() -> KernelGuard.printStackTrace(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("it is null");
    }

    @Test
    void aStackTraceEndsAtTheOutermostCell() {
        var cause = new IllegalArgumentException("cause");
        cause.setStackTrace(
                new StackTraceElement[] {frame(null, "Library"), frame("cells", "Cell"), frame(null, "Kernel")});
        var thrown = new IllegalStateException("outer", cause);
        thrown.setStackTrace(new StackTraceElement[] {
            frame("cells", "Cell"), frame(null, "Other"), frame("cells", "First"), frame(null, "Kernel")
        });
        assertThat(CellTrace.of(thrown).lines())
                .containsExactly(
                        "java.lang.IllegalStateException: outer",
                        "\tat cells//Cell.run(Source.java:1)",
                        "\tat Other.run(Source.java:1)",
                        "\tat cells//First.run(Source.java:1)",
                        "Caused by: java.lang.IllegalArgumentException: cause",
                        "\tat Library.run(Source.java:1)",
                        "\tat cells//Cell.run(Source.java:1)");
        thrown.setStackTrace(new StackTraceElement[] {frame(null, "Library")});
        assertThat(CellTrace.of(thrown)).contains("at Library.run");
    }

    private static StackTraceElement frame(String loader, String type) {
        return new StackTraceElement(loader, null, null, type, "run", "Source.java", 1);
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
