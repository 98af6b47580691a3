package percolate.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import percolate.engine.StoredZip;

/**
 * A {@link StoredZip} that is read. No entry may be larger than the file, so that a small file never asks for much
 * memory.
 */
final class Archive implements Closeable {
    private final ZipFile zip;
    private final long size;
    private final long limit;

    private Archive(ZipFile zip, long size) {
        this.zip = zip;
        this.size = size;
        this.limit = Math.min(size, Integer.MAX_VALUE - 16);
    }

    static Archive open(Path file) throws IOException {
        return new Archive(new ZipFile(file.toFile()), Files.size(file));
    }

    /** The bytes of the file. */
    long size() {
        return size;
    }

    List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** An entry's content, checked against its CRC; {@link #has} said that it is there. */
    byte[] read(String name) throws IOException {
        var entry = zip.getEntry(name);
        try (var in = zip.getInputStream(entry)) {
            var content = in.readNBytes((int) limit + 1);
            if (content.length > limit
                    || content.length != entry.getSize()
                    || StoredZip.crc(content) != entry.getCrc()) {
                throw new ZipException(name + " is not what was written");
            }
            return content;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
