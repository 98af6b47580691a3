package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A message with its envelope.
 *
 * @param identities where it came from or goes to; on iopub the topic
 * @param parent the header of the request that caused it
 * @param buffers binary parts
 */
public record Message<C>(
        List<byte[]> identities,
        Header header,
        Optional<Header> parent,
        JsonObject metadata,
        C content,
        List<byte[]> buffers) {
    public Message {
        identities = List.copyOf(identities);
        buffers = List.copyOf(buffers);
    }

    /** A message that this kernel sends now. */
    public static Message<Content> now(
            String session, List<byte[]> identities, Optional<Header> parent, Content content) {
        return new Message<>(
                identities,
                Header.now(session, content.type()),
                parent,
                content.metadata(),
                content,
                content.buffers());
    }
}
