package percolate.plotting.chart;

import java.awt.Graphics2D;

/** Something that can be drawn at any size, and said in words. Immutable: it may be drawn again, larger or darker. */
public interface Drawing {
    /** The size at which it looks best, in CSS pixels. */
    Size size();

    /**
     * Draws into the rectangle from (0, 0) to (width, height), on the theme's ground.
     *
     * @param g scaled so that one unit is one CSS pixel
     */
    void paint(Graphics2D g, double width, double height, Theme theme);

    /** Whether it has few colours, so that close shades along its smoothed edges may be merged when it is stored. */
    default boolean isFlat() {
        return true;
    }

    /** What the drawing shows, from its data, for those who cannot see it. */
    String alt();
}
