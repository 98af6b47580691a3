package percolate.kernel.session;

import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * The threads that answer while cells run.
 *
 * @param control for what must not wait: interrupts, shutdown, subshells
 * @param questions for completion and the like
 * @param comms for what code of the session does about comms, one message after the other
 */
record Lanes(ExecutorService control, ExecutorService questions, ExecutorService comms) {
    static Lanes start(CurrentCell cells, ClassLoader context) {
        return new Lanes(
                Threads.pool("percolate-control", 1, cells, context),
                Threads.pool("percolate-questions", 2, cells, context),
                Threads.pool("percolate-comms", 1, cells, context));
    }

    void shutdown() {
        Stream.of(control, questions, comms).forEach(ExecutorService::shutdown);
    }
}
