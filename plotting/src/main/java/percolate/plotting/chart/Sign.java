package percolate.plotting.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A small sign that says without colour how something went; drawn, since not every typeface has it. */
public enum Sign {
    CHECK {
        @Override
        void draw(Graphics2D g) {
            g.draw(lines(0.08, 0.55, 0.38, 0.85, 0.92, 0.18));
        }
    },
    CROSS {
        @Override
        void draw(Graphics2D g) {
            g.draw(lines(0.15, 0.15, 0.85, 0.85));
            g.draw(lines(0.85, 0.15, 0.15, 0.85));
        }
    },
    PLAY {
        @Override
        void draw(Graphics2D g) {
            var triangle = lines(0.2, 0.08, 0.95, 0.5, 0.2, 0.92);
            triangle.closePath();
            g.fill(triangle);
        }
    },
    STOP {
        @Override
        void draw(Graphics2D g) {
            g.fill(new Rectangle2D.Double(0.12, 0.12, 0.76, 0.76));
        }
    };

    /** Draws within the unit square. */
    abstract void draw(Graphics2D g);

    /** Draws into a square whose left lower corner is ({@code x}, {@code y}). */
    void paint(Graphics2D g, double x, double y, double side, Color color) {
        var own = (Graphics2D) g.create();
        own.translate(x, y - side);
        own.scale(side, side);
        own.setColor(color);
        own.setStroke(new BasicStroke(0.18f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        draw(own);
        own.dispose();
    }

    private static Path2D lines(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int at = 2; at < points.length; at += 2) {
            path.lineTo(points[at], points[at + 1]);
        }
        return path;
    }
}
