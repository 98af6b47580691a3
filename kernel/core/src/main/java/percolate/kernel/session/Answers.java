package percolate.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import percolate.kernel.cells.Interruption;
import percolate.kernel.history.History;
import percolate.kernel.language.Languages;
import percolate.kernel.protocol.CommInfoReply;
import percolate.kernel.protocol.CommInfoRequest;
import percolate.kernel.protocol.CompleteReply;
import percolate.kernel.protocol.CompleteRequest;
import percolate.kernel.protocol.CreateSubshellRequest;
import percolate.kernel.protocol.DeleteSubshellRequest;
import percolate.kernel.protocol.HistoryRequest;
import percolate.kernel.protocol.InspectReply;
import percolate.kernel.protocol.InspectRequest;
import percolate.kernel.protocol.InterruptReply;
import percolate.kernel.protocol.InterruptRequest;
import percolate.kernel.protocol.InvalidRequest;
import percolate.kernel.protocol.IsCompleteReply;
import percolate.kernel.protocol.IsCompleteRequest;
import percolate.kernel.protocol.JsonTree;
import percolate.kernel.protocol.KernelInfoReply;
import percolate.kernel.protocol.KernelInfoRequest;
import percolate.kernel.protocol.ListSubshellRequest;
import percolate.kernel.protocol.Reply;
import percolate.kernel.protocol.Request;
import percolate.kernel.protocol.ShutdownNotice;
import percolate.kernel.protocol.ShutdownReply;
import percolate.kernel.protocol.ShutdownRequest;
import percolate.kernel.protocol.SubshellReply;

/** The answers to everything but cells; none of them waits for a cell. */
final class Answers {
    private final Map<Class<? extends Request>, BiFunction<Exchange, Request, Optional<Reply>>> byType =
            new LinkedHashMap<>();
    private final Interpreter interpreter;
    private final Interruption interruption;

    Answers(
            Languages languages,
            Interpreter interpreter,
            Interruption interruption,
            History history,
            Shells shells,
            CommDesk comms) {
        this.interpreter = interpreter;
        this.interruption = interruption;
        on(
                KernelInfoRequest.class,
                request -> new KernelInfoReply(version(), languages.own().info()));
        on(CompleteRequest.class, this::complete);
        on(InspectRequest.class, this::inspect);
        on(IsCompleteRequest.class, request -> new IsCompleteReply(interpreter.completeness(request.code())));
        on(HistoryRequest.class, history::answer);
        on(CommInfoRequest.class, request -> new CommInfoReply(comms.targets(request.target())));
        on(InterruptRequest.class, request -> interrupt());
        on(CreateSubshellRequest.class, request -> SubshellReply.created(shells.create()));
        on(ListSubshellRequest.class, request -> SubshellReply.list(shells.names()));
        answering(DeleteSubshellRequest.class, (exchange, request) -> Optional.of(delete(shells, exchange, request)));
        answering(ShutdownRequest.class, Answers::shutdown);
        answering(InvalidRequest.class, Answers::complain);
    }

    private <R extends Request> void on(Class<R> type, Function<R, Reply> answer) {
        answering(type, (exchange, request) -> Optional.of(answer.apply(request)));
    }

    private <R extends Request> void answering(Class<R> type, BiFunction<Exchange, R, Optional<Reply>> answer) {
        byType.put(type, (exchange, request) -> answer.apply(exchange, type.cast(request)));
    }

    /** The reply, or nothing for messages that get none. */
    Optional<Reply> to(Exchange exchange) {
        var request = exchange.message().content();
        var answer = byType.get(request.getClass());
        return answer == null ? Optional.empty() : answer.apply(exchange, request);
    }

    private Reply complete(CompleteRequest request) {
        var code = request.code();
        var found = interpreter.complete(code, CodePoints.toIndex(code, request.cursor()));
        return new CompleteReply(
                found.candidates(),
                CodePoints.toPosition(code, found.start()),
                CodePoints.toPosition(code, found.end()));
    }

    private Reply inspect(InspectRequest request) {
        var code = request.code();
        var found = interpreter.inspect(code, CodePoints.toIndex(code, request.cursor()), request.detailed());
        return new InspectReply(JsonTree.object(found.forms()));
    }

    private Reply interrupt() {
        interruption.request();
        return new InterruptReply();
    }

    private static Reply delete(Shells shells, Exchange exchange, DeleteSubshellRequest request) {
        return shells.delete(request.id()) ? SubshellReply.deleted() : exchange.noSuchSubshell(request.id());
    }

    private static Optional<Reply> shutdown(Exchange exchange, ShutdownRequest request) {
        exchange.publish(new ShutdownNotice(request.restart()));
        return Optional.of(new ShutdownReply(request.restart()));
    }

    private static Optional<Reply> complain(Exchange exchange, InvalidRequest request) {
        return request.type().endsWith("_request")
                ? Optional.of(exchange.failed("ProtocolError", request.problem()))
                : Optional.empty();
    }

    /** From the jar's manifest; classes that lie in a folder have no version yet. */
    private static String version() {
        return Optional.ofNullable(Answers.class.getPackage().getImplementationVersion())
                .orElse("0.0.0");
    }
}
