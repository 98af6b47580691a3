package percolate.plotting.vision;

import java.awt.Color;
import percolate.plotting.chart.ColorMap;

/** Colours for numbers that are images. They are the same on light and dark grounds, as those of photographs are. */
final class Shade {
    /** For what is an image. */
    static final ColorMap GREY = ColorMap.GREY;

    /** For sizes, from 0 on. */
    static final ColorMap SIZE = ColorMap.VIRIDIS;

    /** Blue below, white in the middle, vermillion above, for signed numbers whose zero is in the middle. */
    static final ColorMap SIGNED = of(0x08519C, 0x0072B2, 0x6BAED6, 0xF7F7F7, 0xF4A582, 0xD55E00, 0x8C3A00);

    /** From black over vermillion to a warm white, for what glows on an image. */
    static final ColorMap HEAT = of(0x000000, 0x7A1F00, 0xD55E00, 0xF5B041, 0xFFF7BC);

    /** What is no number stands out from every shade. */
    static final Color NO_NUMBER = new Color(0xFF00FF);

    private Shade() {}

    private static ColorMap of(int... stops) {
        var colors = new Color[stops.length];
        for (int at = 0; at < stops.length; at++) {
            colors[at] = new Color(stops[at]);
        }
        return ColorMap.between(colors);
    }
}
