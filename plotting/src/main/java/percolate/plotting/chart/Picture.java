package percolate.plotting.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;

/**
 * A picture: the value of {@code plot(…)}, {@code images(…)} and the like. As a cell's value it is shown; elsewhere it can
 * be saved. Immutable: {@code title}, {@code size} and {@code dark} give another picture.
 */
public final class Picture implements Pictured {
    private static final int PADDING = 14;
    private static final int TITLE_HEIGHT = 28;
    private static final int CORNER = 12;

    private final Drawing drawing;
    private final String title;
    private final Size size;
    private final Theme theme;

    private Picture(Drawing drawing, String title, Size size, Theme theme) {
        this.drawing = drawing;
        this.title = title;
        this.size = size;
        this.theme = theme;
    }

    /** A picture of a drawing, at the drawing's own size. */
    public static Picture of(Drawing drawing) {
        return new Picture(Objects.requireNonNull(drawing), "", null, Theme.LIGHT);
    }

    /** With words above it; an empty text takes them away. */
    public Picture title(String text) {
        return new Picture(
                drawing, Objects.requireNonNull(text, "title: the text is null; give \"\" for none"), size, theme);
    }

    /**
     * At another size, its frame included.
     *
     * @param width in CSS pixels; the PNG has twice as many
     * @param height likewise
     */
    public Picture size(int width, int height) {
        return new Picture(drawing, title, new Size(width, height), theme);
    }

    /** On a dark ground. */
    public Picture dark() {
        return new Picture(drawing, title, size, Theme.DARK);
    }

    /**
     * With words at its axes; units follow a comma.
     *
     * @param x below the horizontal axis, for example {@code "time, s"}
     * @param y above the vertical axis
     * @throws IllegalStateException if it has no axes
     */
    public Picture axes(String x, String y) {
        Objects.requireNonNull(x, "axes: the first text is null; give \"\" for none");
        Objects.requireNonNull(y, "axes: the second text is null; give \"\" for none");
        return with(onAxes("axes").withTitles(x, y));
    }

    /**
     * With a logarithmic horizontal axis. What is 0 or less has no place on it: it leaves a gap, and a note says so.
     *
     * @throws IllegalStateException if it has no axes of numbers
     */
    public Picture logX() {
        return with(onAxes("logX").withLog(true, false));
    }

    /**
     * With a logarithmic vertical axis. What is 0 or less has no place on it: it leaves a gap, and a note says so.
     *
     * @throws IllegalStateException if it has no axes of numbers
     */
    public Picture logY() {
        return with(onAxes("logY").withLog(false, true));
    }

    /**
     * With these names in its legend, one for each thing that is drawn, in order; without any, the legend goes.
     *
     * @throws IllegalStateException if it has no legend
     */
    public Picture legend(String... names) {
        return with(onAxes("legend").withLegend(List.of(names)));
    }

    private OnAxes onAxes(String who) {
        if (drawing instanceof OnAxes on) {
            return on;
        }
        throw new IllegalStateException(
                who + ": this picture has no axes; " + who + " is for lines, points, bars and" + " other plots");
    }

    private Picture with(Drawing other) {
        return new Picture(other, title, size, theme);
    }

    /**
     * Writes the picture as a PNG, whole or not at all.
     *
     * @param file a name that ends in .png; missing folders are made
     * @return this picture
     */
    public Picture save(String file) {
        PictureFile.write("save", file, "png", png());
        return this;
    }

    /** The size in CSS pixels, frame and title included. */
    public Size size() {
        if (size != null) {
            return size;
        }
        var inner = innerSize();
        return new Size(inner.width() + 2 * PADDING, inner.height() + 2 * PADDING);
    }

    /** The size without the frame. */
    Size innerSize() {
        if (size != null) {
            return size;
        }
        var inner = drawing.size();
        return new Size(inner.width(), inner.height() + titleHeight());
    }

    boolean isFlat() {
        return drawing.isFlat();
    }

    @Override
    public Picture picture() {
        return this;
    }

    /** The colour behind everything. */
    Color ground() {
        return theme.ground();
    }

    /** What the picture shows, in words. */
    public String alt() {
        return title.isEmpty() ? drawing.alt() : title + ": " + drawing.alt();
    }

    public byte[] png() {
        return drawing.isFlat() ? Png.flat(image()) : Png.exact(image());
    }

    /** The pixels, two by two for each CSS pixel. */
    public BufferedImage image() {
        return Raster.paint(size(), this::paint);
    }

    private void paint(Graphics2D g) {
        var whole = size();
        g.setColor(theme.ground());
        g.fill(new RoundRectangle2D.Double(0, 0, whole.width(), whole.height(), CORNER, CORNER));
        var inner = (Graphics2D) g.create();
        inner.translate(PADDING, PADDING);
        paintWithin(inner, whole.width() - 2.0 * PADDING, whole.height() - 2.0 * PADDING, theme);
        inner.dispose();
    }

    /** Title and drawing without the frame, from (0, 0) to (width, height). */
    void paintWithin(Graphics2D g, double width, double height, Theme theme) {
        if (!title.isEmpty()) {
            new Label(title, theme.title(), theme.ink()).within(g, width).left(g, 0, 13);
        }
        var inner = (Graphics2D) g.create();
        inner.translate(0, titleHeight());
        drawing.paint(inner, width, Math.max(1, height - titleHeight()), theme);
        inner.dispose();
    }

    private int titleHeight() {
        return title.isEmpty() ? 0 : TITLE_HEIGHT;
    }

    /** The words of {@link #alt}. */
    @Override
    public String toString() {
        return alt();
    }
}
