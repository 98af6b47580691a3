package percolate.kernel.channels;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells of messages that were dropped, without letting whoever sends many of them fill the log. For one thread. */
final class Dropped {
    private static final Logger LOG = Logger.getLogger(Dropped.class.getName());
    private static final int TOLD = 20;
    private long count;

    void log(Channel channel, String why) {
        count++;
        if (count <= TOLD || isRound(count)) {
            var sofar = count <= TOLD ? "" : " (" + count + " dropped until now)";
            LOG.log(Level.WARNING, "dropped on {0}: {1}{2}", new Object[] {channel, why, sofar});
        }
    }

    /** 100, 1000 and so on. */
    private static boolean isRound(long number) {
        var rest = number;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
