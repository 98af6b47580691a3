package percolate.kernel.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/** Files that nobody but their owner can read, where the file system knows owners. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes the folder of a file, with those above it that are missing. */
    static void folder(Path file) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent, attributes(parent.getRoot(), FOLDER));
        }
    }

    /** Opens a file for what these options say, made if it is not there. */
    static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        var all = new HashSet<OpenOption>(Set.of(options));
        all.add(StandardOpenOption.CREATE);
        all.add(StandardOpenOption.WRITE);
        var channel = FileChannel.open(file, all, attributes(file.toAbsolutePath().getRoot(), FILE));
        if (knowsOwners(file) && !Files.getPosixFilePermissions(file).equals(FILE)) {
            Files.setPosixFilePermissions(file, FILE);
        }
        return channel;
    }

    /** Adds a text that ends a line in one piece; a line that a crash has torn is ended before. */
    static void append(Path file, String text) throws IOException {
        try (var channel = open(file, StandardOpenOption.READ)) {
            var end = channel.size();
            write(channel, isTorn(channel, end) ? "\n" + text : text, end);
        }
    }

    /** Puts another content into the place of a file, which whoever reads finds either old or new. */
    static void replace(Path file, String text) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        try (var channel = open(next, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(channel, text, 0);
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(FileChannel channel, String text, long start) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        var at = start;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static boolean isTorn(FileChannel channel, long end) throws IOException {
        var last = ByteBuffer.allocate(1);
        return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    }

    private static boolean knowsOwners(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }

    private static FileAttribute<?>[] attributes(Path root, Set<PosixFilePermission> permissions) {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
