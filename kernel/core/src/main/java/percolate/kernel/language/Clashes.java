package percolate.kernel.language;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the reader of the running cell which names cannot be shared: each once, however often and wherever it is used. */
public final class Clashes {
    private final Set<Clash.Meanings> told = ConcurrentHashMap.newKeySet();

    /** Tells it, unless either language has had the name told with these very meanings before. */
    public void tellOnce(Clash clash) {
        if (told.add(clash.meanings())) {
            System.err.println(clash.sentence());
        }
    }
}
