package percolate.kernel.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Messages as frames, signed with a key. */
record Envelope(String key) {
    private static final String DELIMITER = "<IDS|MSG>";

    List<byte[]> frames(JsonObject header, JsonObject parent, JsonObject content) {
        return frames(List.of(header.toString(), parent.toString(), "{}", content.toString()));
    }

    /** Any four texts as the signed parts, JSON or not. */
    List<byte[]> frames(List<String> parts) {
        var frames = new ArrayList<byte[]>();
        frames.add(DELIMITER.getBytes(UTF_8));
        frames.add(sign(parts).getBytes(UTF_8));
        parts.forEach(part -> frames.add(part.getBytes(UTF_8)));
        return frames;
    }

    Received open(List<byte[]> frames) {
        var texts = frames.stream().map(frame -> new String(frame, UTF_8)).toList();
        var delimiter = texts.indexOf(DELIMITER);
        var parts = texts.subList(delimiter + 2, delimiter + 6);
        if (!sign(parts).equals(texts.get(delimiter + 1))) {
            throw new AssertionError("the kernel signed wrongly: " + parts);
        }
        return new Received(
                texts.subList(0, delimiter),
                json(parts.get(0)),
                json(parts.get(1)),
                json(parts.get(2)),
                json(parts.get(3)),
                List.copyOf(frames.subList(delimiter + 6, frames.size())));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private String sign(List<String> parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            parts.forEach(part -> mac.update(part.getBytes(UTF_8)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
