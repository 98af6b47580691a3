package percolate.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Why a cell failed. */
public record ErrorOutput(String name, String message, List<String> traceback) implements Broadcast {
    public ErrorOutput {
        traceback = List.copyOf(traceback);
    }

    @Override
    public String type() {
        return "error";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        describe(json, name, message, traceback);
        return json;
    }

    static void describe(JsonObject json, String name, String message, List<String> traceback) {
        var lines = new JsonArray();
        traceback.forEach(lines::add);
        json.addProperty("ename", name);
        json.addProperty("evalue", message);
        json.add("traceback", lines);
    }
}
