package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Says that a cell did not run because one before it failed. */
public record AbortedReply(int executionCount) implements Reply {
    @Override
    public String type() {
        return "execute_reply";
    }

    @Override
    public JsonObject json() {
        var json = Reply.withStatus("aborted");
        json.addProperty("execution_count", executionCount);
        return json;
    }
}
