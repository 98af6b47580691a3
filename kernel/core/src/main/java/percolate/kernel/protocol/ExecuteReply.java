package percolate.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Says that a cell succeeded.
 *
 * @param userExpressions what the request's expressions gave, by name
 */
public record ExecuteReply(int executionCount, JsonObject userExpressions) implements Reply {
    @Override
    public String type() {
        return "execute_reply";
    }

    @Override
    public JsonObject json() {
        var json = Reply.ok();
        json.addProperty("execution_count", executionCount);
        json.add("payload", new JsonArray());
        json.add("user_expressions", userExpressions);
        return json;
    }
}
