package percolate.kernel.session;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.cells.Interruption;
import percolate.kernel.protocol.StreamOutput;

/**
 * Runs what code of the session wants done when a front end says something about a comm: as for a cell, what it prints
 * belongs to that message, an interrupt stops it, and a failure is told and does no harm.
 */
record CommHandling(CommDesk desk, CurrentCell cells, Interruption interruption, ScheduledExecutorService timer) {
    private static final int FRAMES = 20;

    /** Where the frames of the handler end. */
    private static final Set<String> KERNEL = Set.of(CommDesk.class.getName(), OpenComm.class.getName());

    void handle(Exchange exchange) {
        var output = new CellOutput(exchange::publish, false, timer);
        cells.enterBeside(output);
        interruption.cellStarts();
        try {
            interruption.stoppable(() -> {
                desk.handle(exchange.message().content());
                return output;
            });
        } catch (CellStopped e) {
            tell(output, "a comm's handler was stopped\n");
        } catch (Exception | Error e) {
            tell(output, "a comm's handler failed with " + trace(e));
        } finally {
            interruption.cellEnds();
            cells.leave();
            output.end();
        }
    }

    private static void tell(CellOutput output, String text) {
        output.publish(new StreamOutput(PrintedStream.STDERR.protocolName(), text));
    }

    private static String trace(Throwable thrown) {
        return Stream.concat(
                        Stream.of(thrown.toString()),
                        Arrays.stream(thrown.getStackTrace())
                                .limit(FRAMES)
                                .takeWhile(frame -> !KERNEL.contains(frame.getClassName()))
                                .map(frame -> "    at " + frame))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
