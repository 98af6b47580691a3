package percolate.kernel.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes on their way to become text; a character that has come in part waits for its rest. */
final class Utf8Buffer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void append(byte[] more, int offset, int length) {
        bytes.write(more, offset, length);
    }

    int size() {
        return bytes.size();
    }

    String takeWholeCharacters() {
        var all = bytes.toByteArray();
        var whole = all.length - unfinished(all);
        bytes.reset();
        bytes.write(all, whole, all.length - whole);
        return new String(all, 0, whole, StandardCharsets.UTF_8);
    }

    /** How many bytes at the end begin a character without ending it. */
    private static int unfinished(byte[] bytes) {
        for (var back = 1; back <= Math.min(3, bytes.length); back++) {
            var needed = sequenceLength(bytes[bytes.length - back]);
            if (needed > 0) {
                return needed > back ? back : 0;
            }
        }
        return 0;
    }

    /** The length that a first byte announces; 0 for a byte that continues. */
    private static int sequenceLength(byte first) {
        var ones = Integer.numberOfLeadingZeros(~(first << 24));
        return switch (ones) {
            case 0 -> 1;
            case 1 -> 0;
            case 2, 3, 4 -> ones;
            default -> 1;
        };
    }
}
