package percolate.data.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The folder of fetched files. A file stands there whole or not at all, with its SHA-256 beside it, which is checked whenever
 * it is taken.
 *
 * @param folder where files are kept
 * @param patience how long a server may stay silent
 * @param out who hears what is being done
 */
public record Cache(Path folder, Duration patience, Consumer<String> out) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    /**
     * The user's: {@code PERCOLATE_DATA} where that is set, else {@code ~/.cache/percolate/data} or what stands for it on
     * macOS and Windows.
     */
    public static Cache user() {
        return new Cache(CacheFolder.find(), PATIENCE, System.out::println);
    }

    /**
     * The file in the cache; fetched where it is not there yet. An interrupt leaves what has come for the next time.
     *
     * @throws DownloadException if it can be fetched nowhere
     */
    public Path fetch(RemoteFile file) {
        var target = folder.resolve(file.name());
        try {
            return isKept(target) ? target : fetchInTurn(file, target);
        } catch (InterruptedIOException | ClosedByInterruptException | FileLockInterruptionException e) {
            throw new DownloadException(
                    file + ": expected time to fetch it, got an interrupt; the next try goes on from here", e);
        } catch (IOException e) {
            throw new DownloadException(
                    file + ": expected a folder to keep it in, got " + folder + ", which cannot be written ("
                            + e.getMessage() + "); set PERCOLATE_DATA to another",
                    e);
        }
    }

    /** Whether it is there as it was when it came. */
    private static boolean isKept(Path target) throws IOException {
        var beside = beside(target, ".sha256");
        return Files.isRegularFile(target)
                && Files.isRegularFile(beside)
                && Files.readString(beside, StandardCharsets.ISO_8859_1)
                        .strip()
                        .equals(Checksum.of(target).hex());
    }

    @SuppressWarnings("try") // The turn is held, not used.
    private Path fetchInTurn(RemoteFile file, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (var turn = Turn.at(target)) {
            if (isKept(target) || isGiven(file, target)) {
                return target;
            }
            if (Files.exists(target)) {
                new Notices(file.name(), out)
                        .say("its copy in " + folder + " is not as it came, so it is fetched again");
            }
            return fetch(file, target);
        }
    }

    /** Whether somebody put it there, who need not know our record beside it. */
    private static boolean isGiven(RemoteFile file, Path target) throws IOException {
        boolean given = Files.isRegularFile(target)
                && !Files.exists(beside(target, ".sha256"))
                && differing(file, target).isEmpty();
        if (given) {
            record(target, target);
        }
        return given;
    }

    private Path fetch(RemoteFile file, Path target) throws IOException {
        var part = beside(target, ".part");
        if (file.sums().isEmpty()) {
            // Nothing would tell whether the rest belongs to these bytes.
            Files.deleteIfExists(part);
        }
        var failures = new LinkedHashSet<String>();
        for (var address : file.from()) {
            if (isFetched(file, address, part, failures)) {
                record(part, target);
                move(part, target);
                return target;
            }
        }
        throw new DownloadException(file + ": expected to fetch it, got no whole file: " + String.join(", ", failures)
                + "; try again with a network, or put the file at " + target
                + (file.instead().isEmpty() ? "" : ", or take " + file.instead()));
    }

    private boolean isFetched(RemoteFile file, URI address, Path part, Set<String> failures) throws IOException {
        var notices = new Notices(file.name(), out);
        notices.say("fetching from " + address.getHost() + " into " + folder);
        var transfer = new Transfer(Proxies.client(), patience, notices);
        for (int i = 1; i <= TRIES; i++) {
            boolean resumed = Files.exists(part);
            try {
                transfer.into(part, address);
                var differing = differing(file, part);
                if (differing.isEmpty()) {
                    return true;
                }
                Files.deleteIfExists(part);
                failures.add(address.getHost() + ": " + differing);
                if (!resumed) {
                    return false;
                }
            } catch (InterruptedIOException | ClosedByInterruptException e) {
                throw e;
            } catch (Refusal e) {
                failures.add(address.getHost() + ": " + e.getMessage());
                return false;
            } catch (IOException e) {
                failures.add(address.getHost() + ": " + reason(e));
                if (file.sums().isEmpty()) {
                    Files.deleteIfExists(part);
                }
            }
            pause(i);
        }
        return false;
    }

    /** A moment for a busy server, longer after each try. */
    private void pause(int tries) throws InterruptedIOException {
        try {
            Thread.sleep(tries * patience.toMillis() / 100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        }
    }

    private static String reason(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof ConnectException) {
                return "no connection";
            }
        }
        return failure.getMessage() == null ? "the connection broke" : failure.getMessage();
    }

    /** What tells a file from the one that was meant; empty if nothing does. */
    private static String differing(RemoteFile file, Path found) throws IOException {
        for (var sum : file.sums()) {
            var its = sum.again(found);
            if (!its.equals(sum)) {
                return "expected " + sum + ", got " + its.hex();
            }
        }
        return "";
    }

    private static void record(Path content, Path target) throws IOException {
        var beside = beside(target, ".sha256");
        var temporary = beside(target, ".sha256.part");
        Files.writeString(temporary, Checksum.of(content).hex());
        move(temporary, beside);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
