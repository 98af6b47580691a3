package percolate.kernel.java;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * What every cell imports without asking. JShell compiles each import by itself, which for two dozen takes longer than all
 * else at a start; so those that wait are given to it as one, and one by one only if that is refused.
 */
final class StandingImports {
    private static final Logger LOG = Logger.getLogger(StandingImports.class.getName());
    private static final String STATIC = "static ";
    private static final String ALL = ".*";
    private static final Pattern FIRST_DOT = Pattern.compile("\\.");

    private final List<String> names = new CopyOnWriteArrayList<>();
    private final List<String> sources = new CopyOnWriteArrayList<>();

    /** Imports what waits; the caller holds the compiler's lock. */
    void add(JShell shell, Queue<String> waiting) {
        var fresh =
                Stream.generate(waiting::poll).takeWhile(name -> name != null).toList();
        if (fresh.size() > 1 && isImported(shell, together(fresh))) {
            names.addAll(fresh);
            return;
        }
        for (var name : fresh) {
            names.add(name);
            if (!isImported(shell, source(name))) {
                LOG.log(Level.WARNING, "import {0}: not found on the class path of cells", name);
            }
        }
    }

    private boolean isImported(JShell shell, String source) {
        var event = shell.eval(source).get(0);
        sources.add(event.snippet().source());
        return event.status() == Snippet.Status.VALID;
    }

    /**
     * An import that a cell writes replaces the one that JShell knows by the same name. With blanks around a dot it knows
     * none but the whole text, which no cell writes.
     */
    private static String together(List<String> names) {
        return names.stream()
                .map(name -> source(FIRST_DOT.matcher(name).replaceFirst(" . ")))
                .collect(Collectors.joining(" "));
    }

    private static String source(String name) {
        return "import " + name + ";";
    }

    boolean contains(Snippet snippet) {
        return sources.contains(snippet.source()) || isName(snippet.source());
    }

    /** Whether all classes of a package are imported. */
    boolean containsPackage(String name) {
        return names.contains(name + ALL);
    }

    private boolean isName(String source) {
        return names.stream().map(StandingImports::source).anyMatch(source::equals);
    }

    /** The classes all of whose static members are imported. */
    Stream<String> staticClasses() {
        return names.stream()
                .filter(name -> name.startsWith(STATIC) && name.endsWith(ALL))
                .map(name -> name.substring(STATIC.length(), name.length() - ALL.length()));
    }

    /** A type as a cell may write it: without the packages that are imported whole. */
    String shortened(String type) {
        var found = type;
        for (var name : names) {
            if (name.endsWith(ALL) && !name.startsWith(STATIC)) {
                var prefix = Pattern.quote(name.substring(0, name.length() - 1));
                found = found.replaceAll("(?<![\\w.])" + prefix + "(?=\\p{Lu})", "");
            }
        }
        return found;
    }
}
