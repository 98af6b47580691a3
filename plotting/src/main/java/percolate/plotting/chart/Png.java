package percolate.plotting.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNG for flat drawings: rows unfiltered, light compression. The JDK's writer tries five filters on every row,
 * which costs a live panel several times as much and gains nothing on flat colour.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics, third edition</a>
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int RGBA = 6;

    private Png() {}

    static byte[] encode(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(image));
            chunk(out, "IDAT", pixels(image));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(image.getWidth());
        out.writeInt(image.getHeight());
        out.write(new byte[] {8, RGBA, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] pixels(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(4);
        try (var out = new DeflaterOutputStream(bytes, deflater, 1 << 15)) {
            var colors = new int[image.getWidth()];
            var row = new byte[1 + 4 * colors.length];
            for (int y = 0; y < image.getHeight(); y++) {
                image.getRGB(0, y, colors.length, 1, colors, 0, colors.length);
                pack(colors, row);
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** From ARGB in one int to four bytes RGBA, behind the filter's byte. */
    private static void pack(int[] colors, byte[] row) {
        for (int x = 0, at = 1; x < colors.length; x++) {
            int color = colors[x];
            row[at++] = (byte) (color >> 16);
            row[at++] = (byte) (color >> 8);
            row[at++] = (byte) color;
            row[at++] = (byte) (color >>> 24);
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}
