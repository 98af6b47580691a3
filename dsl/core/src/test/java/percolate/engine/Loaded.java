package percolate.engine;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Lets tests see which native operators programs use. */
public final class Loaded {
    private static final Pattern OPERATOR = Pattern.compile("\\b(?:torch|ops\\.prim)\\.(\\w+(?:\\.grad)?)\\(");

    private Loaded() {}

    /** The operators of the programs that are asked for while something runs. */
    public static Set<String> during(Runnable work) {
        Set<String> found = ConcurrentHashMap.newKeySet();
        ProgramCache.witness(text -> found.addAll(operators(text)));
        try {
            work.run();
        } finally {
            ProgramCache.witness(text -> {});
        }
        return found;
    }

    /** The operators that a text names, {@code mm} for torch.mm. */
    public static Set<String> operators(String text) {
        var found = new TreeSet<String>();
        var matcher = OPERATOR.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
