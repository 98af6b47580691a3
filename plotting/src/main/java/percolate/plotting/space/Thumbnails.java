package percolate.plotting.space;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;

/**
 * The images of one class in the place of its points, framed in its colour; those that would lie on other images are dots.
 *
 * @param shown which points of all classes are images
 */
record Thumbnails(String name, Cloud cloud, List<BufferedImage> images, int label, BitSet shown) implements Mark {
    private static final double SIDE = 22;
    private static final double DOT = 1.8;
    /** How many images fit side by side, and below each other. */
    private static final double COLUMNS = 21;

    private static final double ROWS = 15;

    static List<Thumbnails> of(Cloud cloud, List<BufferedImage> images) {
        var shown = apart(cloud);
        return IntStream.range(0, cloud.classes().size())
                .mapToObj(label -> new Thumbnails(cloud.classes().get(label), cloud, images, label, shown))
                .toList();
    }

    /** As many as do not cover each other, the first ones first. */
    private static BitSet apart(Cloud cloud) {
        var across = Extent.of(cloud.along(0));
        var up = Extent.of(cloud.along(1));
        double wide = Math.max(1e-30, across.high() - across.low()) / COLUMNS;
        double high = Math.max(1e-30, up.high() - up.low()) / ROWS;
        var shown = new BitSet();
        var taken = new ArrayList<Rectangle2D>();
        for (int at = 0; at < cloud.size(); at++) {
            var area = new Rectangle2D.Double(cloud.at(0, at), cloud.at(1, at), wide, high);
            if (taken.stream().noneMatch(area::intersects)) {
                taken.add(area);
                shown.set(at);
            }
        }
        return shown;
    }

    @Override
    public Mark named(String other) {
        return new Thumbnails(other, cloud, images, label, shown);
    }

    @Override
    public Extent x() {
        return Extent.of(cloud.along(0));
    }

    @Override
    public Extent y() {
        return Extent.of(cloud.along(1));
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        IntStream.range(0, cloud.size())
                .filter(at -> cloud.label(at) == label)
                .forEach(at -> paint(g, at, axes.x(cloud.at(0, at)), axes.y(cloud.at(1, at)), pen));
    }

    private void paint(Graphics2D g, int at, double x, double y, Pen pen) {
        g.setColor(pen.color());
        if (!shown.get(at)) {
            g.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
            return;
        }
        var area = new Rectangle2D.Double(x - SIDE / 2, y - SIDE / 2, SIDE, SIDE);
        var image = images.get(at);
        var own = (Graphics2D) g.create();
        own.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        var place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(SIDE / image.getWidth(), SIDE / image.getHeight());
        own.drawImage(image, place, null);
        own.dispose();
        g.setStroke(new BasicStroke(2));
        g.draw(area);
    }

    @Override
    public String words() {
        long all = IntStream.range(0, cloud.size())
                .filter(at -> cloud.label(at) == label)
                .count();
        long seen = shown.stream().filter(at -> cloud.label(at) == label).count();
        return name + (name.isEmpty() ? "" : ": ") + Digits.count(seen) + " of " + Digits.count(all) + " as images";
    }
}
