package percolate.kernel.session;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import percolate.kernel.api.MimeBundle;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.cells.Interruption;
import percolate.kernel.history.History;
import percolate.kernel.language.Evaluation;
import percolate.kernel.protocol.ErrorOutput;
import percolate.kernel.protocol.ErrorReply;
import percolate.kernel.protocol.ExecuteInput;
import percolate.kernel.protocol.ExecuteReply;
import percolate.kernel.protocol.ExecuteRequest;
import percolate.kernel.protocol.ExecuteResult;
import percolate.kernel.protocol.JsonTree;
import percolate.kernel.protocol.Reply;
import percolate.kernel.render.Renderers;

/** Runs cells and counts them. Each shell runs one at a time, on a thread of its own. */
final class CellRunner {
    private final Interpreter interpreter;
    private final Interruption interruption;
    private final Renderers renderers;
    private final History history;
    private final CurrentCell cells;
    private final AtomicInteger count = new AtomicInteger();

    private static final ErrorOutput STOPPED = new ErrorOutput(
            "Interrupted", "the cell was stopped", List.of("Interrupted while its value was made into text"));

    CellRunner(
            Interpreter interpreter,
            Interruption interruption,
            Renderers renderers,
            History history,
            CurrentCell cells) {
        this.interpreter = interpreter;
        this.interruption = interruption;
        this.renderers = renderers;
        this.history = history;
        this.cells = cells;
    }

    /** Runs a cell to its end; all that it showed has been handed over when the reply comes back. */
    Reply run(ExecuteRequest request, CellOutput output) {
        var number = request.storeHistory() ? count.incrementAndGet() : count.get();
        if (request.storeHistory()) { // before it runs: the cell that takes the process down is remembered
            history.starts(number, request.code());
        }
        cells.enter(output);
        interruption.cellStarts(); // before anyone can see that it runs, and interrupt it
        try {
            output.publish(new ExecuteInput(request.code(), number));
            return finish(request, number, output, interpreter.evaluate(request.code(), number));
        } catch (CellStopped e) {
            return failed(number, output, STOPPED);
        } finally {
            interruption.cellEnds();
            cells.leave(output);
            output.end();
        }
    }

    private Reply finish(ExecuteRequest request, int number, CellOutput output, Evaluation evaluation) {
        var error = error("cell", evaluation);
        if (error.isPresent()) {
            return failed(number, output, error.get());
        }
        var value = value(evaluation);
        value.ifPresent(bundle -> output.publish(
                new ExecuteResult(number, JsonTree.object(bundle.data()), JsonTree.object(bundle.metadata()))));
        if (request.storeHistory()) {
            value.ifPresent(
                    bundle -> history.ends(number, String.valueOf(bundle.data().get(MimeBundle.TEXT))));
        }
        return new ExecuteReply(number, output.page(), expressions(request, number));
    }

    /** Showing a value runs code of the cell too: it can be stopped, and may have swallowed that. */
    private Optional<MimeBundle> value(Evaluation evaluation) {
        if (!(evaluation instanceof Evaluation.Value result)) {
            return Optional.empty();
        }
        interruption.runStarts();
        try {
            return Optional.of(renderers.render(result.value()));
        } finally {
            interruption.runEnds();
            interruption.stopIfRequested();
        }
    }

    /** Why an evaluation came to no good end; empty if it did. */
    private static Optional<ErrorOutput> error(String what, Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Failure thrown) {
            var failure = FullHeap.explained(thrown);
            return Optional.of(new ErrorOutput(failure.name(), failure.message(), failure.traceback()));
        } else if (evaluation instanceof Evaluation.Interrupted stopped) {
            return Optional.of(new ErrorOutput("Interrupted", "the " + what + " was stopped", stopped.traceback()));
        }
        return Optional.empty();
    }

    private static Reply failed(int number, CellOutput output, ErrorOutput error) {
        output.publish(error);
        return new ErrorReply(
                "execute_reply", OptionalInt.of(number), error.name(), error.message(), error.traceback());
    }

    private JsonObject expressions(ExecuteRequest request, int number) {
        var json = new JsonObject();
        request.userExpressions()
                .forEach((name, code) -> json.add(name, expression(interpreter.evaluate(code, number))));
        return json;
    }

    private JsonObject expression(Evaluation evaluation) {
        var error = error("expression", evaluation);
        var json = error.map(ErrorOutput::json)
                .orElseGet(() -> shown(value(evaluation).orElse(MimeBundle.text(""))));
        json.addProperty("status", error.isPresent() ? "error" : "ok");
        return json;
    }

    private static JsonObject shown(MimeBundle bundle) {
        var json = new JsonObject();
        json.add("data", JsonTree.object(bundle.data()));
        json.add("metadata", JsonTree.object(bundle.metadata()));
        return json;
    }
}
