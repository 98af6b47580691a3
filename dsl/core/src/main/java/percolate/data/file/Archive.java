package percolate.data.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import percolate.data.DataException;

/**
 * A zip or tar.gz file. What it holds is written inside one folder, as plain files, and never much more than the archive
 * itself has bytes.
 */
final class Archive {
    private static final List<String> ENDINGS = List.of(".zip", ".tar.gz", ".tgz");
    private static final long LEAST_ROOM = 64L << 20;
    private static final long GROWTH = 100;
    private static final int MOST_FILES = 1_000_000;
    private static final int PIECE = 1 << 16;

    private final Path archive;
    private final Path folder;
    private long room;
    private int files;

    private Archive(Path archive, Path folder) throws IOException {
        this.archive = archive;
        this.folder = folder;
        this.room = LEAST_ROOM + GROWTH * Files.size(archive);
    }

    static boolean is(String name) {
        return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /**
     * Writes everything it holds into a folder, which appears whole or not at all.
     *
     * @throws DataException if it cannot be read, or holds what it should not
     */
    static void unpack(Path archive, Path into) {
        var part = into.resolveSibling(into.getFileName() + ".part");
        try {
            Folders.delete(part);
            Files.createDirectories(part);
            new Archive(archive, part).unpack();
            Folders.delete(into);
            Files.move(part, into);
        } catch (DataException e) {
            Folders.deleteQuietly(part);
            throw e;
        } catch (IOException | RuntimeException e) {
            Folders.deleteQuietly(part);
            throw new DataException(
                    archive.getFileName() + ": expected a whole zip or tar.gz file, got one that cannot be read ("
                            + Words.of(e) + "); fetch it again",
                    e);
        }
    }

    private void unpack() throws IOException {
        if (archive.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            zip();
        } else {
            tar();
        }
    }

    private void zip() throws IOException {
        try (var zip = ZipFile.builder().setPath(archive).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                boolean plain = !entry.isUnixSymlink() && zip.canReadEntryData(entry);
                if (isFile(entry, plain)) {
                    try (var in = zip.getInputStream(entry)) {
                        write(entry, in);
                    }
                }
            }
        }
    }

    private void tar() throws IOException {
        try (var in = tar(archive)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (isFile(entry, entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && !entry.isSparse())) {
                    write(entry, in);
                }
            }
        }
    }

    /** The entries of a tar.gz file, one after the other. */
    static TarArchiveInputStream tar(Path archive) throws IOException {
        return new TarArchiveInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive), PIECE), PIECE));
    }

    private boolean isFile(ArchiveEntry entry, boolean plain) {
        if (++files > MOST_FILES) {
            throw refused("more than " + MOST_FILES + " files");
        }
        if (entry.isDirectory()) {
            inside(entry);
            return false;
        }
        if (!plain) {
            throw refused("\"" + entry.getName() + "\", which is a link or encrypted");
        }
        return true;
    }

    private Path inside(ArchiveEntry entry) {
        var name = entry.getName().replace('\\', '/');
        try {
            var path = folder.resolve(name).normalize();
            boolean drive = name.length() > 1 && name.charAt(1) == ':';
            if (path.startsWith(folder) && !name.startsWith("/") && !drive) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw refused("a file name that this system does not allow");
        }
        throw refused("\"" + name + "\", which lies outside of its folder");
    }

    private void write(ArchiveEntry entry, InputStream in) throws IOException {
        var path = inside(entry);
        Files.createDirectories(path.getParent());
        try (var out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                room -= n;
                if (room < 0) {
                    throw refused("more than " + GROWTH + " times its own size");
                }
                out.write(piece, 0, n);
            }
        } catch (FileAlreadyExistsException e) {
            throw new DataException(
                    archive.getFileName() + ": expected each file once, got \"" + entry.getName()
                            + "\" twice; unpack it by hand",
                    e);
        }
    }

    private DataException refused(String what) {
        return new DataException(archive.getFileName() + ": expected plain files inside one folder, got " + what
                + "; unpack it by hand if you trust it, and give the folder");
    }
}
