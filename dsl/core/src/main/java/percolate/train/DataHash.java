package percolate.train;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import percolate.Dataset;

/** Names data by its content: SHA-256 over the bytes of inputs and targets, and what is drawn; of files, their names and sizes. */
final class DataHash {
    private DataHash() {}

    static String of(Dataset data) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            if (!data.isHeld()) {
                digest.update(data.fingerprint().getBytes(StandardCharsets.UTF_8));
                return "sha256:" + HexFormat.of().formatHex(digest.digest());
            }
            var examples = data.still();
            if (data.isDrawn()) {
                digest.update(data.toString().getBytes(StandardCharsets.UTF_8));
            }
            for (var tensor : Stream.of(
                            examples.inputs().stream(), examples.targets().stream(), examples.weights().stream())
                    .flatMap(t -> t)
                    .toList()) {
                digest.update((tensor.shape() + " " + tensor.dtype()).getBytes(StandardCharsets.UTF_8));
                digest.update(tensor.array().toBytes());
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
