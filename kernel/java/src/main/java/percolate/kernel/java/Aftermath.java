package percolate.kernel.java;

import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** Tells what the declarations of a cell have taken from others that name them, which surprises many. */
final class Aftermath {
    private final Map<DeclarationSnippet, DeclarationSnippet> unfit = new LinkedHashMap<>();

    /** Called with what became of a snippet because of another. */
    void followed(SnippetEvent event) {
        if (event.causeSnippet() instanceof DeclarationSnippet cause
                && event.snippet() instanceof DeclarationSnippet other
                && other.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            followed(event, cause, other);
        }
    }

    private void followed(SnippetEvent event, DeclarationSnippet cause, DeclarationSnippet other) {
        if (other instanceof VarSnippet variable) {
            var isReset = cause.kind() == Snippet.Kind.TYPE_DECL
                    && (event.status() == Status.VALID || event.status() == Status.RECOVERABLE_NOT_DEFINED);
            if (isReset) {
                tellLost(variable, cause);
            }
        } else if (event.previousStatus() == Status.VALID && event.status() == Status.RECOVERABLE_DEFINED) {
            unfit.put(other, cause);
        }
    }

    /** Defining a class anew leaves the variables of the old one without a value. */
    static void tellLost(VarSnippet variable, DeclarationSnippet cause) {
        System.err.println(variable.name() + " lost its value because the class " + cause.name()
                + " was defined anew; run the cell that sets it again");
    }

    /** The cell is over, which may itself have mended what did not fit any more. */
    void tell(Workspace workspace) {
        unfit.forEach((other, cause) -> {
            if (workspace.compiling(shell -> shell.status(other)) == Status.RECOVERABLE_DEFINED) {
                System.err.println(other.name() + " cannot be used any more because it does not fit "
                        + (cause instanceof MethodSnippet ? "the method " : "")
                        + cause.name() + ", which was declared anew; mend it, and run its cell again");
            }
        });
    }
}
