package percolate.kernel.magic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program: its output is passed on as it comes, and an interrupt ends it with all that it has started. */
final class ForeignProcess {
    /** How long output is waited for after the end: a program left in the background may hold the pipe open. */
    private static final long REST_MILLIS = 500;

    private ForeignProcess() {}

    /** Where output goes. */
    interface Taker {
        OutputStream out();

        OutputStream err();
    }

    /** Printed by the cell that asks. */
    record Printed(OutputStream out, OutputStream err) implements Taker {
        Printed() {
            this(System.out, System.err);
        }
    }

    /** Kept, but for errors. */
    record Gathered(ByteArrayOutputStream out, OutputStream err) implements Taker {
        Gathered() {
            this(new ByteArrayOutputStream(), System.err);
        }

        String text() {
            synchronized (out) {
                return out.toString(charset());
            }
        }
    }

    /** Where Java 17 does not tell, the platform's own. */
    private static Charset charset() {
        return Charset.forName(System.getProperty("native.encoding", StandardCharsets.UTF_8.name()));
    }

    /** The exit status. */
    static int run(Call call, List<String> command, Map<String, String> environment, Taker output)
            throws IOException, InterruptedException {
        var process = start(call, command, environment);
        var out = pump("percolate-process-out", process.getInputStream(), output.out());
        var err = pump("percolate-process-err", process.getErrorStream(), output.err());
        try {
            var status = process.waitFor();
            out.join(REST_MILLIS);
            err.join(REST_MILLIS);
            return status;
        } finally {
            end(process);
        }
    }

    private static Process start(Call call, List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(call.source().resolve("").toAbsolutePath().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            if (Path.of(command.get(0)).getNameCount() == 1 && isMissing(e)) {
                throw call.wrong("expected " + command.get(0) + " on this system, found none; install it, or put it on"
                        + " the PATH of the process that started the kernel");
            }
            throw e;
        }
    }

    private static boolean isMissing(IOException thrown) {
        return String.valueOf(thrown.getMessage()).matches("(?s).*error=2\\b.*");
    }

    /** The thread is the calling cell's, and so is what it prints. */
    private static Thread pump(String name, InputStream from, OutputStream to) {
        var thread = new Thread(() -> copy(from, to), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void copy(InputStream from, OutputStream to) {
        var buffer = new byte[8192];
        try (from) {
            for (var length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                synchronized (to) {
                    to.write(buffer, 0, length);
                    to.flush();
                }
            }
        } catch (IOException e) {
            // The program was ended.
        }
    }

    /** Ends what still runs, children first: they would become nobody's. */
    private static void end(Process process) throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        var all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        var interrupted = Thread.interrupted();
        if (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
