package percolate.kernel.client;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A message that the kernel sent.
 *
 * @param prefix the frames before the delimiter: a topic on iopub
 * @param buffers binary parts
 */
public record Received(
        List<String> prefix,
        JsonObject header,
        JsonObject parent,
        JsonObject metadata,
        JsonObject content,
        List<byte[]> buffers) {
    public String type() {
        return header.get("msg_type").getAsString();
    }

    /** The id of the request that caused this; empty if none did. */
    public String parentId() {
        return parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
    }

    /** A text field of the content. */
    public String text(String field) {
        return content.get(field).getAsString();
    }

    /** One form of the data that this shows; empty if it has no such form. */
    public String data(String mimeType) {
        var data = content.getAsJsonObject("data");
        return data.has(mimeType) ? data.get(mimeType).getAsString() : "";
    }

    public boolean isIdle() {
        return type().equals("status") && text("execution_state").equals("idle");
    }
}
