package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/**
 * Printed text.
 *
 * @param name {@code stdout} or {@code stderr}
 */
public record StreamOutput(String name, String text) implements Broadcast {
    @Override
    public String type() {
        return "stream";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("text", text);
        return json;
    }
}
