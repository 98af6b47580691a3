package percolate.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.cells.HeapReserve;
import percolate.kernel.cells.Interruption;
import percolate.kernel.protocol.AbortedReply;
import percolate.kernel.protocol.Broadcast;
import percolate.kernel.protocol.ErrorReply;
import percolate.kernel.protocol.ExecuteRequest;
import percolate.kernel.protocol.InputRequest;
import percolate.kernel.protocol.Reply;

/** The cells of one shell that wait, and the thread's work that takes them one after the other. */
final class Cells implements Runnable {
    private static final Logger LOG = Logger.getLogger(Cells.class.getName());

    /** Empty to wake the thread at the end. */
    private final LinkedBlockingQueue<Optional<Waiting>> waiting = new LinkedBlockingQueue<>();

    private final CellRunner runner;
    private final ScheduledExecutorService timer;
    private final Interruption interruption;
    private volatile boolean closed;

    Cells(CellRunner runner, ScheduledExecutorService timer, Interruption interruption) {
        this.runner = runner;
        this.timer = timer;
        this.interruption = interruption;
    }

    private record Waiting(Exchange exchange, ExecuteRequest request) implements Audience {
        @Override
        public int publish(Broadcast content) {
            return exchange.publish(content);
        }

        @Override
        public Optional<String> ask(InputRequest question) {
            return request.allowStdin() ? Optional.of(exchange.ask(question)) : Optional.empty();
        }
    }

    void add(Exchange exchange, ExecuteRequest request) {
        interruption.awaited();
        waiting.add(Optional.of(new Waiting(exchange, request)));
        if (closed) { // the thread may be gone already
            abort(takeAll());
        }
    }

    /** Takes no more cells; one that runs comes to its own end, those that wait are aborted. */
    void close() {
        closed = true;
        waiting.add(Optional.empty());
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                waiting.take().ifPresent(this::survive);
                HeapReserve.adjust(); // not before a cell, for which somebody waits
            } catch (InterruptedException | OutOfMemoryError e) {
                // Closed, or a late interrupt that was meant for the cell before, or a heap that threads of it fill.
            }
        }
        abort(takeAll());
    }

    /** Nothing that a cell brings about ends the thread, not even a heap so full that no error could be told. */
    private void survive(Waiting cell) {
        try {
            run(cell);
        } catch (Exception | Error e) {
            log(e);
        }
    }

    private static void log(Throwable failure) {
        try {
            LOG.log(Level.SEVERE, "a cell could not be answered", failure);
        } catch (Error e) {
            // A heap that full leaves no room for a log line either.
        }
    }

    private void run(Waiting cell) {
        var abandoned = new ArrayList<Waiting>();
        cell.exchange().answer(() -> {
            var reply = execute(cell);
            if (reply instanceof ErrorReply && cell.request().stopOnError()) {
                abandoned.addAll(takeAll()); // before the reply: what a front end sends after reading it is to run
            }
            return Optional.of(reply);
        });
        abort(abandoned);
    }

    private Reply execute(Waiting cell) {
        try {
            return runner.run(
                    cell.request(), new CellOutput(cell, cell.request().silent(), timer));
        } finally {
            interruption.noLongerAwaited();
        }
    }

    private List<Waiting> takeAll() {
        var all = new ArrayList<Optional<Waiting>>();
        waiting.drainTo(all);
        return all.stream().flatMap(Optional::stream).toList();
    }

    private void abort(List<Waiting> cells) {
        cells.forEach(cell -> {
            interruption.noLongerAwaited();
            cell.exchange().answer(() -> Optional.of(new AbortedReply()));
        });
    }
}
