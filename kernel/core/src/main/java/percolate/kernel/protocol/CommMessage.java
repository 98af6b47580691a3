package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * Data for the other side of a comm.
 *
 * @param buffers binary parts
 */
public record CommMessage(String id, JsonObject data, JsonObject metadata, List<byte[]> buffers)
        implements Request, Broadcast {
    public CommMessage {
        buffers = List.copyOf(buffers);
    }

    static CommMessage from(Fields fields, JsonObject metadata, List<byte[]> buffers) {
        return new CommMessage(fields.text("comm_id"), fields.object("data"), metadata, buffers);
    }

    @Override
    public String type() {
        return "comm_msg";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("comm_id", id);
        json.add("data", data);
        return json;
    }
}
