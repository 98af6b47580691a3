package percolate.kernel.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Messages as ZeroMQ frames: identities, a delimiter, the signature, header, parent header, metadata, content, buffers.
 * May be used by several threads at once.
 */
public final class Wire {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(UTF_8);
    private static final int SIGNED_PARTS = 4;

    private final Signature signature;

    /** @throws ProtocolException if the signature scheme is unknown */
    public Wire(ConnectionInfo connection) {
        signature = new Signature(connection.signatureScheme(), connection.key());
    }

    /** The frames of a message, signed. */
    public List<byte[]> encode(Message<? extends Content> message) {
        var parts = List.of(
                bytes(message.header().json()),
                bytes(message.parent().map(Header::json).orElseGet(JsonObject::new)),
                bytes(message.metadata()),
                bytes(message.content().json()));
        var frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signature.of(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    /**
     * The message in these frames. Nothing of it is parsed before its signature is found right.
     *
     * @throws ProtocolException if frames are missing, the signature is wrong, or the envelope is no JSON
     */
    public Message<Request> decode(List<byte[]> frames) {
        var delimiter = delimiter(frames);
        var first = delimiter + 2;
        if (frames.size() < first + SIGNED_PARTS) {
            throw new ProtocolException("message: expected a signature and four parts after the delimiter, got "
                    + (frames.size() - delimiter - 1) + " frames");
        }
        var parts = frames.subList(first, first + SIGNED_PARTS);
        if (!signature.matches(frames.get(delimiter + 1), parts)) {
            throw new ProtocolException("message: expected a signature made with this connection's key, got "
                    + (frames.get(delimiter + 1).length == 0 ? "none" : "another"));
        }
        var header = Header.from(object("header", parts.get(0)));
        var metadata = object("metadata", parts.get(2));
        var buffers = frames.subList(first + SIGNED_PARTS, frames.size());
        return new Message<>(
                frames.subList(0, delimiter),
                header,
                parent(object("parent_header", parts.get(1))),
                metadata,
                RequestParser.parse(header.type(), object("content", parts.get(3)), metadata, buffers),
                buffers);
    }

    private static int delimiter(List<byte[]> frames) {
        for (var i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), DELIMITER)) {
                return i;
            }
        }
        throw new ProtocolException(
                "message: expected the delimiter <IDS|MSG>, got " + frames.size() + " frames without");
    }

    private static Optional<Header> parent(JsonObject json) {
        return json.has("msg_id") ? Optional.of(Header.from(json)) : Optional.empty();
    }

    private static JsonObject object(String part, byte[] json) {
        try {
            return JsonParser.parseString(new String(json, UTF_8)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new ProtocolException("message: " + part + ": expected a JSON object, got something else", e);
        }
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(UTF_8);
    }
}
