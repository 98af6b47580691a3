package percolate.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import percolate.kernel.protocol.ExecuteRequest;
import percolate.kernel.protocol.Status;

/**
 * Says busy and idle. Front ends show the last status they heard, so when another answer ends while a cell runs (a
 * completion, say), busy is said again for the cell.
 */
final class Activity {
    /** By the ids of their requests, in the order in which they began. */
    private final Map<String, Exchange> cells = new LinkedHashMap<>();

    synchronized void begin(Exchange exchange) {
        if (isCell(exchange)) {
            cells.put(id(exchange), exchange);
        }
        exchange.publish(Status.BUSY);
    }

    synchronized void end(Exchange exchange) {
        cells.remove(id(exchange));
        exchange.publish(Status.IDLE);
        cells.values().stream().reduce((earlier, later) -> later).ifPresent(running -> running.publish(Status.BUSY));
    }

    private static String id(Exchange exchange) {
        return exchange.message().header().id();
    }

    private static boolean isCell(Exchange exchange) {
        return exchange.message().content() instanceof ExecuteRequest;
    }
}
