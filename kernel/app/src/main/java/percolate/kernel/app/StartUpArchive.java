package percolate.kernel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The archive that a kernel starts from: classes as Java wants them in memory, noted down while a session is rehearsed.
 * It is valid for one Java and for jars that nobody touches.
 */
record StartUpArchive(KernelSpec spec) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double MEGABYTE = 1e6;

    /** Makes it anew and says in a line what came of it; without it a kernel works as well, but starts later. */
    String make() throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var name = spec.archive().getFileName();
        var made = spec.archive().resolveSibling(name + ".new");
        var log = spec.archive().resolveSibling(name + ".log");
        try {
            var status = run(made, log);
            if (status != 0 || !Files.isRegularFile(made)) {
                return String.format(
                        "%s: expected Java to make it, got status %d; kernels start without it; see %s",
                        name, status, log);
            }
            Files.move(made, spec.archive(), StandardCopyOption.REPLACE_EXISTING);
            Files.delete(log);
            return String.format(
                    Locale.ROOT,
                    "%s: %.0f MB in %.1f s",
                    name,
                    Files.size(spec.archive()) / MEGABYTE,
                    (System.nanoTime() - begun) / 1e9);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private int run(Path made, Path log) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(spec.rehearsal(made))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().remove(OptionsOfUser.VARIABLE);
        var rehearsal = builder.start();
        try {
            return rehearsal.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? rehearsal.exitValue() : -1;
        } finally {
            rehearsal.destroyForcibly();
        }
    }
}
