package percolate.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Programs by their text: operations, and models of the same form whatever their weights, share them. The longest unused one
 * goes first.
 */
public final class ProgramCache {
    private static final int CAPACITY = 384;
    private static final Map<String, NativeProgram> LOADED = new LinkedHashMap<>(16, 0.75f, true);

    private static volatile Consumer<String> witness = text -> {};

    private ProgramCache() {}

    /** Tells of each text that is asked for, for tests that look for operators. */
    static void witness(Consumer<String> told) {
        witness = told;
    }

    /** The program of this text, loaded at its first use. */
    public static NativeProgram load(String name, String text) {
        witness.accept(text);
        synchronized (LOADED) {
            var known = LOADED.get(text);
            if (known == null) {
                known = NativeProgram.load(name, text);
                LOADED.put(text, known);
                if (LOADED.size() > CAPACITY) {
                    LOADED.remove(LOADED.keySet().iterator().next());
                }
            }
            return known;
        }
    }
}
