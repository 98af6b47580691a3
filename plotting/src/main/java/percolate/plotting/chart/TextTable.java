package percolate.plotting.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.util.List;

/**
 * A table as a picture, for what is to be saved or stands beside pictures.
 *
 * @param header names of the columns
 * @param rows as many cells each
 * @param note below; may be empty
 * @param alt what it shows, in words
 */
public record TextTable(List<String> header, List<List<String>> rows, String note, String alt) implements Drawing {
    private static final double ROW_HEIGHT = 24;
    private static final double GAP = 22;
    private static final double NOTE_HEIGHT = 22;
    private static final double WIDEST_COLUMN = 340;

    public TextTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "table: expected " + header.size() + " cells in each row, got " + row.size());
            }
        }
    }

    @Override
    public Size size() {
        double width = GAP * (header.size() - 1);
        for (int column = 0; column < header.size(); column++) {
            width += width(column);
        }
        double height = (rows.size() + 1) * ROW_HEIGHT + (note.isEmpty() ? 0 : NOTE_HEIGHT);
        return new Size(Math.max(Size.LEAST, (int) Math.ceil(width)), Math.max(Size.LEAST, (int) height));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double x = 0;
        for (int column = 0; column < header.size(); column++) {
            double room = Math.min(width(column), Math.max(0, width - x));
            new Label(header.get(column), theme.strong(), theme.ink())
                    .within(g, room)
                    .left(g, x, 15);
            for (int row = 0; row < rows.size(); row++) {
                new Label(rows.get(row).get(column), theme.text(), theme.ink())
                        .within(g, room)
                        .left(g, x, (row + 1) * ROW_HEIGHT + 16);
            }
            x += width(column) + GAP;
        }
        g.setColor(theme.grid());
        g.setStroke(Theme.thin());
        for (int row = 1; row <= rows.size(); row++) {
            g.draw(new Line2D.Double(0, row * ROW_HEIGHT - 0.5, width, row * ROW_HEIGHT - 0.5));
        }
        new Label(note, theme.small(), theme.muted()).within(g, width).left(g, 0, height - 4);
    }

    private double width(int column) {
        double widest = width(header.get(column), Theme.LIGHT.strong());
        for (var row : rows) {
            widest = Math.max(widest, width(row.get(column), Theme.LIGHT.text()));
        }
        return Math.min(widest, WIDEST_COLUMN);
    }

    private static double width(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                        .getWidth()
                + 1;
    }
}
