package percolate.insight;

/** When gradients count as vanishing and when as exploding; sizes are root mean squares over a layer's weights. */
public final class GradientHealth {
    private static final double SHARE = 1e-3;
    private static final double TIMES = 1e3;
    private static final double PEAK = 1e3;

    private GradientHealth() {}

    /**
     * Whether the first layer learns next to nothing beside another one; a gradient of exactly 0 has other reasons.
     *
     * @param size of its gradient
     * @param most of all layers
     */
    public static boolean isVanishing(double size, double most) {
        return size > 0 && size < SHARE * most;
    }

    /**
     * Whether gradients grow on their way back.
     *
     * @param first of the first layer, without what large inputs do to it
     * @param last of the last layer
     */
    public static boolean isExploding(double first, double last) {
        return first / last > TIMES;
    }

    /** @param norm of all gradients together, without what large inputs and targets do to it */
    public static boolean isExploding(double norm) {
        return !(norm <= PEAK);
    }
}
