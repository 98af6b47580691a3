package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/** Pictures side by side, in as many columns as rows or one more. */
public record Multiples(List<Picture> pictures) implements Drawing {
    private static final int GAP = 24;
    private static final int MOST = 64;
    private static final int WIDEST = 1_000;

    public Multiples {
        pictures = List.copyOf(pictures);
        if (pictures.isEmpty() || pictures.size() > MOST) {
            throw new IllegalArgumentException(
                    "grid: expected between 1 and " + MOST + " pictures, got " + pictures.size() + "; "
                            + (pictures.isEmpty() ? "give one or more" : "show them in several grids"));
        }
    }

    private int columns() {
        return (int) Math.ceil(Math.sqrt(pictures.size()));
    }

    private int rows() {
        return (pictures.size() + columns() - 1) / columns();
    }

    /** Their own sizes where these fit side by side, else smaller ones. */
    @Override
    public Size size() {
        int width = 0;
        int height = 0;
        for (var picture : pictures) {
            width = Math.max(width, picture.innerSize().width());
            height = Math.max(height, picture.innerSize().height());
        }
        double whole = columns() * (width + (double) GAP) - GAP;
        double share = Math.min(1, Math.max(WIDEST / whole, 0.35));
        double tall = rows() * (height * share + GAP) - GAP;
        return new Size((int) Math.min(Size.MOST - 100, whole * share), (int) Math.min(Size.MOST - 100, tall));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double each = (width + GAP) / columns();
        double tall = (height + GAP) / rows();
        for (int at = 0; at < pictures.size(); at++) {
            var own = (Graphics2D) g.create();
            int row = at / columns();
            own.translate((at - row * columns()) * each, row * tall);
            pictures.get(at).paintWithin(own, Math.max(1, each - GAP), Math.max(1, tall - GAP), theme);
            own.dispose();
        }
    }

    @Override
    public boolean isFlat() {
        return pictures.stream().allMatch(Picture::isFlat);
    }

    @Override
    public String alt() {
        return pictures.size() == 1
                ? pictures.get(0).alt()
                : pictures.size() + " pictures: "
                        + pictures.stream().map(Picture::alt).collect(Collectors.joining(" | "));
    }
}
