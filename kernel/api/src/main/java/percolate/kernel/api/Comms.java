package percolate.kernel.api;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Opens comms to the front end, and takes those that the front end opens. */
public final class Comms {
    private static volatile CommLines lines = CommLines.NONE;

    private Comms() {}

    /**
     * Opens a comm.
     *
     * @param target what the front end knows this kind of comm by; one that it does not know is closed at once
     * @throws IllegalStateException where no notebook is connected
     */
    public static Comm open(String target, Map<String, ?> data, byte[]... buffers) {
        return open(target, CommData.of(data, buffers));
    }

    /** Opens a comm with metadata besides. */
    public static Comm open(String target, CommData opening) {
        return lines.open(Objects.requireNonNull(target, "comm: the target is null; give its name"), opening);
    }

    /** From now on this handler is given each comm that the front end opens to the target. */
    public static void register(String target, BiConsumer<Comm, CommData> handler) {
        lines.register(target, handler);
    }

    /** From now on comms that the front end opens to the target are closed at once. */
    public static void unregister(String target) {
        lines.unregister(target);
    }

    /** Connects comms to a front end; the kernel calls this once, before the first cell. */
    public static void connect(CommLines to) {
        lines = Objects.requireNonNull(to);
    }
}
