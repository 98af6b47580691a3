package percolate.kernel.protocol;

import static java.util.Map.entry;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** Finds the record for a message type. */
final class RequestParser {
    private static final Map<String, Function<Fields, Request>> TYPES = Map.ofEntries(
            entry("kernel_info_request", fields -> new KernelInfoRequest()),
            entry("execute_request", ExecuteRequest::from),
            entry("complete_request", CompleteRequest::from),
            entry("inspect_request", InspectRequest::from),
            entry("is_complete_request", IsCompleteRequest::from),
            entry("history_request", HistoryRequest::from),
            entry("comm_info_request", fields -> new CommInfoRequest()),
            entry("comm_open", CommOpen::from),
            entry("comm_msg", CommMessage::from),
            entry("comm_close", CommMessage::from),
            entry("interrupt_request", fields -> new InterruptRequest()),
            entry("shutdown_request", ShutdownRequest::from),
            entry("input_reply", InputReply::from));

    private RequestParser() {}

    static Request parse(String type, JsonObject content) {
        var parser = TYPES.get(type);
        if (parser == null) {
            return new UnknownRequest(type);
        }
        try {
            return parser.apply(new Fields(type, content));
        } catch (ProtocolException e) {
            return new InvalidRequest(type, e.getMessage());
        }
    }
}
