package percolate.kernel.java;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jdk.jshell.VarSnippet;

/**
 * The variables that cells declared as final, which JShell lets anybody assign. An assignment that stands for itself is
 * refused; to declare such a variable anew is allowed, for a cell may run twice.
 */
final class Finals {
    private static final Pattern FINAL = Pattern.compile("^(?:@\\w+\\s+)*final\\b");
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    void declared(VarSnippet variable) {
        if (FINAL.matcher(variable.source()).find()) {
            names.add(variable.name());
        } else {
            names.remove(variable.name());
        }
    }

    /** The final variable that a statement would change. */
    Optional<String> changedBy(String source) {
        return Assignment.target(source).filter(names::contains);
    }
}
