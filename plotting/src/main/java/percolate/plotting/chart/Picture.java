package percolate.plotting.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * A picture: the value of {@code plot(…)}, {@code images(…)} and the like. As a cell's value it is shown; elsewhere it can
 * be saved. Immutable: {@code title}, {@code size} and {@code dark} give another picture.
 */
public final class Picture {
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
        var inner = drawing.size();
        return new Size(inner.width() + 2 * PADDING, inner.height() + 2 * PADDING + titleHeight());
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
        double width = whole.width() - 2.0 * PADDING;
        if (!title.isEmpty()) {
            new Label(title, theme.title(), theme.ink()).within(g, width).left(g, PADDING, PADDING + 13);
        }
        var inner = (Graphics2D) g.create();
        inner.transform(AffineTransform.getTranslateInstance(PADDING, PADDING + titleHeight()));
        drawing.paint(inner, width, whole.height() - 2.0 * PADDING - titleHeight(), theme);
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
