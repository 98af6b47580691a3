package percolate.plotting.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Colours for a range of values: from that of 0, the least, to that of 1, the largest. */
public final class ColorMap {
    /**
     * Evenly brighter from violet to yellow, for colour-blind readers and in print too.
     *
     * @see <a href="https://bids.github.io/colormap/">van der Walt and Smith 2015</a>
     */
    public static final ColorMap VIRIDIS = new ColorMap(
            0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725);

    /** From black to white. */
    public static final ColorMap GREY = new ColorMap(0x000000, 0xFFFFFF);

    private static final int SHADES = 256;

    private final int[] shades;

    private ColorMap(int... stops) {
        this.shades = IntStream.range(0, SHADES)
                .map(at -> between(stops, at / (SHADES - 1.0)))
                .toArray();
    }

    /** From one colour over a middle one to another. */
    public static ColorMap between(Color... stops) {
        return new ColorMap(Arrays.stream(stops).mapToInt(Color::getRGB).toArray());
    }

    private static int between(int[] stops, double share) {
        double place = share * (stops.length - 1);
        int from = Math.min((int) place, stops.length - 2);
        return Theme.mix(new Color(stops[from]), new Color(stops[from + 1]), place - from)
                .getRGB();
    }

    /** The colour of a share between 0 and 1, beyond these that of the end. */
    public Color at(double share) {
        return new Color(rgb(share));
    }

    /** The same as an opaque ARGB number. */
    public int rgb(double share) {
        return shades[(int) Math.round(Math.min(1, Math.max(0, share)) * (SHADES - 1))];
    }
}
