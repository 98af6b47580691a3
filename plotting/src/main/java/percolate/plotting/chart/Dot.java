package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The shape of a point: classes differ in it too, so that they can be told apart without colour. */
record Dot(Shape shape) {
    private static final List<Dot> DOTS = List.of(
            new Dot(new Ellipse2D.Double(-1, -1, 2, 2)),
            new Dot(polygon(0, -1.2, 1.1, 0.8, -1.1, 0.8)),
            new Dot(new Rectangle2D.Double(-0.9, -0.9, 1.8, 1.8)),
            new Dot(polygon(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0)),
            new Dot(polygon(0, 1.2, 1.1, -0.8, -1.1, -0.8)),
            new Dot(polygon(
                    -0.4, -1.2, 0.4, -1.2, 0.4, -0.4, 1.2, -0.4, 1.2, 0.4, 0.4, 0.4, 0.4, 1.2, -0.4, 1.2, -0.4, 0.4,
                    -1.2, 0.4, -1.2, -0.4, -0.4, -0.4)));

    static Dot of(int index) {
        return DOTS.get(index % DOTS.size());
    }

    /** Fills with the colour that is set. */
    void paint(Graphics2D g, double x, double y, double radius) {
        g.fill(at(x, y, radius));
    }

    Shape at(double x, double y, double radius) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(radius, radius);
        return place.createTransformedShape(shape);
    }

    private static Path2D polygon(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int at = 2; at < points.length; at += 2) {
            path.lineTo(points[at], points[at + 1]);
        }
        path.closePath();
        return path;
    }
}
