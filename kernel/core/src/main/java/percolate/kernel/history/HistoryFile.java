package percolate.kernel.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.protocol.HistoryReply.Entry;

/**
 * A file with a JSON object a line: a session's number when it begins, a cell when it starts, the text of its value when
 * it ends. Lines are only ever added, so that a crash loses at most the last; the file is opened anew for each, under a
 * lock that all kernels heed, so that several use one file and none writes into a copy that another has replaced.
 *
 * <p>Where the disk fails, the file is left alone from then on, with a line in the log.
 */
final class HistoryFile {
    static final long LARGEST_BYTES = 8L << 20;
    static final int LONGEST_INPUT = 1 << 19;
    private static final Logger LOG = Logger.getLogger(HistoryFile.class.getName());

    private final Path file;
    private final long largest;
    private volatile boolean broken;

    HistoryFile(Path file) {
        this(file, LARGEST_BYTES);
    }

    /** @param largest the size in bytes from which the older half is forgotten */
    HistoryFile(Path file, long largest) {
        this.file = file;
        this.largest = largest;
    }

    /** Takes the number after the last that is in the file; 1 where the file cannot be used. */
    int claim() {
        return locked(
                () -> {
                    var number = HistoryLines.of(content()).lastSession() + 1;
                    append(HistoryLines.session(number));
                    return number;
                },
                1);
    }

    /** Adds a cell; one of more than half a megabyte is left out. */
    void input(int session, int line, String text) {
        if (text.length() <= LONGEST_INPUT) {
            add(HistoryLines.input(session, line, text));
        }
    }

    void output(int session, int line, String text) {
        add(HistoryLines.output(session, line, text));
    }

    /** All cells of the file; a line that is torn is skipped. */
    List<Entry> read() {
        try {
            return HistoryLines.of(content()).entries();
        } catch (IOException e) {
            giveUp(e);
            return List.of();
        }
    }

    private void add(JsonObject line) {
        var unused = locked(
                () -> {
                    append(line);
                    return true;
                },
                false);
    }

    private <T> T locked(Callable<T> work, T otherwise) {
        if (broken) {
            return otherwise;
        }
        try (var lock = FileLocking.of(file)) {
            return lock.isHeld() ? work.call() : otherwise;
        } catch (Exception e) {
            giveUp(e);
            return otherwise;
        }
    }

    private void giveUp(Exception e) {
        broken = true;
        LOG.log(Level.WARNING, "history: expected a file that can be read and written, got {0}; from here on cells are"
                + " remembered until their session ends", e);
    }

    private String content() throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
    }

    private void append(JsonObject line) throws IOException {
        OwnerOnly.append(file, line + "\n");
        if (Files.size(file) > largest) {
            OwnerOnly.replace(file, HistoryLines.of(content()).newest(largest / 2));
        }
    }
}
