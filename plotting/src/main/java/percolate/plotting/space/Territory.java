package percolate.plotting.space;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;
import percolate.plotting.chart.Theme;

/**
 * The plane coloured by classes, as far as the axes go.
 *
 * @param said row by row from above, {@code side} places in each
 * @param classes their names
 * @param right for example {@code 97 of 100 examples}
 */
record Territory(Verdicts said, int side, List<String> classes, String right) implements Mark {
    private static final double STRONGEST = 0.55;
    private static final double PALEST = 0.12;

    @Override
    public String name() {
        return "";
    }

    @Override
    public Mark named(String other) {
        return this;
    }

    @Override
    public Extent x() {
        return Extent.NONE;
    }

    @Override
    public Extent y() {
        return Extent.NONE;
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < said.size(); at++) {
            image.setRGB(at % side, at / side, color(at, pen.theme()));
        }
        var area = axes.area();
        var place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / side, area.getHeight() / side);
        var own = (Graphics2D) g.create();
        own.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        own.drawImage(image, place, null);
        own.dispose();
    }

    private int color(int at, Theme theme) {
        double share = said.share(at);
        if (Double.isNaN(share)) {
            return theme.pale().getRGB();
        }
        double chance = 1.0 / said.classes();
        double sure = Math.max(0, (share - chance) / (1 - chance));
        var color = theme.color(said.label(at));
        return Theme.mix(theme.ground(), color, PALEST + (STRONGEST - PALEST) * sure)
                .getRGB();
    }

    /** The part of the plane that each class has. */
    @Override
    public String words() {
        var counts = new int[said.classes()];
        for (int at = 0; at < said.size(); at++) {
            counts[said.label(at)]++;
        }
        var parts = new ArrayList<String>();
        for (int label = 0; label < counts.length; label++) {
            parts.add(classes.get(label) + " has " + Digits.percent((double) counts[label] / said.size()));
        }
        return "of the plane " + String.join(", ", parts) + "; " + right + " lie in the region of their class";
    }
}
