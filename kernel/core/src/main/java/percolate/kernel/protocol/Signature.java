package percolate.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.dflib.jjava.jupyter.messages.HMACGenerator;

/** Signs messages with the key that the front end and the kernel share. May be used by several threads at once. */
final class Signature {
    private final HMACGenerator generator;

    /** @throws ProtocolException if this JDK does not know the scheme */
    Signature(String scheme, String key) {
        try {
            generator = new HMACGenerator(scheme, key);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new ProtocolException(
                    "connection: signature_scheme: expected hmac-sha256, got " + scheme
                            + "; remove Session.signature_scheme from the front end's settings",
                    e);
        }
    }

    /** The signature of the four JSON parts of a message, hexadecimal. */
    byte[] of(List<byte[]> parts) {
        return generator.calculateSignature(parts.toArray(byte[][]::new)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Compares in a time that does not depend on where the signatures differ. */
    boolean matches(byte[] signature, List<byte[]> parts) {
        return MessageDigest.isEqual(signature, of(parts));
    }
}
