package percolate.kernel.cells;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/** Takes the place of the JDK's methods that would end or silence the kernel, where a cell calls them. */
@SuppressWarnings("DoNotCallSuggester") // cells' code calls these in place of what ends the process
public final class KernelGuard {
    private static final List<String> KERNELS = List.of("percolate-", "iothread-", "reaper-");
    private static final String MAIN = "main";
    private static final String PRINT_STACK_TRACE = "printStackTrace";

    private KernelGuard() {}

    /** A cell asked to end the process; an Error, so that its {@code catch (Exception)} lets it pass. */
    public static final class ExitRefused extends Error {
        private static final long serialVersionUID = 1;

        ExitRefused(String call) {
            super(call + " would end the kernel and lose all variables, so only the cell has ended;"
                    + " to end the kernel, shut it down or restart it in the notebook's menu");
        }
    }

    public static void exit(int status) {
        throw new ExitRefused("System.exit(" + status + ")");
    }

    public static void exit(Runtime runtime, int status) {
        throw new ExitRefused("Runtime.exit(" + status + ")");
    }

    public static void halt(Runtime runtime, int status) {
        throw new ExitRefused("Runtime.halt(" + status + ")");
    }

    /** Interrupts a thread, unless it is the kernel's. */
    public static void interrupt(Thread thread) {
        if (!isKernels(thread)) {
            thread.interrupt();
        }
    }

    /** Stops a thread where this JDK still can, unless it is the kernel's. */
    @SuppressWarnings({"deprecation", "removal"})
    public static void stop(Thread thread) {
        if (!isKernels(thread)) {
            thread.stop();
        }
    }

    /** Holds a thread where this JDK still can, unless it is the kernel's or the caller itself, which none would wake. */
    @SuppressWarnings({"deprecation", "removal"})
    public static void suspend(Thread thread) {
        if (!isKernels(thread) && thread != Thread.currentThread()) {
            thread.suspend();
        }
    }

    /** Prints an exception's stack trace down to the cell that ran, without the kernel's own frames below that. */
    public static void printStackTrace(Object thrown) {
        if (thrown == null) {
            throw new NullPointerException(
                    "Cannot invoke \"printStackTrace()\" because there is no exception: it is null");
        }
        try {
            var method = thrown.getClass().getMethod(PRINT_STACK_TRACE);
            if (method.getDeclaringClass() == Throwable.class) {
                System.err.print(CellTrace.of((Throwable) thrown));
            } else {
                call(method, thrown);
            }
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Exceptions of a cell may print themselves in their own way, and what is no exception may have such a method too. */
    private static void call(Method method, Object receiver) {
        try {
            method.setAccessible(true);
            method.invoke(receiver);
        } catch (InvocationTargetException e) {
            throw KernelGuard.<RuntimeException>unchecked(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    public static void setIn(InputStream in) {
        System.setIn(present(in, "setIn", "InputStream.nullInputStream()"));
    }

    public static void setOut(PrintStream out) {
        System.setOut(present(out, "setOut", "new PrintStream(OutputStream.nullOutputStream())"));
    }

    public static void setErr(PrintStream err) {
        System.setErr(present(err, "setErr", "new PrintStream(OutputStream.nullOutputStream())"));
    }

    private static <T> T present(T stream, String method, String silent) {
        if (stream == null) {
            throw new IllegalArgumentException("System." + method + ": expected a stream, got null, which would fail"
                    + " all cells from now on; give " + silent + " for none");
        }
        return stream;
    }

    /** By their names: the kernel's own, those of the sockets' library, and the one that waits for the kernel's end. */
    private static boolean isKernels(Thread thread) {
        var name = thread.getName();
        return thread != Thread.currentThread()
                && (name.equals(MAIN) || KERNELS.stream().anyMatch(name::startsWith));
    }
}
