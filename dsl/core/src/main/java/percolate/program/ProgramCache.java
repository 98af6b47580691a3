package percolate.program;

import java.util.LinkedHashMap;
import java.util.Map;
import percolate.engine.NativeProgram;

/** Programs by their text: models of the same form share them, whatever their weights. The longest unused one goes first. */
final class ProgramCache {
    private static final int CAPACITY = 128;
    private static final Map<String, NativeProgram> LOADED = new LinkedHashMap<>(16, 0.75f, true);

    private ProgramCache() {}

    static NativeProgram load(String name, String text) {
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
