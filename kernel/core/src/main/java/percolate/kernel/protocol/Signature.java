package percolate.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Signs messages with the key that the front end and the kernel share. May be used by several threads at once.
 *
 * <p>HMAC is put together from the digest: asking Java's cryptography for it loads every provider there is, elliptic curves
 * included, which delays the start of each session.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
final class Signature {
    private static final Map<String, Digest> DIGESTS = Map.of(
            "hmac-md5", new Digest("MD5", 64),
            "hmac-sha1", new Digest("SHA-1", 64),
            "hmac-sha256", new Digest("SHA-256", 64),
            "hmac-sha384", new Digest("SHA-384", 128),
            "hmac-sha512", new Digest("SHA-512", 128));
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final Digest digest;
    private final byte[] inner;
    private final byte[] outer;

    private record Digest(String name, int blockBytes) {
        MessageDigest start() {
            try {
                return MessageDigest.getInstance(name);
            } catch (NoSuchAlgorithmException e) {
                throw new ProtocolException("connection: signature_scheme: expected a JDK that has " + name, e);
            }
        }
    }

    /** @throws ProtocolException if the scheme is unknown */
    Signature(String scheme, String key) {
        if (!DIGESTS.containsKey(scheme)) {
            throw new ProtocolException("connection: signature_scheme: expected hmac-sha256, got " + scheme
                    + "; remove Session.signature_scheme from the front end's settings");
        }
        digest = DIGESTS.get(scheme);
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        var block = bytes.length > digest.blockBytes() ? digest.start().digest(bytes) : bytes;
        inner = padded(block, INNER);
        outer = padded(block, OUTER);
    }

    private byte[] padded(byte[] key, byte pad) {
        var block = Arrays.copyOf(key, digest.blockBytes());
        for (var i = 0; i < block.length; i++) {
            block[i] ^= pad;
        }
        return block;
    }

    /** The signature of the four JSON parts of a message, hexadecimal. */
    byte[] of(List<byte[]> parts) {
        var message = digest.start();
        message.update(inner);
        parts.forEach(message::update);
        var whole = digest.start();
        whole.update(outer);
        return HexFormat.of().formatHex(whole.digest(message.digest())).getBytes(StandardCharsets.US_ASCII);
    }

    /** Compares in a time that does not depend on where the signatures differ. */
    boolean matches(byte[] signature, List<byte[]> parts) {
        return MessageDigest.isEqual(signature, of(parts));
    }
}
