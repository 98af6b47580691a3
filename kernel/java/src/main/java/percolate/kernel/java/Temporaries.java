package percolate.kernel.java;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Each expression's value is a variable, {@code $7}, which nobody may ever name: the last few are kept, or none when they
 * take the memory that a cell wants. Guarded by the compiler's lock.
 */
final class Temporaries {
    private static final int KEPT = 3;
    private final Queue<VarSnippet> newest = new ArrayDeque<>();

    /** Called with what became of each piece; lets go of older values. */
    void ran(JShell shell, List<SnippetEvent> events, VariableFields variables) {
        events.stream()
                .map(SnippetEvent::snippet)
                .filter(one -> one.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND && one instanceof VarSnippet)
                .forEach(one -> newest.add((VarSnippet) one));
        var kept = isHeapFull(events) ? 0 : KEPT;
        while (newest.size() > kept) {
            var oldest = newest.remove();
            shell.drop(oldest);
            variables.forget(oldest.name());
        }
    }

    void clear() {
        newest.clear();
    }

    private static boolean isHeapFull(List<SnippetEvent> events) {
        return events.stream()
                .anyMatch(event -> event.exception() instanceof EvalException thrown
                        && thrown.getExceptionClassName().equals(OutOfMemoryError.class.getName()));
    }
}
