package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.util.List;

/** The names below a horizontal axis: side by side where they fit, else written upwards, of many only some. */
final class Names {
    private static final double LINE_HEIGHT = 14;
    private static final double LONGEST = 110;
    private static final double GAP = 6;
    /** Enough to see how wide names are. */
    private static final int MEASURED = 200;

    private final Graphics2D g;
    private final List<Label> labels;
    private final double widest;

    Names(Graphics2D g, List<String> names, Theme theme) {
        this.g = g;
        this.labels = names.stream()
                .map(name -> new Label(name, theme.small(), theme.muted()))
                .toList();
        this.widest = labels.stream()
                .limit(MEASURED)
                .mapToDouble(label -> label.within(g, LONGEST).width(g))
                .max()
                .orElse(0);
    }

    boolean any() {
        return !labels.isEmpty();
    }

    double widest() {
        return widest;
    }

    /** Short names of many classes are left out in part instead. */
    boolean areUpright(double room) {
        return any() && widest + GAP > room / labels.size() && widest > 3 * LINE_HEIGHT;
    }

    void paint(Axes axes, boolean upright) {
        double needed = upright ? LINE_HEIGHT : widest + GAP;
        int every =
                (int) Math.max(1, Math.ceil(needed * labels.size() / axes.area().getWidth()));
        double y = axes.area().getMaxY();
        for (int at = 0; at < labels.size(); at += every) {
            if (upright) {
                upwards(labels.get(at), axes.x(at), y + 8);
            } else {
                labels.get(at)
                        .within(g, Math.max(needed, axes.area().getWidth() / labels.size()) - 2)
                        .centred(g, axes.x(at), y + 18);
            }
        }
    }

    private void upwards(Label label, double x, double y) {
        var own = (Graphics2D) g.create();
        own.translate(x, y);
        own.rotate(-Math.PI / 2);
        label.within(own, LONGEST).right(own, 0, label.capHeight(own) / 2);
        own.dispose();
    }
}
