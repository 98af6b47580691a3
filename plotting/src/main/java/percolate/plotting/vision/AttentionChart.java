package percolate.plotting.vision;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/** Attention maps side by side, with their words at the left and above. */
record AttentionChart(List<AttentionMap> maps, String note) implements Drawing {
    private static final double GAP = 22;
    private static final double NAME = 20;
    private static final double NOTE = 20;
    private static final double WIDEST = 720;
    private static final double LONGEST_WORD = 84;
    private static final int LEAST_LABELLED = 10;

    private double cell() {
        int longest = maps.stream()
                .mapToInt(map -> Math.max(map.rows(), map.columns()))
                .max()
                .orElse(1);
        double wanted = maps.size() == 1 ? 340.0 : 170.0;
        return Math.max(1, Math.min(30, wanted / longest));
    }

    private double margin(Stream<String> words) {
        var context = new FontRenderContext(null, true, true);
        double longest = words.mapToDouble(word ->
                        Theme.LIGHT.small().getStringBounds(word + " ", context).getWidth())
                .max()
                .orElse(0);
        return cell() < LEAST_LABELLED ? 0 : Math.min(LONGEST_WORD, longest) + 6;
    }

    private double left() {
        return margin(maps.stream().flatMap(map -> map.queries().stream()));
    }

    private double top() {
        return margin(maps.stream().flatMap(map -> map.keys().stream()));
    }

    private double wide() {
        return left()
                + Math.max(
                        120 - left(),
                        cell()
                                * maps.stream()
                                        .mapToInt(AttentionMap::columns)
                                        .max()
                                        .orElse(1));
    }

    private double high() {
        return NAME
                + top()
                + cell() * maps.stream().mapToInt(AttentionMap::rows).max().orElse(1);
    }

    private int columns(double width) {
        return (int) Math.max(1, Math.min(maps.size(), Math.floor((width + GAP) / (wide() + GAP))));
    }

    @Override
    public Size size() {
        int columns = columns(WIDEST);
        int rows = (maps.size() + columns - 1) / columns;
        double height = rows * (high() + GAP) - GAP + (note.isEmpty() ? 0 : NOTE);
        return new Size((int) Math.max(160, columns * (wide() + GAP) - GAP + 1), (int) Math.max(60, height + 1));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        var natural = size();
        double share = Math.min(width / natural.width(), height / natural.height());
        var own = (Graphics2D) g.create();
        own.scale(share, share);
        int columns = columns(natural.width());
        for (int at = 0; at < maps.size(); at++) {
            var inner = (Graphics2D) own.create();
            int row = at / columns;
            inner.translate((at - row * columns) * (wide() + GAP), row * (high() + GAP));
            paint(inner, maps.get(at), theme);
            inner.dispose();
        }
        new Label(note, theme.small(), theme.muted()).left(own, 0, natural.height() - 4);
        own.dispose();
    }

    private void paint(Graphics2D g, AttentionMap map, Theme theme) {
        var most = new Label("≤ " + Digits.percent(map.most()), theme.small(), theme.muted());
        most.right(g, wide(), 13);
        new Label(map.name(), theme.strong(), theme.ink())
                .within(g, wide() - most.width(g) - 8)
                .left(g, 0, 13);
        double y = NAME + top();
        double cell = cell();
        map.field().paint(g, left(), y, cell * map.columns(), cell * map.rows());
        if (cell < LEAST_LABELLED) {
            return;
        }
        for (int row = 0; row < map.rows(); row++) {
            var word = new Label(map.queries().get(row), theme.small(), theme.muted()).within(g, LONGEST_WORD);
            word.right(g, left() - 5, y + (row + 0.5) * cell + 4);
        }
        for (int column = 0; column < map.columns(); column++) {
            var own = (Graphics2D) g.create();
            own.translate(left() + (column + 0.5) * cell, y - 5);
            own.rotate(-Math.PI / 2);
            new Label(map.keys().get(column), theme.small(), theme.muted())
                    .within(own, LONGEST_WORD)
                    .left(own, 0, 4);
            own.dispose();
        }
    }

    @Override
    public boolean isFlat() {
        return false;
    }

    @Override
    public String alt() {
        return "attention, each query with what it looks at most: "
                + maps.stream().map(AttentionMap::words).collect(Collectors.joining("; "))
                + (note.isEmpty() ? "" : "; " + note);
    }
}
