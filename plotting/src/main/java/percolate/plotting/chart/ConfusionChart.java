package percolate.plotting.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;

/**
 * How often each class was taken for each other: a row per truth, a column per prediction. The diagonal, which is right,
 * has another colour than the rest; the shade is the cell's share of its row.
 */
public final class ConfusionChart implements Drawing {
    private static final double TITLE_HEIGHT = 22;
    private static final double FOOTER_HEIGHT = 26;
    private static final double NAME_GAP = 8;
    private static final int WIDEST_NAME = 110;

    private final Confusion confusion;

    public ConfusionChart(Confusion confusion) {
        this.confusion = confusion;
    }

    @Override
    public Size size() {
        int classes = confusion.classes();
        int cell = classes <= 4 ? 64 : classes <= 10 ? 42 : classes <= 20 ? 32 : 22;
        double names = Math.min(WIDEST_NAME, widestName());
        double top = names > cell - 6 ? names : 14;
        return new Size((int) Math.max(220, Math.ceil(left()) + classes * cell), (int)
                Math.min(Size.MOST - 100, TITLE_HEIGHT + top + NAME_GAP + classes * cell + FOOTER_HEIGHT));
    }

    /** Where the cells begin. */
    private double left() {
        return Math.ceil(Math.max(Math.min(WIDEST_NAME, widestName()), 34) + NAME_GAP);
    }

    private double widestName() {
        var context = new FontRenderContext(null, true, true);
        return confusion.names().stream()
                .mapToDouble(name ->
                        Theme.LIGHT.text().getStringBounds(name, context).getWidth() + 2)
                .max()
                .orElse(0);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        int classes = confusion.classes();
        double left = left();
        double cellWidth = Math.floor((width - left) / classes);
        boolean upright = Math.min(WIDEST_NAME, widestName()) > cellWidth - 6;
        double top = TITLE_HEIGHT + (upright ? Math.min(WIDEST_NAME, widestName()) : 14) + NAME_GAP;
        double cell = Math.max(1, Math.min(cellWidth, Math.floor((height - top - FOOTER_HEIGHT) / classes)));
        new Label("prediction", theme.strong(), theme.ink()).left(g, left, 12);
        new Label("truth", theme.strong(), theme.ink()).right(g, left - NAME_GAP, top - NAME_GAP);
        for (int at = 0; at < classes; at++) {
            name(at, theme).within(g, left - NAME_GAP).right(g, left - NAME_GAP, top + (at + 0.5) * cell + 4);
            columnName(g, name(at, theme), left + (at + 0.5) * cell, top - NAME_GAP, upright);
            for (int column = 0; column < classes; column++) {
                cell(g, at, column, new Rectangle2D.Double(left + column * cell, top + at * cell, cell, cell), theme);
            }
        }
        new Label(confusion.score(), theme.small(), theme.muted())
                .within(g, width)
                .left(g, 0, top + classes * cell + 18);
    }

    private Label name(int at, Theme theme) {
        return new Label(confusion.names().get(at), theme.text(), theme.muted());
    }

    private static void columnName(Graphics2D g, Label name, double x, double y, boolean upright) {
        if (!upright) {
            name.centred(g, x, y);
            return;
        }
        var own = (Graphics2D) g.create();
        own.translate(x, y);
        own.rotate(-Math.PI / 2);
        name.within(own, WIDEST_NAME).left(own, 0, 4);
        own.dispose();
    }

    private void cell(Graphics2D g, int row, int column, Rectangle2D area, Theme theme) {
        long count = confusion.count(row, column);
        var color = shade(row, column, theme);
        g.setColor(color);
        g.fill(new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() - 1, area.getHeight() - 1));
        if (area.getHeight() < 9) {
            return;
        }
        var text = count == 0 ? Theme.mix(theme.grid(), theme.muted(), 0.4) : Theme.textOn(color);
        var label = new Label(Digits.count(count), theme.text(), text);
        var fitting = label.width(g) < area.getWidth() - 4 ? label : new Label(label.text(), theme.small(), text);
        fitting.within(g, area.getWidth() - 2).middle(g, area.getCenterX() - 0.5, area.getCenterY() - 0.5);
    }

    /** A root, so that one mistake among a hundred is seen already. */
    private Color shade(int row, int column, Theme theme) {
        double share = confusion.share(row, column);
        var full = row == column ? theme.good() : theme.bad();
        return share == 0 ? theme.pale() : Theme.mix(theme.pale(), full, 0.12 + 0.88 * Math.sqrt(share));
    }

    @Override
    public String alt() {
        return confusion.words();
    }
}
