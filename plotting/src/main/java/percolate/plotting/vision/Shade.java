package percolate.plotting.vision;

/** Colours for numbers from 0 to 1. */
public enum Shade {
    /** Black to white, for what is an image. */
    GREY(0x000000, 0xFFFFFF),
    /** Dark blue over green to yellow, as even for the eye as for colour-blind ones, for sizes: viridis. */
    SIZE(0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725),
    /** Blue below, white in the middle, vermillion above, for signed numbers whose zero is at 0.5. */
    SIGNED(0x08519C, 0x0072B2, 0x6BAED6, 0xF7F7F7, 0xF4A582, 0xD55E00, 0x8C3A00),
    /** Clear to vermillion, laid over an image. */
    HEAT(0x000000, 0x7A1F00, 0xD55E00, 0xF5B041, 0xFFF7BC);

    /** What is no number stands out from every shade. */
    static final int NO_NUMBER = 0xFF00FF;

    private final int[] stops;

    Shade(int... stops) {
        this.stops = stops;
    }

    /** The colour of a share, as 0xRRGGBB; shares beyond 0 and 1 have the ends' colours. */
    public int rgb(double share) {
        if (Double.isNaN(share)) {
            return NO_NUMBER;
        }
        double at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
        int from = Math.min(stops.length - 2, (int) at);
        return mix(stops[from], stops[from + 1], at - from);
    }

    static int mix(int one, int other, double share) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = one >> shift & 0xFF;
            int to = other >> shift & 0xFF;
            rgb = rgb << 8 | (int) Math.round(from + (to - from) * share);
        }
        return rgb;
    }
}
