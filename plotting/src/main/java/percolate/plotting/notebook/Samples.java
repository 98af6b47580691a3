package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import percolate.Progress;

/** What was seen of a training between its epochs; of a long one every second sample is dropped, again and again. */
final class Samples {
    private static final int MOST = 4_000;

    private final List<Progress> seen = new ArrayList<>();
    private int stride = 1;
    private int skipped;

    synchronized void add(Progress now) {
        if (++skipped < stride) {
            return;
        }
        skipped = 0;
        seen.add(now);
        if (seen.size() >= MOST) {
            thin();
        }
    }

    private void thin() {
        var half = new ArrayList<Progress>(MOST);
        for (int at = 1; at < seen.size(); at += 2) {
            half.add(seen.get(at));
        }
        seen.clear();
        seen.addAll(half);
        stride *= 2;
    }

    synchronized List<Progress> all() {
        return List.copyOf(seen);
    }
}
