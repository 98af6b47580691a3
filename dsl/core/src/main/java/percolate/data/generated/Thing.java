package percolate.data.generated;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A coloured shape in a scene; lengths are parts of the image's side.
 *
 * @param kind a number of {@link #KINDS}
 * @param colour a number of {@link #COLOURS}
 * @param x the middle, from the left
 * @param y the middle, from the top
 * @param radius half of its width and height
 */
record Thing(int kind, int colour, double x, double y, double radius) {
    static final List<String> KINDS = List.of("circle", "square", "triangle");
    static final List<String> COLOURS = List.of("red", "green", "blue", "yellow", "purple", "orange");

    private static final float[][] SHADES = {
        {0.9f, 0.15f, 0.15f},
        {0.1f, 0.75f, 0.2f},
        {0.15f, 0.3f, 0.95f},
        {0.95f, 0.9f, 0.1f},
        {0.6f, 0.15f, 0.75f},
        {0.95f, 0.55f, 0.05f}
    };
    private static final double SMALLEST = 0.09;
    private static final double LARGEST = 0.22;
    private static final double MIDDLE = (SMALLEST + LARGEST) / 2;

    /** Anywhere within the image. */
    static Thing drawn(SplittableRandom random) {
        double radius = SMALLEST + (LARGEST - SMALLEST) * random.nextDouble();
        return new Thing(
                random.nextInt(KINDS.size()),
                random.nextInt(COLOURS.size()),
                radius + (1 - 2 * radius) * random.nextDouble(),
                radius + (1 - 2 * radius) * random.nextDouble(),
                radius);
    }

    /** Whether a point of the image belongs to it. */
    boolean covers(double px, double py) {
        double across = Math.abs(px - x) / radius;
        double down = (py - y) / radius;
        return switch (kind) {
            case 0 -> across * across + down * down <= 1;
            case 1 -> across <= 1 && Math.abs(down) <= 1;
            // As wide as high, its tip at the top.
            default -> Math.abs(down) <= 1 && across <= (down + 1) / 2;
        };
    }

    boolean overlaps(Thing other) {
        double apart = 1.1 * (radius + other.radius);
        return Math.abs(x - other.x) < apart && Math.abs(y - other.y) < apart;
    }

    float shade(int channel) {
        return SHADES[colour][channel];
    }

    /** For example "a small red circle". */
    String words() {
        return "a " + (radius < MIDDLE ? "small " : "large ") + COLOURS.get(colour) + " " + KINDS.get(kind);
    }
}
