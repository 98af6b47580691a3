package percolate.kernel.cells;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a running cell can be stopped. Cells call {@link #check} at the start of each method and before each jump back.
 *
 * <p>The call goes through a call site that the JIT compiler takes for a constant: it costs nothing until a cell is
 * stopped, where reading a volatile flag would keep loops from being vectorised.
 */
public final class Checkpoint {
    private static final MethodHandle NOTHING = MethodHandles.empty(MethodType.methodType(void.class));
    private static final MethodHandle STOP = stop();
    private static final MutableCallSite SITE = new MutableCallSite(NOTHING);
    private static final MethodHandle CHECK = SITE.dynamicInvoker();
    private static final Set<Thread> STOPPED = ConcurrentHashMap.newKeySet();

    private Checkpoint() {}

    /** Throws {@link CellStopped} if the calling thread's cell was stopped. */
    public static void check() throws Throwable {
        CHECK.invokeExact();
    }

    /** From now on the checks throw on this thread, and on the shared workers that parallel streams run on. */
    static synchronized void stop(Thread thread) {
        STOPPED.add(thread);
        route(STOP);
    }

    /** The checks do nothing on this thread again. */
    static synchronized void release(Thread thread) {
        if (STOPPED.remove(thread) && STOPPED.isEmpty()) {
            route(NOTHING);
        }
    }

    private static void route(MethodHandle target) {
        SITE.setTarget(target);
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    private static void stopOwnThread() {
        if (stopped(Thread.currentThread())) {
            throw new CellStopped();
        }
    }

    /** Whether the checks throw on this thread. */
    static boolean stopped(Thread thread) {
        return STOPPED.contains(thread) || (!STOPPED.isEmpty() && CommonPool.runs(thread));
    }

    private static MethodHandle stop() {
        Runnable stop = Checkpoint::stopOwnThread;
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                    .bindTo(stop);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
