package percolate.kernel.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final List<byte[]> PARTS = List.of("{\"a\": 1}".getBytes(UTF_8), "{}".getBytes(UTF_8), new byte[0]);

    @Test
    void itIsWhatJavasOwnCryptographySigns() throws Exception {
        var names = Map.of(
                "hmac-md5", "HmacMD5",
                "hmac-sha1", "HmacSHA1",
                "hmac-sha256", "HmacSHA256",
                "hmac-sha384", "HmacSHA384",
                "hmac-sha512", "HmacSHA512");
        for (var scheme : names.keySet()) {
            for (var key : List.of("k", "a key of one block, or more: ".repeat(3), "ä".repeat(200))) {
                var mac = Mac.getInstance(names.get(scheme));
                mac.init(new SecretKeySpec(key.getBytes(UTF_8), names.get(scheme)));
                PARTS.forEach(mac::update);
                assertThat(new Signature(scheme, key).of(PARTS))
                        .as(scheme)
                        .isEqualTo(HexFormat.of().formatHex(mac.doFinal()).getBytes(US_ASCII));
            }
        }
    }

    @Test
    void anotherKeyOrAnotherPartDoesNotMatch() {
        var signature = new Signature("hmac-sha256", "one");
        assertThat(signature.matches(signature.of(PARTS), PARTS)).isTrue();
        assertThat(signature.matches(new Signature("hmac-sha256", "two").of(PARTS), PARTS))
                .isFalse();
        assertThat(signature.matches(signature.of(PARTS), PARTS.subList(0, 1))).isFalse();
        assertThat(signature.matches(new byte[0], PARTS)).isFalse();
    }
}
