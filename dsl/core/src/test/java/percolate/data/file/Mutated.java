package percolate.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** Damaged copies of a file, each of which is read, or refused in one sentence. */
final class Mutated {
    private static final int FEW = 300;
    private static final int MANY = 10_000;
    private static final long MOST_BYTES = 256L << 20;

    private Mutated() {}

    /** How many a test reads: {@code -Dpercolate.long=true} for many. */
    static int count() {
        return Boolean.getBoolean("percolate.long") ? MANY : FEW;
    }

    /**
     * @param read reads the file
     * @return how many were refused
     */
    static int read(byte[] whole, Path file, Consumer<Path> read) throws IOException {
        int refused = 0;
        for (int seed = 0; seed < count(); seed++) {
            Files.write(file, mutated(whole, new Random(seed)));
            long before = allocated();
            try {
                read.accept(file);
            } catch (Throwable failure) {
                refused++;
                assertThat(failure).as("mutation %d", seed).isInstanceOf(RuntimeException.class);
                assertOneSentence(
                        () -> {
                            throw failure;
                        },
                        ": ");
            }
            assertThat(allocated() - before).as("bytes for mutation %d", seed).isLessThan(MOST_BYTES);
        }
        return refused;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** One to four changes: bits, bytes, numbers, pieces that are cut out, doubled, zeroed or random; half of them near the ends. */
    static byte[] mutated(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 8; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int near = Math.min(bytes.length, 128);
        int at =
                switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(near);
                    case 1 -> bytes.length - 1 - random.nextInt(near);
                    default -> random.nextInt(bytes.length);
                };
        int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 8 : bytes.length));
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> Arrays.fill(bytes, at, Math.min(to, at + 4), (byte) (random.nextBoolean() ? 0xff : 0x7f));
            case 3 -> Arrays.fill(bytes, at, to, (byte) 0);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            }
            default -> {
                return joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        var all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
