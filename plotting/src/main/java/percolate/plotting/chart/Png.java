package percolate.plotting.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNG for drawings: rows unfiltered, light compression. The JDK's writer tries five filters on every row, which
 * costs a live panel several times as much and gains nothing on flat colour.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics, third edition</a>
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int INDEXED = 3;
    private static final int RGBA = 6;
    private static final int LIGHT = 4;

    private Png() {}

    /** Every pixel as it is. */
    static byte[] exact(BufferedImage image) {
        return write(image, RGBA, null);
    }

    /** With a palette, close shades merged, in half the bytes and time; exact where colours are too many. */
    static byte[] flat(BufferedImage image) {
        var palette = Palette.of(pixels(image));
        return palette.isPresent() ? write(image, INDEXED, palette.get()) : exact(image);
    }

    private static byte[] write(BufferedImage image, int kind, Palette palette) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(image, kind));
            if (palette != null) {
                chunk(out, "PLTE", palette.rgb());
                chunk(out, "tRNS", palette.alpha());
            }
            chunk(out, "IDAT", data(image, palette));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(BufferedImage image, int kind) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(image.getWidth());
        out.writeInt(image.getHeight());
        out.write(new byte[] {8, (byte) kind, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] data(BufferedImage image, Palette palette) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(LIGHT);
        int width = image.getWidth();
        var pixels = pixels(image);
        var row = new byte[1 + (palette == null ? 4 : 1) * width];
        try (var out = new DeflaterOutputStream(bytes, deflater, 1 << 15)) {
            for (int from = 0; from < pixels.length; from += width) {
                if (palette == null) {
                    pack(pixels, from, width, row);
                } else {
                    palette.pack(pixels, from, width, row);
                }
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** From ARGB in one int to four bytes RGBA, behind the filter's byte. */
    private static void pack(int[] pixels, int from, int width, byte[] row) {
        for (int x = 0, at = 1; x < width; x++) {
            int color = pixels[from + x];
            row[at++] = (byte) (color >> 16);
            row[at++] = (byte) (color >> 8);
            row[at++] = (byte) color;
            row[at++] = (byte) (color >>> 24);
        }
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
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
