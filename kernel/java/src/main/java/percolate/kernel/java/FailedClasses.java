package percolate.kernel.java;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.TypeDeclSnippet;

/**
 * The classes of cells whose static initialisers failed or were stopped: Java never lets such a class be used again.
 * JShell keeps the class when its cell runs again with the same text, so that it has to be told to make another.
 */
final class FailedClasses {
    private static final String INITIALISER = "<clinit>";
    /** A class that a snippet declares, or one within it. */
    private static final Pattern DECLARED = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$(\\w+).*");

    private final Set<String> names = Collections.synchronizedSet(new HashSet<>());

    /** Looks whether what a cell has thrown came out of a static initialiser of a cell's class. */
    void learn(Throwable thrown) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        for (var one = thrown; one != null && seen.add(one); one = one.getCause()) {
            Stream.of(one.getStackTrace())
                    .filter(frame -> frame.getMethodName().equals(INITIALISER))
                    .map(frame -> DECLARED.matcher(frame.getClassName()))
                    .filter(Matcher::matches)
                    .forEach(name -> names.add(name.group(1)));
        }
    }

    /** Makes JShell compile a class anew that failed, if a text declares one: another class of this name comes between. */
    void renew(JShell shell, String source) {
        if (names.isEmpty()) {
            return;
        }
        shell.sourceCodeAnalysis().sourceToSnippets(source).stream()
                .filter(TypeDeclSnippet.class::isInstance)
                .map(snippet -> ((TypeDeclSnippet) snippet).name())
                .filter(names::remove)
                .forEach(name -> shell.eval("class " + name + " {}"));
    }
}
