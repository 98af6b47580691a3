package percolate.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Cell;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Evaluation.Interrupted;
import percolate.kernel.language.Evaluation.Nothing;
import percolate.kernel.language.Evaluation.Value;
import percolate.kernel.traceback.Thrown;
import percolate.kernel.traceback.Traceback;

/** One cell from its text to its end: split, then compiled and run piece by piece until one fails. */
final class CellRun {
    private static final SubKind TEMPORARY = SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    private static final Set<SubKind> VALUES =
            Set.of(TEMPORARY, SubKind.VAR_VALUE_SUBKIND, SubKind.ASSIGNMENT_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND);
    private static final Pattern RETURN = Pattern.compile("return\\b");
    private final Workspace workspace;
    private final Interruption interruption;
    private final Cell cell;
    private final JavaFrames frames;
    private final Traceback traceback;
    private final CompilationErrors errors;
    private final Unresolved unresolved;
    private final Aftermath aftermath = new Aftermath();
    private final List<DeclarationSnippet> declared = new ArrayList<>();

    CellRun(Workspace workspace, Interruption interruption, Cell cell) {
        this.workspace = workspace;
        this.interruption = interruption;
        this.cell = cell;
        this.errors = new CompilationErrors(new Hints(workspace));
        this.unresolved = new Unresolved(workspace, errors);
        this.frames = new JavaFrames(workspace.origins());
        this.traceback = new Traceback(frames, ThrownHints.TABLE::hint);
    }

    /**
     * @param code what is compiled: the cell's text, or that with a call around it
     * @param shift how far the cell's text is moved to the right in the code
     */
    Evaluation result(String code, int shift) {
        try {
            return end(code, shift);
        } finally {
            aftermath.tell(workspace);
        }
    }

    private Evaluation end(String code, int shift) {
        var open = Masked.openComment(cell.text());
        if (open >= 0) {
            return CompilationErrors.failure(
                    cell.place(open), "a comment that is opened with /* has to be closed with */", "");
        }
        var pieces = workspace.split(code).stream()
                .map(piece -> piece.shifted(shift))
                .toList();
        if (interruption.requested()) {
            return new Interrupted(List.of("Interrupted before the cell ran"));
        }
        var broken = syntaxError(pieces);
        if (broken.isPresent()) {
            return broken.get();
        }
        Evaluation last = new Nothing();
        for (var piece : pieces) {
            last = changesFinal(piece).<Evaluation>map(failure -> failure).orElseGet(() -> run(piece));
            if (last instanceof Failure || last instanceof Interrupted) {
                return last;
            } else if (isReturn(piece)) {
                break;
            }
        }
        return stillUnresolved().<Evaluation>map(failure -> failure).orElse(last);
    }

    /** Nothing of a cell runs if one of its statements does not parse. */
    private Optional<Failure> syntaxError(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece ->
                        piece.isBroken() || (piece.mayHaveSwallowedNext() && SyntaxCheck.fails(piece.source())))
                .filter(workspace::isErroneous)
                .findFirst()
                .map(this::rejected);
    }

    private Failure rejected(Piece piece) {
        return workspace.run(cell, piece).events().stream()
                .findFirst()
                .map(event -> rejected(event.snippet()))
                .orElseGet(() -> CompilationErrors.failure(cell.place(piece.offset()), "this does not compile", ""));
    }

    private Optional<Failure> changesFinal(Piece piece) {
        return workspace
                .declarations()
                .finalChangedBy(piece.source())
                .map(name -> CompilationErrors.failure(
                        cell.place(piece.offset()),
                        "cannot assign a value to final variable " + name,
                        "leave final out where it is declared if it has to change"));
    }

    /** Outside of a method it gives the cell its value, and ends it. */
    private static boolean isReturn(Piece piece) {
        return RETURN.matcher(piece.source()).lookingAt();
    }

    private Evaluation run(Piece piece) {
        var ran = workspace.run(cell, piece);
        Evaluation last = new Nothing();
        for (var event : ran.events()) {
            if (event.causeSnippet() != null) {
                aftermath.followed(event);
            } else if (event.exception() != null || interruption.requested()) {
                return interruption.requested() ? interrupted(event) : failure(event.exception());
            } else if (isRefused(event)) {
                return rejected(event.snippet());
            } else {
                last = isReturn(piece) ? new Value(ran.value()) : evaluation(piece, event.snippet(), ran.value());
            }
        }
        return last;
    }

    private Evaluation evaluation(Piece piece, Snippet snippet, Object value) {
        if (snippet instanceof DeclarationSnippet declaration) {
            declared.add(declaration);
        }
        var isSilent = piece.isClosed() && Assignment.target(piece.bare()).isPresent();
        return VALUES.contains(snippet.subKind()) && !isSilent ? Evaluation.of(value) : new Nothing();
    }

    private Failure failure(JShellException thrown) {
        return thrown instanceof UnresolvedReferenceException called
                ? unresolved.called(called, traceback)
                : traceback.failure(thrown((EvalException) thrown));
    }

    /** An exception that JShell has translated. */
    private Thrown thrown(EvalException thrown) {
        var cause = thrown.getCause();
        return Thrown.of(
                thrown.getExceptionClassName(),
                thrown.getMessage(),
                List.of(thrown.getStackTrace()),
                cause instanceof EvalException ofCell
                        ? Optional.of(thrown(ofCell))
                        : Optional.ofNullable(cause).map(other -> Thrown.of(other, frames)),
                frames);
    }

    private Interrupted interrupted(SnippetEvent event) {
        return traceback.interrupted(
                event.exception() == null
                        ? List.of()
                        : List.of(event.exception().getStackTrace()));
    }

    /** Whether JShell did not run the snippet, and will not do so later as it does with declarations. */
    private static boolean isRefused(SnippetEvent event) {
        return event.status() == Status.REJECTED
                || (event.status() == Status.RECOVERABLE_NOT_DEFINED
                        && !(event.snippet() instanceof DeclarationSnippet));
    }

    private Failure rejected(Snippet snippet) {
        return errors.of(workspace.origins().of(snippet), workspace.diagnostics(snippet));
    }

    /** A declaration that names unknown types is forgotten at the end of its cell, as any other error would be. */
    private Optional<Failure> stillUnresolved() {
        return declared.stream().filter(unresolved::isUnknown).findFirst().map(unresolved::forget);
    }
}
