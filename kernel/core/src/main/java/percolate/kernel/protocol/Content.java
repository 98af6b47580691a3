package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** What a message that this kernel sends carries. */
public sealed interface Content permits Reply, Broadcast, InputRequest {
    /** The msg_type of the header. */
    String type();

    JsonObject json();
}
