package percolate.plotting.steps;

import java.awt.Graphics2D;
import java.util.List;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/**
 * A drawing with what happens in this step written out below.
 *
 * @param lines the first one in stronger letters
 * @param room how many lines there is room for, the same in all steps
 */
record Told(Drawing drawing, List<String> lines, int room) implements Drawing {
    private static final double LINE = 18;
    private static final double GAP = 10;

    Told {
        lines = List.copyOf(lines);
    }

    @Override
    public Size size() {
        var inner = drawing.size();
        return new Size(inner.width(), (int) Math.ceil(inner.height() + GAP + room * LINE));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double inner = Math.max(1, height - GAP - room * LINE);
        drawing.paint((Graphics2D) g.create(), width, inner, theme);
        paint(g, lines, inner + GAP + LINE - 5, width, theme);
    }

    /** Lines of text from a height on downwards. */
    static void paint(Graphics2D g, List<String> lines, double top, double width, Theme theme) {
        double y = top;
        for (int at = 0; at < lines.size(); at++, y += LINE) {
            new Label(lines.get(at), at == 0 ? theme.strong() : theme.text(), at == 0 ? theme.ink() : theme.muted())
                    .within(g, width)
                    .left(g, 0, y);
        }
    }

    @Override
    public boolean isFlat() {
        return drawing.isFlat();
    }

    @Override
    public String alt() {
        return String.join("; ", lines).replaceAll("\\s+", " ");
    }
}
