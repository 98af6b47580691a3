package percolate.kernel.protocol;

import static java.util.Map.entry;

import com.google.gson.JsonObject;
import java.util.List;
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
            entry("comm_info_request", CommInfoRequest::from),
            entry("interrupt_request", fields -> new InterruptRequest()),
            entry("shutdown_request", ShutdownRequest::from),
            entry("create_subshell_request", fields -> new CreateSubshellRequest()),
            entry("delete_subshell_request", DeleteSubshellRequest::from),
            entry("list_subshell_request", fields -> new ListSubshellRequest()),
            entry("input_reply", InputReply::from));

    /** The messages that may say more than their content does. */
    private static final Map<String, Comm> COMMS = Map.of(
            "comm_open", CommOpen::from,
            "comm_msg", CommMessage::from,
            "comm_close", CommClose::from);

    @FunctionalInterface
    private interface Comm {
        Request parse(Fields content, JsonObject metadata, List<byte[]> buffers);
    }

    private RequestParser() {}

    static Request parse(String type, JsonObject content, JsonObject metadata, List<byte[]> buffers) {
        var parser = TYPES.get(type);
        var comm = COMMS.get(type);
        try {
            if (comm != null) {
                return comm.parse(new Fields(type, content), metadata, buffers);
            }
            return parser != null ? parser.apply(new Fields(type, content)) : new UnknownRequest(type);
        } catch (ProtocolException e) {
            return new InvalidRequest(type, e.getMessage());
        }
    }
}
