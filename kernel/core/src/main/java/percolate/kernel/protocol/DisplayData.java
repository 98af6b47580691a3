package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/**
 * Something to show below the cell.
 *
 * @param displayId names the place, so that it can be updated
 * @param data by MIME type
 * @param metadata by MIME type
 */
public record DisplayData(String displayId, JsonObject data, JsonObject metadata) implements Broadcast {
    @Override
    public String type() {
        return "display_data";
    }

    @Override
    public JsonObject json() {
        var transients = new JsonObject();
        transients.addProperty("display_id", displayId);
        var json = new JsonObject();
        json.add("data", data);
        json.add("metadata", metadata);
        json.add("transient", transients);
        return json;
    }
}
