package percolate.tensor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import percolate.engine.NativeProgram;

/** Operations that DJL's own words lack or get wrong, as native programs of a line. Each is loaded at its first use. */
final class Operators {
    private static final Map<String, NativeProgram> LOADED = new ConcurrentHashMap<>();

    private Operators() {}

    /** A program by its text. */
    static NativeProgram load(String name, String text) {
        return LOADED.computeIfAbsent(text, missing -> NativeProgram.load(name, missing));
    }
}
