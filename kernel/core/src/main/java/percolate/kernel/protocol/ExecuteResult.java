package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/**
 * The value of a cell.
 *
 * @param data by MIME type
 * @param metadata by MIME type
 */
public record ExecuteResult(int executionCount, JsonObject data, JsonObject metadata) implements Broadcast {
    @Override
    public String type() {
        return "execute_result";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("execution_count", executionCount);
        json.add("data", data);
        json.add("metadata", metadata);
        return json;
    }
}
