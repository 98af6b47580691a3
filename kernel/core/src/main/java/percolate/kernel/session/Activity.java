package percolate.kernel.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import percolate.kernel.protocol.ExecuteRequest;
import percolate.kernel.protocol.Status;

/**
 * Says busy and idle. Front ends show the last status they heard, so when another answer ends while a cell runs (a
 * completion, say), busy is said again for the cell.
 */
final class Activity {
    private final Deque<Exchange> cells = new ArrayDeque<>();

    synchronized void begin(Exchange exchange) {
        if (isCell(exchange)) {
            cells.add(exchange);
        }
        exchange.publish(Status.BUSY);
    }

    synchronized void end(Exchange exchange) {
        cells.remove(exchange);
        exchange.publish(Status.IDLE);
        Optional.ofNullable(cells.peekLast()).ifPresent(running -> running.publish(Status.BUSY));
    }

    private static boolean isCell(Exchange exchange) {
        return exchange.message().content() instanceof ExecuteRequest;
    }
}
