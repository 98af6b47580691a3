package percolate.kernel.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;
import percolate.kernel.protocol.HistoryReply;
import percolate.kernel.protocol.HistoryReply.Entry;
import percolate.kernel.protocol.HistoryRequest;

/**
 * The cells that were run: those of this session, and those of earlier sessions and of others that run now where a file
 * keeps them. May be used by several threads at once; writing happens on a thread of its own, so that no cell waits for a
 * disk.
 *
 * <p>Sessions are numbered from 1 in the order in which they ran or asked for something first.
 */
public final class History implements AutoCloseable {
    private static final int FIRST = 1;
    private static final int LONGEST_OUTPUT = 4_000;

    private final List<Entry> own = new ArrayList<>();
    private final CompletableFuture<Integer> session = new CompletableFuture<>();
    private final ThreadPoolExecutor writer = Writer.thread();
    private Optional<HistoryFile> file;
    private boolean begun;

    private History(Optional<HistoryFile> file) {
        this.file = file;
    }

    /** A history that ends with the session. */
    public static History forgotten() {
        return new History(Optional.empty());
    }

    /** A history in a file, which other kernels may use at the same time. */
    public static History kept(Path file) {
        return new History(Optional.of(new HistoryFile(file)));
    }

    /** A cell starts to run. */
    public synchronized void starts(int line, String input) {
        begin();
        own.add(new Entry(FIRST, line, input, Optional.empty()));
        write(number -> file.ifPresent(kept -> kept.input(number, line, input)));
    }

    /** A cell has ended with a value. */
    public synchronized void ends(int line, String output) {
        var shown = output.length() > LONGEST_OUTPUT ? output.substring(0, LONGEST_OUTPUT) + "…" : output;
        own.replaceAll(
                entry -> entry.line() == line ? new Entry(FIRST, line, entry.input(), Optional.of(shown)) : entry);
        write(number -> file.ifPresent(kept -> kept.output(number, line, shown)));
    }

    /** The cells that a front end asks for, the oldest first, those of this session last. */
    public HistoryReply answer(HistoryRequest request) {
        synchronized (this) {
            begin();
        }
        var number = session.join();
        return new HistoryReply(Selection.of(request, number).from(all(number)), request.output());
    }

    /** Waits a moment for what is to be written. */
    @Override
    public void close() {
        Writer.finish(writer);
    }

    private List<Entry> all(int number) {
        var earlier = file().map(HistoryFile::read).orElse(List.of()).stream()
                .filter(entry -> entry.session() != number);
        return Stream.concat(
                        earlier,
                        own().stream()
                                .map(entry -> new Entry(number, entry.line(), entry.input(), entry.output())))
                .toList();
    }

    private synchronized List<Entry> own() {
        return List.copyOf(own);
    }

    private synchronized Optional<HistoryFile> file() {
        return file;
    }

    @FunctionalInterface
    private interface Work {
        void run(int session);
    }

    /** The first thing that is written is the session's number, for no other kernel may take the same. */
    private void begin() {
        if (!begun) {
            begun = true;
            writer.execute(() -> session.complete(file().map(HistoryFile::claim).orElse(FIRST)));
        }
    }

    private void write(Work work) {
        writer.execute(() -> work.run(session.join()));
    }
}
