package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Ends a comm; also the answer to the opening of one that nobody here knows. */
public record CommClose(String id) implements Broadcast {
    @Override
    public String type() {
        return "comm_close";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("comm_id", id);
        json.add("data", new JsonObject());
        return json;
    }
}
