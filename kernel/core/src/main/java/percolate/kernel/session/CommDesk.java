package percolate.kernel.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import percolate.kernel.api.Comm;
import percolate.kernel.api.CommData;
import percolate.kernel.api.CommLines;
import percolate.kernel.protocol.Broadcast;
import percolate.kernel.protocol.CommClose;
import percolate.kernel.protocol.CommMessage;
import percolate.kernel.protocol.CommOpen;
import percolate.kernel.protocol.Request;

/** The comms that are open, and who takes those that front ends open. May be used by several threads at once. */
final class CommDesk implements CommLines {
    private final Map<String, OpenComm> open = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, BiConsumer<Comm, CommData>> targets = new ConcurrentHashMap<>();
    private final CurrentCell cells;
    private final CellOutput nowhere;

    /** @param nowhere sends what no cell says */
    CommDesk(CurrentCell cells, CellOutput nowhere) {
        this.cells = cells;
        this.nowhere = nowhere;
    }

    @Override
    public Comm open(String target, CommData opening) {
        var comm = new OpenComm(target, this);
        open.put(comm.id(), comm);
        tell(new CommOpen(
                comm.id(),
                target,
                OpenComm.json(opening.data()),
                OpenComm.json(opening.metadata()),
                opening.buffers()));
        return comm;
    }

    @Override
    public void register(String target, BiConsumer<Comm, CommData> handler) {
        targets.put(target, handler);
    }

    @Override
    public void unregister(String target) {
        targets.remove(target);
    }

    /** The target of each open comm, by the comm's id. */
    Map<String, String> targets(Optional<String> only) {
        var found = new LinkedHashMap<String, String>();
        synchronized (open) {
            open.values().stream()
                    .filter(comm -> only.isEmpty() || only.get().equals(comm.target()))
                    .forEach(comm -> found.put(comm.id(), comm.target()));
        }
        return found;
    }

    /** Handles what a front end says about a comm, on the calling thread. */
    void handle(Request request) {
        if (request instanceof CommOpen opening) {
            opened(opening);
        } else if (request instanceof CommMessage message) {
            find(message.id()).ifPresent(comm -> comm.received(OpenComm.data(message)));
        } else if (request instanceof CommClose closing) {
            find(closing.id()).ifPresent(comm -> comm.closed(OpenComm.data(closing)));
        }
    }

    private void opened(CommOpen opening) {
        var handler = targets.get(opening.target());
        if (handler == null) {
            tell(new CommClose(opening.id()));
            return;
        }
        var comm = new OpenComm(opening.id(), opening.target(), this);
        open.put(comm.id(), comm);
        handler.accept(comm, OpenComm.data(opening));
    }

    private Optional<OpenComm> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Whether it was open. */
    boolean forget(OpenComm comm) {
        return open.remove(comm.id(), comm);
    }

    boolean isOpen(OpenComm comm) {
        return open.get(comm.id()) == comm;
    }

    /** Says something in the name of the calling thread's cell, after what the cell printed. */
    void tell(Broadcast message) {
        cells.find().orElse(nowhere).tell(message);
    }
}
