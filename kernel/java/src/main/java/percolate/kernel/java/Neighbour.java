package percolate.kernel.java;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.kernel.language.Cell;
import percolate.kernel.language.Clashes;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Completion.Candidate;
import percolate.kernel.language.Language;

/**
 * Another language as Java cells see it: its variables, types and functions under their names, as soon as a Java cell has
 * mentioned them. What cannot be shared is told where a cell uses it.
 */
final class Neighbour {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*+");

    /** A name that is being written, and is no member of anything. */
    private static final Pattern BEGUN = Pattern.compile("(?<![\\p{L}\\p{N}_$.])" + NAME.pattern() + "$");

    private final Language java;
    private final Language language;
    private final Workspace workspace;
    private final Clashes clashes;
    private final Set<String> mentioned = new HashSet<>();
    private final NeighbourTypes types;
    private final NeighbourVariables variables;
    private final NeighbourFunctions functions;

    Neighbour(Language java, Language language, Workspace workspace, Clashes clashes) {
        this.java = java;
        this.language = language;
        this.workspace = workspace;
        this.clashes = clashes;
        workspace.seeOthers();
        var source = new TypeSource(workspace.classes()::isCurrent);
        var notes = new Notes(clashes);
        types = new NeighbourTypes(java, language, workspace, notes);
        variables = new NeighbourVariables(java, language, workspace, source, notes);
        functions = new NeighbourFunctions(language, workspace, source);
    }

    /** The same for a JShell that has forgotten all its cells. */
    Neighbour afresh() {
        return new Neighbour(java, language, workspace, clashes);
    }

    /** Gives JShell what a cell that is about to run names, and what has changed since the last one. */
    synchronized void before(Cell cell) {
        var used = names(cell.text());
        mentioned.addAll(used);
        types.share(mentioned, used);
        variables.share(mentioned, used);
        functions.share(mentioned);
    }

    /** Declarations of the variables that a text names and JShell has not got yet: for looking at it. */
    String declarations(String text) {
        return variables.declarations(names(text));
    }

    /** A completion at the end of a text, and the variables that JShell has not got yet. */
    Completion withNames(Completion found, String before) {
        var begun = BEGUN.matcher(before);
        if (!begun.find()
                || (found.start() != begun.start() && !found.candidates().isEmpty())) {
            return found;
        }
        var names = variables.startingWith(begun.group()).map(one -> new Candidate(one.name(), "instance", one.type()));
        return new Completion(
                Stream.concat(found.candidates().stream(), names).toList(), begun.start(), before.length());
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Gives the other language what a cell that has run assigned. */
    synchronized void after() {
        variables.giveBack(mentioned);
    }
}
