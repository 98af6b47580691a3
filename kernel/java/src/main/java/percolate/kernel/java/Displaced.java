package percolate.kernel.java;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Puts declarations back whose redeclaration was refused: JShell forgets the old one before it looks at the new. Guarded
 * by the compiler's lock.
 */
final class Displaced {
    private final Map<Snippet, DeclarationSnippet> waiting = new HashMap<>();
    private final CellExecution execution;
    private final Origins origins;

    Displaced(CellExecution execution, Origins origins) {
        this.execution = execution;
        this.origins = origins;
    }

    /** Called with what became of each snippet. */
    void ran(JShell shell, List<SnippetEvent> events) {
        waiting.keySet().removeIf(by -> shell.status(by) != Status.RECOVERABLE_NOT_DEFINED);
        events.stream()
                .filter(event -> event.status() == Status.OVERWRITTEN
                        && event.previousStatus().isDefined())
                .filter(event -> event.snippet() instanceof DeclarationSnippet)
                .forEach(event -> displaced(shell, event.causeSnippet(), (DeclarationSnippet) event.snippet()));
    }

    /** A declaration that was kept back has been dropped. */
    void dropped(JShell shell, Snippet by) {
        var old = waiting.remove(by);
        if (old != null) {
            restore(shell, old);
        }
    }

    private void displaced(JShell shell, Snippet by, DeclarationSnippet old) {
        var status = shell.status(by);
        if (status == Status.REJECTED) {
            restore(shell, old);
        } else if (status == Status.RECOVERABLE_NOT_DEFINED) {
            waiting.put(by, old);
        }
    }

    private void restore(JShell shell, DeclarationSnippet old) {
        if (old instanceof VarSnippet variable) {
            restore(shell, variable);
        } else {
            origins.as(origins.of(old), () -> execution.withoutRunning(() -> shell.eval(old.source()))).stream()
                    .map(SnippetEvent::snippet)
                    .filter(follower -> follower instanceof VarSnippet && shell.status(follower) == Status.VALID)
                    .filter(follower -> !keepsValue(shell, (VarSnippet) follower))
                    .forEach(follower -> Aftermath.tellLost((VarSnippet) follower, old));
        }
    }

    /** A class that is put back is mostly the very class that it was, and so fits the values that variables had. */
    private boolean keepsValue(JShell shell, VarSnippet variable) {
        var before = execution.variables().newest(variable.name());
        shell.varValue(variable);
        return before == null || execution.variables().takesOver(before, execution.fieldAskedFor());
    }

    private void restore(JShell shell, VarSnippet old) {
        var before = execution.variables().newest(old.name());
        var isBack = origins.as(
                origins.of(old),
                () -> execution.withoutRunning(
                        () -> declarations(shell, old).anyMatch(text -> isBack(shell, shell.eval(text), before))));
        if (!isBack) {
            shell.variables()
                    .filter(one -> one.name().equals(old.name()))
                    .toList()
                    .forEach(shell::drop);
            System.err.println(old.name() + " is gone; run the cell that declares it again");
        }
    }

    /** Its own text, unless that declares others too; and its type, for what the text names may mean something else now. */
    private static Stream<String> declarations(JShell shell, VarSnippet old) {
        var isAlone = shell.sourceCodeAnalysis().sourceToSnippets(old.source()).size() == 1;
        return Stream.concat(
                isAlone ? Stream.of(old.source()) : Stream.empty(), Stream.of(old.typeName() + " " + old.name() + ";"));
    }

    private boolean isBack(JShell shell, List<SnippetEvent> events, Field before) {
        return events.stream()
                .filter(event -> event.causeSnippet() == null && event.status() == Status.VALID)
                .findFirst()
                .filter(event -> {
                    shell.varValue((VarSnippet) event.snippet());
                    return execution.variables().takesOver(before, execution.fieldAskedFor());
                })
                .isPresent();
    }
}
