package percolate.kernel.java;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import percolate.kernel.language.Cell;
import percolate.kernel.language.Language;

/**
 * Another language as Java cells see it: its variables, types and functions under their names, as soon as a Java cell has
 * mentioned them. What cannot be shared is told where a cell uses it.
 */
final class Neighbour {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*+");

    private final Language java;
    private final Language language;
    private final Workspace workspace;
    private final Set<String> mentioned = new HashSet<>();
    private final NeighbourTypes types;
    private final NeighbourVariables variables;
    private final NeighbourFunctions functions;

    Neighbour(Language java, Language language, Workspace workspace) {
        this.java = java;
        this.language = language;
        this.workspace = workspace;
        workspace.seeOthers();
        var source = new TypeSource(workspace.classes()::isCurrent);
        var notes = new Notes();
        types = new NeighbourTypes(java, language, workspace, notes);
        variables = new NeighbourVariables(java, language, workspace, source, notes);
        functions = new NeighbourFunctions(language, workspace, source);
    }

    /** The same for a JShell that has forgotten all its cells. */
    Neighbour afresh() {
        return new Neighbour(java, language, workspace);
    }

    /** Gives JShell what a cell that is about to run names, and what has changed since the last one. */
    synchronized void before(Cell cell) {
        var used = names(cell.text());
        mentioned.addAll(used);
        types.share(mentioned, used);
        variables.share(mentioned, used);
        functions.share(mentioned);
    }

    /** Declarations of the variables that a text names, or begins to name, and JShell has not got yet: for looking at it. */
    String declarations(String text) {
        return variables.declarations(names(text));
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Gives the other language what a cell that has run assigned. */
    synchronized void after() {
        variables.giveBack(mentioned);
    }
}
