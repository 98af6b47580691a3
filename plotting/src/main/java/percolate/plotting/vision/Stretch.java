package percolate.plotting.vision;

/** Makes a map as large as an image, bilinearly, with the corners' pixels centred as PyTorch has them by default. */
final class Stretch {
    private Stretch() {}

    /** @return [toHeight, toWidth] */
    static float[] of(float[] map, int height, int width, int toHeight, int toWidth) {
        var stretched = new float[toHeight * toWidth];
        for (int at = 0; at < stretched.length; at++) {
            double y = place(at / toWidth, height, toHeight);
            double x = place(at % toWidth, width, toWidth);
            int top = (int) y;
            int left = (int) x;
            int below = Math.min(height - 1, top + 1);
            int right = Math.min(width - 1, left + 1);
            double upper = mix(map[top * width + left], map[top * width + right], x - left);
            double lower = mix(map[below * width + left], map[below * width + right], x - left);
            stretched[at] = (float) mix(upper, lower, y - top);
        }
        return stretched;
    }

    private static double place(int at, int from, int to) {
        return Math.min(from - 1.0, Math.max(0, (at + 0.5) * from / to - 0.5));
    }

    private static double mix(double one, double other, double share) {
        return one + (other - one) * share;
    }
}
