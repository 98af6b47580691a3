package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Names one message.
 *
 * @param date when it was sent, ISO 8601
 * @param subshell the subshell a request is for; replies and outputs carry it back in their parent header
 */
public record Header(
        String id,
        String session,
        String username,
        String date,
        String type,
        String version,
        Optional<String> subshell) {
    /** The version of the protocol that this kernel speaks. */
    public static final String PROTOCOL_VERSION = "5.5";

    /** The header of a message that this kernel sends now. */
    public static Header now(String session, String type) {
        return new Header(
                UUID.randomUUID().toString(),
                session,
                "kernel",
                Instant.now().toString(),
                type,
                PROTOCOL_VERSION,
                Optional.empty());
    }

    /** A header from the wire; only msg_id and msg_type have to be there. */
    static Header from(JsonObject json) {
        var fields = new Fields("header", json);
        return new Header(
                fields.text("msg_id"),
                fields.text("session", ""),
                fields.text("username", ""),
                fields.text("date", ""),
                fields.text("msg_type"),
                fields.text("version", ""),
                Optional.ofNullable(fields.text("subshell_id", null)));
    }

    JsonObject json() {
        var json = new JsonObject();
        json.addProperty("msg_id", id);
        json.addProperty("session", session);
        json.addProperty("username", username);
        json.addProperty("date", date);
        json.addProperty("msg_type", type);
        json.addProperty("version", version);
        subshell.ifPresent(value -> json.addProperty("subshell_id", value));
        return json;
    }
}
