package percolate.kernel.magic;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What the kernel's process takes. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    private ProcessMemory() {}

    static List<List<String>> rows() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var threads = ManagementFactory.getThreadMXBean().getThreadCount();
        var resident = resident();
        return List.of(
                List.of("Java heap, used", megabytes(heap.getUsed())),
                List.of("Java heap, taken from the system", megabytes(heap.getCommitted())),
                List.of("Java heap, at most", megabytes(heap.getMax())),
                List.of(
                        "process, resident",
                        resident.isPresent() ? megabytes(resident.getAsLong()) : "(not told by this system)"),
                List.of("threads", String.valueOf(threads)));
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / (1024.0 * 1024.0));
    }

    /** Linux tells it in a file, other systems of its kind through a program. */
    private static OptionalLong resident() {
        try {
            if (Files.isReadable(STATUS)) {
                var found = RESIDENT.matcher(Files.readString(STATUS));
                return found.find() ? OptionalLong.of(Long.parseLong(found.group(1)) * 1024) : OptionalLong.empty();
            }
            var asked = new ProcessBuilder(
                            "ps",
                            "-o",
                            "rss=",
                            "-p",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start();
            var text = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return OptionalLong.of(Long.parseLong(text.strip()) * 1024);
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
