package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.List;

/** What a message that this kernel sends carries. */
public sealed interface Content permits Reply, Broadcast, InputRequest {
    /** The msg_type of the header. */
    String type();

    JsonObject json();

    /** What is said about the message besides its content. */
    default JsonObject metadata() {
        return new JsonObject();
    }

    /** Binary parts. */
    default List<byte[]> buffers() {
        return List.of();
    }
}
