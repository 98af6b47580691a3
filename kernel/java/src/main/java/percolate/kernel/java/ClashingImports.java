package percolate.kernel.java;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * A class that both a package imported by a cell and one that every cell imports have, such as {@code Shape}: the cell's
 * own is meant. Java calls the name ambiguous; an import of the one class settles it, until a cell declares the name.
 */
final class ClashingImports {
    private static final String AMBIGUOUS = "compiler.err.ref.ambiguous";
    private static final String DECLARED = "compiler.err.already.defined.single.import";
    private static final Pattern CLASS = Pattern.compile("\\b((?:\\w+\\.)+)(\\w+)\\b");

    private final StandingImports standing;
    private final Map<String, Snippet> settled = new HashMap<>();

    ClashingImports(StandingImports standing) {
        this.standing = standing;
    }

    void reset() {
        settled.clear();
    }

    /** Whether a piece was refused for such names alone, and is not any more. */
    boolean settle(JShell shell, List<SnippetEvent> events) {
        var refused = events.get(0);
        if (refused.status() != Status.REJECTED) {
            return false;
        }
        var errors = shell.diagnostics(refused.snippet()).filter(Diag::isError).toList();
        return forget(shell, errors) || choose(shell, errors);
    }

    /** A class that a cell declares takes the place of one that was chosen before. */
    private boolean forget(JShell shell, List<Diag> errors) {
        var dropped = false;
        for (var error : errors) {
            if (error.getCode().equals(DECLARED)) {
                var words = error.getMessage(Locale.ROOT);
                var chosen = settled.remove(words.substring(words.lastIndexOf(' ') + 1));
                if (chosen != null) {
                    shell.drop(chosen);
                    dropped = true;
                }
            }
        }
        return dropped;
    }

    private boolean choose(JShell shell, List<Diag> errors) {
        var meant = errors.stream()
                .filter(error -> error.getCode().equals(AMBIGUOUS))
                .map(error -> meant(error.getMessage(Locale.ROOT)))
                .flatMap(Optional::stream)
                .filter(name -> !settled.containsKey(name))
                .collect(Collectors.toSet());
        for (var name : meant) {
            settled.put(name, shell.eval("import " + name + ";").get(0).snippet());
        }
        return !meant.isEmpty();
    }

    /** Of two classes of one name, the one whose package is not among those that every cell imports. */
    private Optional<String> meant(String message) {
        var named = CLASS.matcher(message)
                .results()
                .filter(found -> Character.isUpperCase(found.group(2).charAt(0)))
                .collect(Collectors.partitioningBy(
                        found -> standing.containsPackage(
                                found.group(1).substring(0, found.group(1).length() - 1)),
                        Collectors.mapping(found -> found.group(), Collectors.toSet())));
        var own = named.get(false);
        return own.size() == 1 && !named.get(true).isEmpty() ? own.stream().findFirst() : Optional.empty();
    }
}
