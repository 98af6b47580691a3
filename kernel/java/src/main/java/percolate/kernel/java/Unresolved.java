package percolate.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.UnresolvedReferenceException;
import percolate.kernel.language.Cell;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.traceback.Traceback;

/** Declarations that name what is not declared: methods may wait for it until they are called, others may not. */
final class Unresolved {
    private static final String NAME = "UnresolvedReference";
    private final Workspace workspace;
    private final CompilationErrors compilation;

    Unresolved(Workspace workspace, CompilationErrors compilation) {
        this.workspace = workspace;
        this.compilation = compilation;
    }

    /** A method was called before everything it needs was declared. */
    Failure called(UnresolvedReferenceException thrown, Traceback traceback) {
        var snippet = thrown.getSnippet();
        var missing = missing(snippet);
        var sentence = missing.isEmpty()
                ? snippet.name() + " cannot run because it does not fit what it names; mend it, and run its cell again"
                : snippet.name() + " cannot run yet because " + missing
                        + " is not defined; define it in a cell, then run this cell again";
        var lines = new ArrayList<>(List.of(NAME + ": " + sentence));
        lines.addAll(traceback.frames(List.of(thrown.getStackTrace())));
        return new Failure(NAME, sentence, lines);
    }

    /** Whether JShell keeps a declaration back until the types it names are declared. */
    boolean isUnknown(DeclarationSnippet snippet) {
        return workspace.compiling(shell -> shell.status(snippet)) == Status.RECOVERABLE_NOT_DEFINED;
    }

    /** Drops a declaration that is kept back, and says what it lacks. */
    Failure forget(DeclarationSnippet snippet) {
        var missing = missing(snippet);
        var errors = workspace.diagnostics(snippet);
        workspace.drop(snippet);
        return missing.isEmpty()
                ? compilation.of(workspace.origins().of(snippet), errors)
                : compilation.unknown(place(snippet, missing), missing);
    }

    /** For example {@code class Tensr} or {@code method area(int)}. */
    private String missing(DeclarationSnippet snippet) {
        return workspace.compiling(
                shell -> shell.unresolvedDependencies(snippet).distinct().collect(Collectors.joining(", ")));
    }

    /** Where the last of the missing names stands. */
    private Cell.Place place(DeclarationSnippet snippet, String missing) {
        var name = missing.replaceAll(".* |[(<].*", "");
        var found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(snippet.source());
        return workspace.origins().of(snippet).place(found.find() ? found.start() : 0);
    }
}
