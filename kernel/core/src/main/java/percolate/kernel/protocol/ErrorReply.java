package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.OptionalInt;

/**
 * Says that a request failed.
 *
 * @param type of the reply, for example {@code execute_reply}
 * @param executionCount for cells
 */
public record ErrorReply(String type, OptionalInt executionCount, String name, String message, List<String> traceback)
        implements Reply {
    public ErrorReply {
        traceback = List.copyOf(traceback);
    }

    /** A failure that has no lines to show. */
    public static ErrorReply of(String type, String name, String message) {
        return new ErrorReply(type, OptionalInt.empty(), name, message, List.of());
    }

    @Override
    public JsonObject json() {
        var json = Reply.withStatus("error");
        executionCount.ifPresent(count -> json.addProperty("execution_count", count));
        ErrorOutput.describe(json, name, message, traceback);
        return json;
    }
}
