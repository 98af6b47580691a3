package percolate.train;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import percolate.Run;

/** The trainings that are under way, in whichever thread. */
public final class Running {
    private static final Set<Run> RUNS = ConcurrentHashMap.newKeySet();

    private Running() {}

    static void began(Run run) {
        RUNS.add(run);
    }

    static void ended(Run run) {
        RUNS.remove(run);
    }

    /** Asks each of them to end; returns how many there were. */
    public static int stop() {
        var now = Set.copyOf(RUNS);
        now.forEach(Run::stop);
        return now.size();
    }
}
