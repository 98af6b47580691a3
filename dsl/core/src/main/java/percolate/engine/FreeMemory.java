package percolate.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import percolate.DType;

/**
 * The memory that the machine, or the container this process runs in, has left. Systems promise native memory that they
 * do not have and later end the process that uses it, so a large result is refused before it is computed.
 */
final class FreeMemory {
    /** What is smaller than this is not worth a look at the system's files. */
    private static final long LARGE_BYTES = 64L << 20;

    private static final Path SYSTEM = Path.of("/proc/meminfo");
    private static final Path LIMIT = Path.of("/sys/fs/cgroup/memory.max");
    private static final Path USED = Path.of("/sys/fs/cgroup/memory.current");

    private FreeMemory() {}

    /**
     * Checks that a result has room.
     *
     * @param elements how many it will have
     * @throws NativeFailure if it takes more than is free
     */
    static void ensure(long elements, DType dtype) {
        double bytes = (double) elements * dtype.bytes();
        if (bytes < LARGE_BYTES) {
            return;
        }
        long free = bytes();
        if (bytes > free) {
            throw new NativeFailure(
                    String.format(
                            Locale.ROOT,
                            "tensor: expected a result that fits into the %.1f GB of memory that are free, got one of"
                                    + " %.1f GB; choose smaller sizes or batches, or let go of tensors that are held",
                            free / 1e9,
                            bytes / 1e9),
                    null);
        }
    }

    /** How many elements two shapes have together when axes of size 1 are stretched. */
    static long stretchedElements(List<Integer> a, List<Integer> b) {
        long count = 1;
        for (int back = 1; back <= Math.max(a.size(), b.size()); back++) {
            long one = back <= a.size() ? a.get(a.size() - back) : 1;
            long two = back <= b.size() ? b.get(b.size() - back) : 1;
            count *= one == 1 ? two : one;
        }
        return count;
    }

    /** How many elements a matrix product has: [.., n, k] and [.., k, m] give [.., n, m]. */
    static long productElements(List<Integer> a, List<Integer> b) {
        if (a.size() < 2 || b.size() < 2) {
            return 1; // no more than the larger of the two, which is there already
        }
        long batches = stretchedElements(a.subList(0, a.size() - 2), b.subList(0, b.size() - 2));
        return batches * a.get(a.size() - 2) * b.get(b.size() - 1);
    }

    /** Free bytes, counting what the system would give up for us. */
    static long bytes() {
        var system = number(SYSTEM, "MemAvailable:\\s*(\\d+) kB", 1024);
        var limit = number(LIMIT, "(\\d+)", 1);
        var used = number(USED, "(\\d+)", 1);
        long free = system.orElseGet(FreeMemory::asJavaSeesIt);
        return limit.isPresent() && used.isPresent() ? Math.min(free, limit.getAsLong() - used.getAsLong()) : free;
    }

    private static long asJavaSeesIt() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
    }

    /** The number that a line of a file holds, if there is such a file and line. */
    private static OptionalLong number(Path file, String line, long unit) {
        var pattern = Pattern.compile(line);
        try (var lines = Files.lines(file)) {
            return lines.map(pattern::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(found -> Long.parseLong(found.group(1)) * unit)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
