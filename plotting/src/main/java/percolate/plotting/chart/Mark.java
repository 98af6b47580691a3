package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.util.Optional;

/** Something that a {@link Plot} draws on its axes. Immutable. */
public interface Mark {
    /** Its name in the legend; empty where it has none. */
    String name();

    /** How far it reaches along the horizontal axis. */
    Extent x();

    Extent y();

    /** Draws onto axes; what lies outside their area is cut. */
    void paint(Graphics2D g, Axes axes, Pen pen);

    /** Draws its sign of the legend, {@code width} wide, from {@code x} on, with its middle at {@code y}. */
    default void sample(Graphics2D g, double x, double y, double width, Pen pen) {
        g.setColor(pen.color());
        Dot.of(0).paint(g, x + width / 2, y, 4);
    }

    /** Whether it fills the plane it reaches over, so that axes end where it does. */
    default boolean fillsPlane() {
        return false;
    }

    /** Whether it would be cut at the left and right end of the axis. */
    default boolean isScattered() {
        return false;
    }

    /** Which colour stands for which value, where it says values by colours. */
    default Optional<Shading> shading() {
        return Optional.empty();
    }

    /** How many of its points have no place on the axes. */
    default int gaps(Axis x, Axis y) {
        return 0;
    }

    /** What it shows, in words. */
    String words();

    /** The same under another name. */
    Mark named(String name);
}
