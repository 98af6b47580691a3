package percolate.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Says that a cell succeeded.
 *
 * @param page what the front end is to show in its pager, by MIME type
 * @param userExpressions what the request's expressions gave, by name
 */
public record ExecuteReply(int executionCount, Optional<JsonObject> page, JsonObject userExpressions) implements Reply {
    @Override
    public String type() {
        return "execute_reply";
    }

    @Override
    public JsonObject json() {
        var json = Reply.ok();
        json.addProperty("execution_count", executionCount);
        json.add("payload", payload());
        json.add("user_expressions", userExpressions);
        return json;
    }

    private JsonArray payload() {
        var payload = new JsonArray();
        page.ifPresent(data -> {
            var pager = new JsonObject();
            pager.addProperty("source", "page");
            pager.add("data", data);
            pager.addProperty("start", 0);
            payload.add(pager);
        });
        return payload;
    }
}
