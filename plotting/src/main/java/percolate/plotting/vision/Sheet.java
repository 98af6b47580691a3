package percolate.plotting.vision;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/**
 * Rows of tiles below each other, each row under its heading, wrapped where it is longer than the sheet is wide.
 *
 * @param note below; may be empty
 * @param alt what they show, in words
 */
record Sheet(List<Row> rows, String note, String alt) implements Drawing {
    private static final double WIDEST = 700;
    private static final double NARROWEST = 170;
    private static final double GAP = 8;
    private static final double HEADING = 22;
    private static final double CAPTION = 17;
    private static final double BETWEEN = 12;
    private static final double NOTE = 20;

    Sheet {
        rows = List.copyOf(rows);
    }

    @Override
    public Size size() {
        double widest = rows.stream().mapToDouble(Sheet::length).max().orElse(0);
        double width = Math.max(NARROWEST, Math.min(WIDEST, widest + 1));
        return new Size((int) Math.ceil(width), (int) Math.min(3900, Math.max(60, Math.ceil(height(width)))));
    }

    /** The values of images are kept as they are. */
    @Override
    public boolean isFlat() {
        return false;
    }

    private double height(double width) {
        double sum = note.isEmpty() ? 0 : NOTE;
        for (var row : rows) {
            sum += heading(row) + lines(row, width) * line(row) + BETWEEN;
        }
        return sum - BETWEEN;
    }

    private static double length(Row row) {
        return row.tiles().stream().mapToDouble(tile -> row.width(tile) + GAP).sum() - GAP;
    }

    private static double heading(Row row) {
        return row.name().isEmpty() && row.detail().isEmpty() ? 0 : HEADING;
    }

    private static double line(Row row) {
        return row.height() + GAP + (row.hasCaptions() ? CAPTION : 0);
    }

    private static int lines(Row row, double width) {
        int lines = 1;
        double x = 0;
        for (var tile : row.tiles()) {
            double end = x + row.width(tile);
            if (end > width && x > 0) {
                lines++;
                end = row.width(tile);
            }
            x = end + GAP;
        }
        return lines;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        var natural = size();
        double share = Math.min(width / natural.width(), height / natural.height());
        var own = (Graphics2D) g.create();
        own.scale(share, share);
        double room = Math.max(natural.width(), width / share);
        double y = 0;
        for (var row : rows) {
            heading(own, row, y, room, theme);
            paint(own, row, y + heading(row), room, theme);
            y += heading(row) + lines(row, room) * line(row) + BETWEEN;
        }
        new Label(note, theme.small(), theme.muted()).within(own, room).left(own, 0, height / share - 4);
        own.dispose();
    }

    private static void heading(Graphics2D g, Row row, double y, double width, Theme theme) {
        var name = new Label(row.name(), theme.strong(), theme.ink()).within(g, width);
        name.left(g, 0, y + 13);
        double start = name.width(g) + (row.name().isEmpty() ? 0 : 8);
        new Label(row.detail(), theme.small(), theme.muted())
                .within(g, width - start)
                .left(g, start, y + 13);
    }

    private static void paint(Graphics2D g, Row row, double top, double width, Theme theme) {
        double x = 0;
        double y = top;
        for (var tile : row.tiles()) {
            double wide = row.width(tile);
            if (x + wide > width && x > 0) {
                x = 0;
                y += line(row);
            }
            tile.field().paint(g, x, y, wide, row.height(tile));
            g.setColor(theme.grid());
            g.setStroke(new BasicStroke(1));
            g.draw(new Rectangle2D.Double(x - 0.5, y - 0.5, wide + 1, row.height(tile) + 1));
            new Label(tile.caption(), theme.small(), theme.muted())
                    .within(g, wide)
                    .centred(g, x + wide / 2, y + row.height() + 14);
            x += wide + GAP;
        }
    }
}
