package percolate.plotting.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * A rectangle on an image.
 *
 * @param left of the image's width, as a share; so are the others
 * @param label above it; may be empty
 * @param sure drawn with a full line, else with a dashed one
 */
public record Outline(double left, double top, double right, double bottom, String label, boolean sure) {
    private static final float[] DASHES = {4, 3};

    void paint(Graphics2D g, Rectangle2D image, Theme theme) {
        double x = image.getX() + left * image.getWidth();
        double y = image.getY() + top * image.getHeight();
        double width = (right - left) * image.getWidth();
        double height = (bottom - top) * image.getHeight();
        var own = (Graphics2D) g.create();
        own.clip(image);
        var shape = new Rectangle2D.Double(x, y, width, height);
        own.setColor(Color.BLACK);
        own.setStroke(new BasicStroke(3.4f));
        own.draw(shape);
        own.setColor(sure ? Theme.DARK.color(1) : Theme.DARK.color(5));
        own.setStroke(
                sure
                        ? new BasicStroke(1.8f)
                        : new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, DASHES, 0));
        own.draw(shape);
        var words = new Label(label, theme.small(), Theme.textOn(Theme.DARK.color(1))).within(own, image.getWidth());
        if (!words.text().isEmpty()) {
            double start = Math.min(x, image.getMaxX() - words.width(own) - 4);
            double base = Math.max(y, image.getY() + 13);
            own.setColor(Theme.DARK.color(1));
            own.fill(new Rectangle2D.Double(start - 1, base - 13, words.width(own) + 5, 13));
            words.left(own, start + 1, base - 3);
        }
        own.dispose();
    }
}
