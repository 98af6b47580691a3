package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines over a common horizontal axis.
 *
 * @param xTitle below the horizontal axis; may be empty
 * @param yTitle above the vertical axis; may be empty
 * @param frame what the axes show beyond the data
 * @param note a remark below, for example on what could not be drawn; may be empty
 */
public record LineChart(List<Series> lines, String xTitle, String yTitle, Frame frame, String note) implements Drawing {
    private static final int HEADER_HEIGHT = 28;
    private static final int NOTE_HEIGHT = 18;
    private static final int SAMPLE = 22;

    public LineChart {
        lines = List.copyOf(lines);
    }

    /** A chart without titles whose axes follow the data. */
    public static LineChart of(List<Series> lines) {
        return new LineChart(lines, "", "", Frame.DATA, "");
    }

    public LineChart withTitles(String x, String y) {
        return new LineChart(lines, x, y, frame, note);
    }

    public LineChart withFrame(Frame other) {
        return new LineChart(lines, xTitle, yTitle, other, note);
    }

    public LineChart withNote(String text) {
        return new LineChart(lines, xTitle, yTitle, frame, text);
    }

    @Override
    public Size size() {
        return new Size(560, 320);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double header = hasHeader() ? HEADER_HEIGHT : 0;
        double footer = remark().isEmpty() ? 0 : NOTE_HEIGHT;
        header(g, width, theme);
        new Label(remark(), theme.small(), theme.muted()).within(g, width).left(g, 0, height - 3);
        var inner = (Graphics2D) g.create();
        inner.translate(0, header);
        plot(inner, (int) width, (int) (height - header - footer), theme);
        inner.dispose();
    }

    private void plot(Graphics2D g, int width, int height, Theme theme) {
        var axes = Axes.paint(g, width, height, frame.horizontal(lines), frame.vertical(lines), xTitle, theme);
        for (int index = lines.size() - 1; index >= 0; index--) {
            g.setColor(theme.color(index));
            g.setStroke(Theme.line(index));
            Curve.of(lines.get(index), axes).paint(g);
        }
    }

    /** The vertical axis' title on the left, the legend on the right. */
    private void header(Graphics2D g, double width, Theme theme) {
        double left = width - Axes.MARGIN;
        for (int index = lines.size() - 1; index >= 0 && lines.size() > 1; index--) {
            left = legendEntry(g, index, left, theme) - 14;
        }
        new Label(yTitle, theme.strong(), theme.ink())
                .within(g, Math.max(0, left))
                .left(g, 0, 12);
    }

    private double legendEntry(Graphics2D g, int index, double right, Theme theme) {
        var label = new Label(lines.get(index).name(), theme.small(), theme.muted());
        label.right(g, right, 12);
        double start = right - label.width(g) - 6 - SAMPLE;
        g.setColor(theme.color(index));
        g.setStroke(Theme.line(index));
        g.draw(new Line2D.Double(start, 8, start + SAMPLE, 8));
        return start;
    }

    private boolean hasHeader() {
        return lines.size() > 1 || !yTitle.isEmpty();
    }

    private String remark() {
        int gaps = lines.stream().mapToInt(Series::gaps).sum();
        return !note.isEmpty() || gaps == 0
                ? note
                : gaps == 1 ? "1 point is not finite and left out" : gaps + " points are not finite and left out";
    }

    @Override
    public String alt() {
        var said = lines.stream().map(Trend::of).collect(Collectors.joining("; "));
        return (said.isEmpty() ? "an empty chart" : said) + (remark().isEmpty() ? "" : "; " + remark());
    }
}
