package percolate.plotting.chart;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** At most 256 colours that stand for all in a drawing. Shades that lie close together share the most frequent one. */
final class Palette {
    private static final int MOST = 256;
    /** Only the low bits of smoothed edges differ so little. */
    private static final int STEP = 16;

    private final int[] colors;
    private final Map<Integer, Byte> indices;

    private Palette(int[] colors, Map<Integer, Byte> indices) {
        this.colors = colors;
        this.indices = indices;
    }

    /** Nothing if even merged colours are too many. */
    static Optional<Palette> of(int[] pixels) {
        var counts = count(pixels);
        var chosen = new HashMap<Integer, Integer>();
        counts.forEach((color, count) -> chosen.merge(
                bucket(color), color, (one, other) -> counts.get(one)[0] >= counts.get(other)[0] ? one : other));
        if (chosen.size() > MOST) {
            return Optional.empty();
        }
        var colors = chosen.values().stream().mapToInt(Integer::intValue).toArray();
        var places = new HashMap<Integer, Byte>();
        for (int at = 0; at < colors.length; at++) {
            places.put(bucket(colors[at]), (byte) at);
        }
        var indices = new HashMap<Integer, Byte>();
        counts.keySet().forEach(color -> indices.put(color, places.get(bucket(color))));
        return Optional.of(new Palette(colors, indices));
    }

    private static Map<Integer, int[]> count(int[] pixels) {
        var counts = new HashMap<Integer, int[]>();
        int[] run = null;
        for (int at = 0; at < pixels.length; at++) {
            if (run == null || pixels[at] != pixels[at - 1]) {
                run = counts.computeIfAbsent(pixels[at], color -> new int[1]);
            }
            run[0]++;
        }
        return counts;
    }

    private static int bucket(int color) {
        int key = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            key = key << 8 | ((color >>> shift & 0xFF) + STEP / 2) / STEP;
        }
        return key;
    }

    /** Writes a row as indices, behind the filter's byte. */
    void pack(int[] pixels, int from, int width, byte[] row) {
        byte index = 0;
        for (int x = 0; x < width; x++) {
            if (x == 0 || pixels[from + x] != pixels[from + x - 1]) {
                index = indices.get(pixels[from + x]);
            }
            row[1 + x] = index;
        }
    }

    byte[] rgb() {
        var bytes = new byte[3 * colors.length];
        for (int at = 0; at < colors.length; at++) {
            bytes[3 * at] = (byte) (colors[at] >> 16);
            bytes[3 * at + 1] = (byte) (colors[at] >> 8);
            bytes[3 * at + 2] = (byte) colors[at];
        }
        return bytes;
    }

    byte[] alpha() {
        var bytes = new byte[colors.length];
        for (int at = 0; at < colors.length; at++) {
            bytes[at] = (byte) (colors[at] >>> 24);
        }
        return bytes;
    }
}
