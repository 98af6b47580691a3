package percolate.plotting.vision;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/** Bands below each other over one time axis, each with its name at the left and what its colours mean at the right. */
record BandChart(List<Band> bands, List<String> steps) implements Drawing {
    private static final double LEFT = 110;
    private static final double RIGHT = 74;
    private static final double GAP = 10;
    private static final double FOOTER = 40;
    private static final double LAYER = 22;
    /** Labels up to this width are written level, and left out where they would run into each other. */
    private static final double SHORT = 24;

    private double cell() {
        return Math.max(2, Math.min(34, 520.0 / steps.size()));
    }

    private static double height(Band band) {
        return Math.max(28, Math.min(130, band.units() * 9.0));
    }

    @Override
    public Size size() {
        double height = FOOTER;
        for (int at = 0; at < bands.size(); at++) {
            height += heading(at) + height(bands.get(at)) + GAP;
        }
        return new Size((int) Math.min(3900, LEFT + cell() * steps.size() + RIGHT), (int) Math.min(3900, height));
    }

    /** A layer's name stands above its first band. */
    private double heading(int at) {
        return at == 0 || !bands.get(at).layer().equals(bands.get(at - 1).layer()) ? LAYER : 0;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        var natural = size();
        double share = Math.min(width / natural.width(), height / natural.height());
        var own = (Graphics2D) g.create();
        own.scale(share, share);
        double wide = natural.width() - LEFT - RIGHT;
        double y = 0;
        for (int at = 0; at < bands.size(); at++) {
            var band = bands.get(at);
            if (heading(at) > 0) {
                new Label(band.layer(), theme.strong(), theme.ink()).left(own, 0, y + 13);
            }
            y += heading(at);
            paint(own, band, y, wide, theme);
            y += height(band) + GAP;
        }
        steps(own, y - GAP + 6, wide, theme);
        own.dispose();
    }

    private static void paint(Graphics2D g, Band band, double y, double wide, Theme theme) {
        double high = height(band);
        band.field().paint(g, LEFT, y, wide, high);
        new Label(band.name(), theme.text(), theme.ink()).within(g, LEFT - 10).left(g, 0, y + high / 2 + 4);
        var span = band.span();
        double x = LEFT + wide + 10;
        for (int at = 0; at < high; at++) {
            g.setColor((band.gate() ? Shade.SIZE : Shade.SIGNED).at(1 - (at + 0.5) / Math.max(1, high)));
            g.fill(new Rectangle2D.Double(x, y + at, 7, 1.2));
        }
        new Label(Digits.of(span.high(), 2), theme.small(), theme.muted()).left(g, x + 12, y + 9);
        new Label(Digits.of(span.low(), 2), theme.small(), theme.muted()).left(g, x + 12, y + high);
    }

    /** As many labels as there is room for; upright words where they are longer than a step is wide. */
    private void steps(Graphics2D g, double y, double wide, Theme theme) {
        double each = wide / steps.size();
        var labels = steps.stream()
                .map(step -> new Label(step, theme.small(), theme.muted()))
                .toList();
        double longest =
                labels.stream().mapToDouble(label -> label.width(g)).max().orElse(0);
        boolean upright = longest > each - 4;
        int every = (int) Math.ceil((upright && longest > SHORT ? 13 : longest + 8) / each);
        for (int at = 0; at < labels.size(); at += Math.max(1, every)) {
            double x = LEFT + (at + 0.5) * each;
            if (upright && longest > SHORT) {
                var own = (Graphics2D) g.create();
                own.translate(x, y);
                own.rotate(Math.PI / 2);
                labels.get(at).within(own, FOOTER - 8).left(own, 0, 4);
                own.dispose();
            } else {
                labels.get(at).centred(g, x, y + 10);
            }
        }
    }

    @Override
    public boolean isFlat() {
        return false;
    }

    @Override
    public String alt() {
        return "gates and states over " + steps.size() + " time steps: "
                + bands.stream().map(band -> band.layer() + " " + band.words()).collect(Collectors.joining("; "));
    }
}
