package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Marks on common axes.
 *
 * @param marks those named later lie below those named first
 * @param xTitle below the horizontal axis; may be empty
 * @param yTitle above the vertical axis; may be empty
 * @param frame what the axes show beyond the data
 * @param note a remark below, for example on what could not be drawn; may be empty
 * @param size at which it looks best
 */
public record Plot(List<Mark> marks, String xTitle, String yTitle, Frame frame, String note, Size size)
        implements OnAxes {
    private static final int HEADER_GAP = 11;
    private static final int NOTE_HEIGHT = 18;
    private static final double BAR_GAP = 14;
    private static final int MOST_NAMED = 8;

    public Plot {
        marks = List.copyOf(marks);
    }

    /** A plot without titles whose axes follow the data. */
    public static Plot of(List<? extends Mark> marks) {
        return new Plot(List.copyOf(marks), "", "", Frame.DATA, "", new Size(560, 320));
    }

    @Override
    public Plot withTitles(String x, String y) {
        return new Plot(marks, x, y, frame, note, size);
    }

    public Plot withFrame(Frame other) {
        return new Plot(marks, xTitle, yTitle, other, note, size);
    }

    public Plot withNote(String text) {
        return new Plot(marks, xTitle, yTitle, frame, text, size);
    }

    public Plot withSize(int width, int height) {
        return new Plot(marks, xTitle, yTitle, frame, note, new Size(width, height));
    }

    @Override
    public Plot withLog(boolean x, boolean y) {
        return withFrame(frame.withLog(x, y));
    }

    @Override
    public Plot withLegend(List<String> names) {
        if (names.size() > marks.size()) {
            throw new IllegalArgumentException("legend: expected at most " + marks.size() + " names, one for each of"
                    + " what is drawn, got " + names.size() + "; give fewer");
        }
        var renamed = new ArrayList<Mark>();
        for (int at = 0; at < marks.size(); at++) {
            renamed.add(marks.get(at).named(at < names.size() ? names.get(at) : ""));
        }
        return new Plot(renamed, xTitle, yTitle, frame, note, size);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double footer = remark().isEmpty() ? 0 : NOTE_HEIGHT;
        double header = header(g, width, theme);
        new Label(remark(), theme.small(), theme.muted()).within(g, width).left(g, 0, height - 3);
        var inner = (Graphics2D) g.create();
        inner.translate(0, header);
        plot(inner, width, Math.max(1, height - header - footer), theme);
        inner.dispose();
    }

    private void plot(Graphics2D g, double width, double height, Theme theme) {
        var bar = marks.stream()
                .flatMap(mark -> mark.shading().stream())
                .findFirst()
                .map(ColorBar::new);
        double barRoom = bar.map(it -> it.width(g, height, theme) + BAR_GAP).orElse(0.0);
        var axes = Axes.paint(
                g, Math.max(1, width - barRoom), height, frame.horizontal(marks), frame.vertical(marks), xTitle, theme);
        var area = axes.area();
        bar.ifPresent(it -> it.paint(g, width - barRoom + BAR_GAP, area.getY(), area.getHeight(), theme));
        g.clip(new Rectangle2D.Double(area.getX() - 4, area.getY() - 4, area.getWidth() + 8, area.getHeight() + 8));
        for (int index = marks.size() - 1; index >= 0; index--) {
            marks.get(index).paint(g, axes, new Pen(index, theme));
        }
    }

    /** The vertical axis' title on the left, the legend on the right or, where it is long, below; gives its height. */
    private double header(Graphics2D g, double width, Theme theme) {
        var title = new Label(yTitle, theme.strong(), theme.ink()).within(g, width);
        var legend = new Legend(g, marks, width - title.width(g) - 20, width, theme);
        title.left(g, 0, 12);
        legend.paint(g, width);
        double height = Math.max(yTitle.isEmpty() ? 0 : Legend.ROW_HEIGHT, legend.height());
        return height == 0 ? 0 : height + HEADER_GAP;
    }

    /** The note; without one, how many points have no place. */
    private String remark() {
        if (!note.isEmpty()) {
            return note;
        }
        var x = frame.horizontal(marks);
        var y = frame.vertical(marks);
        int gaps = marks.stream().mapToInt(mark -> mark.gaps(x, y)).sum();
        if (gaps == 0) {
            return "";
        }
        var reason = frame.logX() || frame.logY() ? "not finite or not above 0" : "not finite";
        return gaps == 1
                ? "1 point is " + reason + " and left out"
                : Digits.count(gaps) + " points are " + reason + " and left out";
    }

    @Override
    public String alt() {
        var said = marks.stream()
                .map(Mark::words)
                .filter(words -> !words.isEmpty())
                .limit(MOST_NAMED)
                .collect(Collectors.joining("; "));
        var more = marks.size() > MOST_NAMED ? "; … " + Digits.count(marks.size()) + " in all" : "";
        return (said.isEmpty() ? "an empty chart" : axes() + said + more) + (remark().isEmpty() ? "" : "; " + remark());
    }

    private String axes() {
        if (xTitle.isEmpty()) {
            return yTitle.isEmpty() ? "" : yTitle + ": ";
        }
        return (yTitle.isEmpty() ? "" : yTitle + " ") + "over " + xTitle + ": ";
    }
}
