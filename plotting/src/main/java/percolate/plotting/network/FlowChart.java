package percolate.plotting.network;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/** Boxes below each other with arrows between them; colours say how large their gradients are. */
final class FlowChart implements Drawing {
    private static final int MOST_ROWS = 90;
    private static final int MANY_ROWS = 30;
    private static final double WIDEST = 420;
    private static final double NARROWEST = 150;
    private static final double PADDING = 10;
    private static final double GAP = 20;
    private static final double LANE = 14;
    private static final double CORNER = 7;
    private static final double ARROW = 4;
    private static final double FOOTER = 44;

    private final Flow flow;
    private final GradientScale scale;
    private final String alt;
    private final boolean compact;
    private final Layered layout;
    private final double boxHeight;
    private final double rowHeight;

    FlowChart(Flow whole, GradientScale scale, String alt) {
        this.flow = whole.atMost(MOST_ROWS);
        this.scale = scale;
        this.alt = alt;
        this.compact = flow.depth() > MANY_ROWS;
        this.boxHeight = compact ? 22 : 42;
        this.rowHeight = boxHeight + (compact ? 13 : 20);
        this.layout = new Layered(flow, widths(), GAP, LANE);
    }

    /** Boxes that have a row to themselves are as wide as the widest of these. */
    private double[] widths() {
        var widths = flow.boxes().stream().mapToDouble(this::width).toArray();
        var ranks = flow.ranks();
        var alone = IntStream.range(0, ranks.length)
                .filter(box ->
                        IntStream.of(ranks).filter(rank -> rank == ranks[box]).count() == 1)
                .toArray();
        double widest =
                IntStream.of(alone).mapToDouble(box -> widths[box]).max().orElse(NARROWEST);
        IntStream.of(alone).forEach(box -> widths[box] = widest);
        return widths;
    }

    private double width(Box box) {
        double first = width(box.name(), Theme.LIGHT.strong())
                + 8
                + width(box.detail(), Theme.LIGHT.text())
                + 16
                + width(box.shape(), Theme.LIGHT.text());
        double second = compact ? 0 : width(box.arithmetic(), Theme.LIGHT.small());
        return Math.min(WIDEST, Math.max(NARROWEST, Math.max(first, second) + 2 * PADDING + 8));
    }

    private static double width(String text, Font font) {
        return text.isEmpty()
                ? 0
                : font.getStringBounds(text, new FontRenderContext(null, true, true))
                        .getWidth();
    }

    @Override
    public Size size() {
        double height = flow.depth() * rowHeight - (rowHeight - boxHeight) + footer();
        return new Size(
                (int) Math.min(3900, Math.max(200, Math.ceil(layout.width()) + 2)), (int) Math.max(60, height + 2));
    }

    private double footer() {
        return scale.isEmpty() ? 0 : FOOTER;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        var own = (Graphics2D) g.create();
        var natural = size();
        double share = Math.min(width / natural.width(), height / natural.height());
        own.translate((width - natural.width() * share) / 2 + share, share);
        own.scale(share, share);
        flow.edges().forEach(edge -> arrow(own, layout.way(edge), theme));
        for (int box = 0; box < flow.boxes().size(); box++) {
            paint(own, flow.boxes().get(box), layout.place(box), theme);
        }
        if (!scale.isEmpty()) {
            scale.paint(own, natural.height() - FOOTER + 14, Math.min(320, natural.width() - 4), theme);
        }
        own.dispose();
    }

    private double top(Layered.Place place) {
        return place.row * rowHeight;
    }

    private void arrow(Graphics2D g, List<Layered.Place> way, Theme theme) {
        g.setColor(Theme.mix(theme.grid(), theme.muted(), 0.7));
        g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        var path = new Path2D.Double();
        var first = way.get(0);
        double x = first.x;
        double y = top(first) + boxHeight;
        path.moveTo(x, y);
        for (int at = 1; at < way.size(); at++) {
            var next = way.get(at);
            boolean last = at == way.size() - 1;
            double toY = top(next) - (last ? ARROW : 0);
            double bend = (toY - y) * 0.6;
            path.curveTo(x, y + bend, next.x, toY - bend, next.x, toY);
            x = next.x;
            y = last ? toY : top(next) + boxHeight;
            path.lineTo(x, y);
        }
        g.draw(path);
        g.fill(head(x, y + ARROW));
    }

    private static Path2D head(double x, double y) {
        var head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - ARROW, y - 1.5 * ARROW);
        head.lineTo(x + ARROW, y - 1.5 * ARROW);
        head.closePath();
        return head;
    }

    private void paint(Graphics2D g, Box box, Layered.Place place, Theme theme) {
        double left = place.x - place.width / 2;
        var area = new RoundRectangle2D.Double(left, top(place), place.width, boxHeight, CORNER, CORNER);
        g.setColor(ground(box, theme));
        g.fill(area);
        g.setColor(edge(box, theme));
        g.setStroke(stroke(box));
        g.draw(area);
        if (!Double.isNaN(box.heat())) {
            g.setColor(scale.color(box.heat(), theme));
            g.fill(new RoundRectangle2D.Double(left, top(place), 7, boxHeight, 4, 4));
        }
        words(g, box, left + PADDING + 4, top(place), place.width - 2 * PADDING - 4, theme);
    }

    private static BasicStroke stroke(Box box) {
        return box.kind() == Box.Kind.FROZEN || box.kind() == Box.Kind.ELIDED
                ? new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0)
                : new BasicStroke(1.2f);
    }

    private static Color ground(Box box, Theme theme) {
        return switch (box.kind()) {
            case WEIGHTED -> Theme.mix(theme.ground(), theme.good(), 0.13);
            case INPUT, ELIDED -> theme.ground();
            case PLAIN, FROZEN -> theme.pale();
        };
    }

    private static Color edge(Box box, Theme theme) {
        return box.kind() == Box.Kind.WEIGHTED
                ? Theme.mix(theme.ground(), theme.good(), 0.55)
                : Theme.mix(theme.grid(), theme.muted(), 0.35);
    }

    private void words(Graphics2D g, Box box, double x, double top, double width, Theme theme) {
        double base = compact ? top + 15.5 : top + 17;
        var shape = new Label(box.shape(), theme.text(), theme.muted()).within(g, width);
        shape.right(g, x + width, base);
        double room = width - shape.width(g) - 10;
        var name = new Label(box.name(), theme.strong(), theme.ink()).within(g, room);
        name.left(g, x, base);
        double start = name.width(g) + (box.name().isEmpty() ? 0 : 8);
        new Label(box.detail(), theme.text(), theme.ink())
                .within(g, room - start)
                .left(g, x + start, base);
        if (!compact) {
            new Label(box.arithmetic(), theme.small(), theme.muted())
                    .within(g, width)
                    .left(g, x, top + 34);
        }
    }

    @Override
    public String alt() {
        return alt;
    }
}
