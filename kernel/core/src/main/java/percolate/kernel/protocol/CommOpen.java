package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * Opens a comm, from either side; who does not know the target answers with {@link CommClose}.
 *
 * @param buffers binary parts
 */
public record CommOpen(String id, String target, JsonObject data, JsonObject metadata, List<byte[]> buffers)
        implements Request, Broadcast {
    public CommOpen {
        buffers = List.copyOf(buffers);
    }

    static CommOpen from(Fields fields, JsonObject metadata, List<byte[]> buffers) {
        return new CommOpen(
                fields.text("comm_id"), fields.text("target_name", ""), fields.object("data"), metadata, buffers);
    }

    @Override
    public String type() {
        return "comm_open";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("comm_id", id);
        json.addProperty("target_name", target);
        json.add("data", data);
        return json;
    }
}
