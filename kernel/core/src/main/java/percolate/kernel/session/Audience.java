package percolate.kernel.session;

import java.util.Optional;
import percolate.kernel.protocol.Broadcast;
import percolate.kernel.protocol.InputRequest;

/** Who hears what a cell shows, and whose user it asks. */
@FunctionalInterface
interface Audience {
    /** Sends to all front ends; returns how many bytes that took. */
    int publish(Broadcast content);

    /** Asks the user; the id of the question, which the answer names; empty if nobody answers. */
    default Optional<String> ask(InputRequest question) {
        return Optional.empty();
    }
}
