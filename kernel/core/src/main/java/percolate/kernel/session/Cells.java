package percolate.kernel.session;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.cells.Interruption;
import percolate.kernel.protocol.AbortedReply;
import percolate.kernel.protocol.ErrorReply;
import percolate.kernel.protocol.ExecuteRequest;
import percolate.kernel.protocol.InputRequest;
import percolate.kernel.protocol.Reply;

/** The cells that wait, and the thread's work that takes them one after the other. */
final class Cells implements Runnable {
    private static final Logger LOG = Logger.getLogger(Cells.class.getName());

    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final CellRunner runner;
    private final TypedInput input;
    private final ScheduledExecutorService timer;
    private final Interruption interruption;
    private volatile boolean closed;

    Cells(CellRunner runner, TypedInput input, ScheduledExecutorService timer, Interruption interruption) {
        this.runner = runner;
        this.input = input;
        this.timer = timer;
        this.interruption = interruption;
    }

    private record Waiting(Exchange exchange, ExecuteRequest request) {}

    void add(Exchange exchange, ExecuteRequest request) {
        interruption.awaited();
        waiting.add(new Waiting(exchange, request));
    }

    /** Takes no more cells; the thread still has to be woken. */
    void close() {
        closed = true;
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                survive(waiting.take());
            } catch (InterruptedException e) {
                // Closed, or a late interrupt that was meant for the cell before.
            }
        }
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
                waiting.drainTo(abandoned); // before the reply: what a front end sends after reading it is to run
            }
            return Optional.of(reply);
        });
        abandoned.forEach(this::abort);
    }

    private Reply execute(Waiting cell) {
        var exchange = cell.exchange();
        var request = cell.request();
        var output = new CellOutput(exchange::publish, request.silent(), timer);
        input.from(() -> {
            output.flush();
            return request.allowStdin() ? Optional.of(exchange.ask(new InputRequest("", false))) : Optional.empty();
        });
        try {
            return runner.run(request, output);
        } finally {
            interruption.noLongerAwaited();
        }
    }

    private void abort(Waiting cell) {
        interruption.noLongerAwaited();
        cell.exchange().answer(() -> Optional.of(new AbortedReply()));
    }
}
