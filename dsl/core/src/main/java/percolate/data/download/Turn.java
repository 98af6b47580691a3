package percolate.data.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread of one process at a time fetch a file; the others then find it there. */
final class Turn implements AutoCloseable {
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel everywhere;

    private Turn(ReentrantLock here, FileChannel everywhere) {
        this.here = here;
        this.everywhere = everywhere;
    }

    @SuppressWarnings("LockNotBeforeTry") // Unlocked by close.
    static Turn at(Path file) throws IOException {
        var lock = HERE.computeIfAbsent(file.toAbsolutePath().normalize(), f -> new ReentrantLock());
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        }
        try {
            return new Turn(lock, locked(file));
        } catch (IOException | RuntimeException e) {
            lock.unlock();
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".lock");
        var channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            everywhere.close();
        } finally {
            here.unlock();
        }
    }
}
