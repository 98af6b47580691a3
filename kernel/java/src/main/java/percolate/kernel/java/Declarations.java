package percolate.kernel.java;

import java.util.List;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** What has to be kept in mind of the declarations of cells, which JShell does not. Guarded by the compiler's lock. */
final class Declarations {
    private final Finals finals = new Finals();
    private final ClashingImports clashes;
    private final Overloads overloads;
    private final KnownNames names;

    Declarations(StandingImports imports, ImportedFunctions functions) {
        clashes = new ClashingImports(imports);
        overloads = new Overloads(imports, functions);
        names = new KnownNames(functions);
    }

    /** May be asked without the lock. */
    KnownNames names() {
        return names;
    }

    /** The final variable that a statement would change; may be asked without the lock. */
    Optional<String> finalChangedBy(String source) {
        return finals.changedBy(source);
    }

    /** Whether a piece was refused for an ambiguous name alone, and is not any more. */
    boolean settle(JShell shell, List<SnippetEvent> events) {
        return clashes.settle(shell, events);
    }

    /** Called with what became of each piece. */
    void ran(JShell shell, List<SnippetEvent> events) {
        events.stream()
                .filter(event -> event.causeSnippet() == null && event.status() == Snippet.Status.VALID)
                .map(SnippetEvent::snippet)
                .filter(DeclarationSnippet.class::isInstance)
                .forEach(snippet -> declared(shell, (DeclarationSnippet) snippet));
    }

    private void declared(JShell shell, DeclarationSnippet snippet) {
        names.declared(snippet);
        if (snippet instanceof VarSnippet variable) {
            finals.declared(variable);
        } else if (snippet instanceof MethodSnippet method) {
            overloads.declared(shell, method);
        }
    }

    void forget(String variable) {
        names.forget(variable);
    }

    void reset() {
        names.forgetAll();
        clashes.reset();
    }
}
