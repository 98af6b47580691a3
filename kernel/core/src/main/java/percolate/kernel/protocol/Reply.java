package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** The answer to a request, sent on the channel that the request came on. */
public sealed interface Reply extends Content
        permits AbortedReply,
                CommInfoReply,
                CompleteReply,
                ErrorReply,
                ExecuteReply,
                HistoryReply,
                InspectReply,
                InterruptReply,
                IsCompleteReply,
                KernelInfoReply,
                ShutdownReply,
                SubshellReply {

    /** An answer that says the request succeeded. */
    static JsonObject ok() {
        return withStatus("ok");
    }

    /** An answer with this status. */
    static JsonObject withStatus(String status) {
        var json = new JsonObject();
        json.addProperty("status", status);
        return json;
    }
}
