package percolate.kernel.session;

import java.util.Optional;
import percolate.kernel.protocol.ExecuteRequest;
import percolate.kernel.protocol.Status;

/**
 * Says busy and idle. Front ends show the last status they heard, so when another answer ends while a cell runs (a
 * completion, say), busy is said again for the cell.
 */
final class Activity {
    private Optional<Exchange> cell = Optional.empty();

    synchronized void begin(Exchange exchange) {
        if (isCell(exchange)) {
            cell = Optional.of(exchange);
        }
        exchange.publish(Status.BUSY);
    }

    synchronized void end(Exchange exchange) {
        if (isCell(exchange)) {
            cell = Optional.empty();
        }
        exchange.publish(Status.IDLE);
        cell.ifPresent(running -> running.publish(Status.BUSY));
    }

    private static boolean isCell(Exchange exchange) {
        return exchange.message().content() instanceof ExecuteRequest;
    }
}
