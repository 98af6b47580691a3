package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.List;

/** Ends a comm, from either side; also the answer to the opening of one that nobody here knows. */
public record CommClose(String id, JsonObject data, JsonObject metadata, List<byte[]> buffers)
        implements Request, Broadcast {
    public CommClose {
        buffers = List.copyOf(buffers);
    }

    /** An end without a word. */
    public CommClose(String id) {
        this(id, new JsonObject(), new JsonObject(), List.of());
    }

    static CommClose from(Fields fields, JsonObject metadata, List<byte[]> buffers) {
        return new CommClose(fields.text("comm_id"), fields.object("data"), metadata, buffers);
    }

    @Override
    public String type() {
        return "comm_close";
    }

    @Override
    public JsonObject json() {
        return new CommMessage(id, data, metadata, buffers).json();
    }
}
