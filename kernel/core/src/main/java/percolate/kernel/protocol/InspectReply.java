package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Documentation of what stands at a cursor; empty data says that there is none. */
public record InspectReply(JsonObject data) implements Reply {
    @Override
    public String type() {
        return "inspect_reply";
    }

    @Override
    public JsonObject json() {
        var json = Reply.ok();
        json.addProperty("found", !data.isEmpty());
        json.add("data", data);
        json.add("metadata", new JsonObject());
        return json;
    }
}
