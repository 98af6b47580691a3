package percolate.kernel.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The right to write a file, held by one kernel at a time. The lock is on a file beside it, for the file itself is
 * replaced at times. Who holds it too long, as a process that was suspended, is not waited for.
 */
final class FileLocking implements AutoCloseable {
    private static final int ATTEMPTS = 300;
    private static final int PAUSE_MILLIS = 10;

    private final FileChannel channel;
    private final Optional<FileLock> lock;

    private FileLocking(FileChannel channel, Optional<FileLock> lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static FileLocking of(Path file) throws IOException, InterruptedException {
        OwnerOnly.folder(file);
        var channel = OwnerOnly.open(file.resolveSibling(file.getFileName() + ".lock"));
        try {
            return new FileLocking(channel, acquire(channel));
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    boolean isHeld() {
        return lock.isPresent();
    }

    private static Optional<FileLock> acquire(FileChannel channel) throws IOException, InterruptedException {
        for (var i = 0; i < ATTEMPTS; i++) {
            var lock = tryLock(channel);
            if (lock.isPresent()) {
                return lock;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Optional.empty();
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) { // another kernel of this process has it
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close(); // which gives the lock back
    }
}
