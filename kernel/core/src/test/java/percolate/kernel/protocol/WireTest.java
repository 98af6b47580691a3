package percolate.kernel.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireTest {
    private final Wire wire = new Wire(
            new ConnectionInfo("127.0.0.1", 1, 2, 3, 4, 5, "hmac-sha256", "a0436f6c-1916-498b-8eb9-e81ab9368e84"));

    /** Signed by Python's hmac module: hmac.new(key, b''.join(parts), sha256).hexdigest(). */
    private static final List<String> FOREIGN = List.of(
            "3a4ecdbad7a9d618e727a085b910f6ce23bd20d37e36cce223e3b506e7af1136",
            "{\"msg_id\": \"m1\", \"msg_type\": \"execute_request\", \"session\": \"s\"}",
            "{}",
            "{}",
            "{\"code\": \"1 + 1 // \\u00e9\"}");

    @Test
    void aMessageSignedElsewhereIsRead() {
        var message = wire.decode(frames("peer", "<IDS|MSG>", FOREIGN));

        assertThat(message.identities())
                .extracting(frame -> new String(frame, UTF_8))
                .containsExactly("peer");
        assertThat(message.header().username()).isEmpty();
        assertThat(message.content()).isEqualTo(new ExecuteRequest("1 + 1 // é", false, true, Map.of(), true, true));
    }

    @Test
    void oneChangedByteIsNoticed() {
        for (var part = 1; part < FOREIGN.size(); part++) {
            var changed = new ArrayList<>(FOREIGN);
            changed.set(part, FOREIGN.get(part) + " ");

            assertThatThrownBy(() -> wire.decode(frames("peer", "<IDS|MSG>", changed)))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("signature");
        }
    }

    @Test
    void whatIsSentCarriesItsParentAndReadsBack() {
        var asked = wire.decode(frames("peer", "<IDS|MSG>", FOREIGN));
        var reply = Message.now(
                "mine", asked.identities(), Optional.of(asked.header()), new ExecuteReply(7, Optional.empty(), new JsonObject()));

        var sent = wire.encode(reply).stream()
                .map(frame -> new String(frame, UTF_8))
                .toList();

        assertThat(sent.subList(0, 2)).containsExactly("peer", "<IDS|MSG>");
        var header = JsonParser.parseString(sent.get(3)).getAsJsonObject();
        assertThat(header.get("msg_type").getAsString()).isEqualTo("execute_reply");
        assertThat(header.get("session").getAsString()).isEqualTo("mine");
        var parent = JsonParser.parseString(sent.get(4)).getAsJsonObject();
        assertThat(parent.get("msg_id").getAsString()).isEqualTo("m1");
        assertThat(JsonParser.parseString(sent.get(6))
                        .getAsJsonObject()
                        .get("execution_count")
                        .getAsInt())
                .isEqualTo(7);
    }

    private static List<byte[]> frames(String identity, String delimiter, List<String> rest) {
        var texts = new ArrayList<>(List.of(identity, delimiter));
        texts.addAll(rest);
        return texts.stream().map(text -> text.getBytes(UTF_8)).toList();
    }
}
