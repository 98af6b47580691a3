package percolate.kernel.cells;

import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * The calls of the JDK, and of what may be an exception of any class, that are put through {@link KernelGuard} where a cell
 * makes them, directly or by a reference.
 */
final class KernelCalls {
    private static final String GUARD = KernelGuard.class.getName().replace('.', '/');
    private static final Map<String, String> GUARDED = Map.ofEntries(
            Map.entry("java/lang/System.exit(I)V", "(I)V"),
            Map.entry("java/lang/Runtime.exit(I)V", "(Ljava/lang/Runtime;I)V"),
            Map.entry("java/lang/Runtime.halt(I)V", "(Ljava/lang/Runtime;I)V"),
            Map.entry("java/lang/Thread.interrupt()V", "(Ljava/lang/Thread;)V"),
            Map.entry("java/lang/Thread.stop()V", "(Ljava/lang/Thread;)V"),
            Map.entry("java/lang/Thread.suspend()V", "(Ljava/lang/Thread;)V"),
            Map.entry("java/lang/System.setIn(Ljava/io/InputStream;)V", "(Ljava/io/InputStream;)V"),
            Map.entry("java/lang/System.setOut(Ljava/io/PrintStream;)V", "(Ljava/io/PrintStream;)V"),
            Map.entry("java/lang/System.setErr(Ljava/io/PrintStream;)V", "(Ljava/io/PrintStream;)V"));

    private static final Set<String> EXITS = Set.of("exit", "halt");
    private static final String PRINT_STACK_TRACE = "printStackTrace()V";

    private KernelCalls() {}

    /** What a library calls instead, whose own threads, streams and traces are its own affair: only ends are guarded. */
    static Handle insteadOfExit(Handle called) {
        return EXITS.contains(called.getName()) ? instead(called) : called;
    }

    /** What is called instead, with the receiver as first argument; the same method if it does no harm. */
    static Handle instead(Handle called) {
        var type = GUARDED.get(called.getOwner() + "." + called.getName() + called.getDesc());
        var isPlainCall = called.getTag() == Opcodes.H_INVOKESTATIC || called.getTag() == Opcodes.H_INVOKEVIRTUAL;
        if (called.getTag() == Opcodes.H_INVOKEVIRTUAL
                && (called.getName() + called.getDesc()).equals(PRINT_STACK_TRACE)) {
            return new Handle(Opcodes.H_INVOKESTATIC, GUARD, called.getName(), "(Ljava/lang/Object;)V", false);
        }
        return type != null && isPlainCall
                ? new Handle(Opcodes.H_INVOKESTATIC, GUARD, called.getName(), type, false)
                : called;
    }
}
