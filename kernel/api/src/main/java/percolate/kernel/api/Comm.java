package percolate.kernel.api;

import java.util.Map;
import java.util.function.Consumer;

/**
 * A line between code of the session and code in the front end, for messages of any kind in both directions. May be used
 * from any thread, also after its cell has ended.
 *
 * <p>Handlers run on a thread of their own, one message after the other, also while a cell computes. What a handler prints
 * or displays belongs to the message that it handles, and an interrupt stops it as it stops a cell.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#custom-messages">Jupyter: comms</a>
 */
public interface Comm {
    /** Unique in the session. */
    String id();

    /** What the other side knows this kind of comm by. */
    String target();

    /** @throws IllegalStateException if the comm is closed */
    void send(CommData message);

    /** @throws IllegalStateException if the comm is closed */
    default void send(Map<String, ?> data, byte[]... buffers) {
        send(CommData.of(data, buffers));
    }

    /** From now on this handles what the other side sends. */
    void onMessage(Consumer<CommData> handler);

    /** From now on this is told when the other side closes. */
    void onClose(Consumer<CommData> handler);

    /** Tells the other side that nothing more will come; closing once more does nothing. */
    void close(CommData last);

    default void close() {
        close(CommData.of(Map.of()));
    }

    boolean isOpen();
}
