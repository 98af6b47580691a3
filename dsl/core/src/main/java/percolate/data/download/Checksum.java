package percolate.data.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What the bytes of a file add up to.
 *
 * @param algorithm SHA-256, or MD5 where a publisher gives no other
 * @param hex the digest in hexadecimal digits
 */
public record Checksum(String algorithm, String hex) {
    private static final String SHA_256 = "SHA-256";
    private static final int PIECE = 1 << 16;

    public Checksum {
        hex = hex.toLowerCase(Locale.ROOT);
        int digits = 2 * digest(algorithm).getDigestLength();
        if (!hex.matches("[0-9a-f]{" + digits + "}")) {
            throw new IllegalArgumentException(
                    "checksum: expected " + digits + " hexadecimal digits of " + algorithm + ", got \"" + hex + "\"");
        }
    }

    public static Checksum sha256(String hex) {
        return new Checksum(SHA_256, hex);
    }

    public static Checksum md5(String hex) {
        return new Checksum("MD5", hex);
    }

    /** The SHA-256 of a file. */
    static Checksum of(Path file) throws IOException {
        return of(file, SHA_256);
    }

    /** Of a file, by the same algorithm. */
    Checksum again(Path file) throws IOException {
        return of(file, algorithm);
    }

    private static Checksum of(Path file, String algorithm) throws IOException {
        var digest = digest(algorithm);
        try (var in = Files.newInputStream(file)) {
            var piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
        }
        return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("checksum: expected SHA-256 or MD5, got " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return algorithm + " " + hex;
    }
}
