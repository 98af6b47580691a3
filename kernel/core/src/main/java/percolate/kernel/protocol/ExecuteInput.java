package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Shows every front end the cell that starts to run. */
public record ExecuteInput(String code, int executionCount) implements Broadcast {
    @Override
    public String type() {
        return "execute_input";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("code", code);
        json.addProperty("execution_count", executionCount);
        return json;
    }
}
