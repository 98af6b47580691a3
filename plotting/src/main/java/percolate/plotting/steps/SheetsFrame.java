package percolate.plotting.steps;

import java.awt.Graphics2D;
import java.util.List;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/**
 * Sheets side by side with signs between them, and what is done with their numbers written out below.
 *
 * @param columns from left to right, in each one sheet or several below each other
 * @param signs one fewer
 * @param lines below, the first one in stronger letters
 * @param room how many lines there is room for, the same in all frames
 */
record SheetsFrame(List<List<Sheet>> columns, List<String> signs, List<String> lines, int room, String alt)
        implements Drawing {
    private static final double GAP = 44;
    private static final double BELOW = 14;
    private static final double LINE = 18;
    private static final double WIDEST = 660;
    private static final double HIGHEST = 330;
    private static final double HIGHEST_OF_SEVERAL = 480;
    private static final double LARGEST_CELL = 40;
    private static final double LEAST_CELL = 3;
    private static final double LEAST_WIDTH = 340;

    @Override
    public Size size() {
        int most = columns.stream().mapToInt(List::size).max().orElse(1);
        double cell = cell(WIDEST, most == 1 ? HIGHEST : HIGHEST_OF_SEVERAL);
        return new Size((int) Math.ceil(Math.max(LEAST_WIDTH, width(cell))), (int)
                Math.ceil(height(cell) + BELOW + room * LINE));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double high = Math.max(1, height - BELOW - room * LINE);
        double cell = cell(width, high);
        double x = 0;
        for (int at = 0; at < columns.size(); at++) {
            double y = (height(cell) - height(columns.get(at), cell)) / 2;
            for (var sheet : columns.get(at)) {
                sheet.paint(g, x, y, cell, theme);
                y += sheet.height(cell) + BELOW;
            }
            x += wide(columns.get(at), cell);
            if (at < signs.size()) {
                new Label(signs.get(at), theme.title(), theme.muted())
                        .middle(g, x + GAP / 2, Sheet.TITLE + (height(cell) - Sheet.TITLE) / 2);
                x += GAP;
            }
        }
        Told.paint(g, lines, height(cell) + BELOW + LINE - 5, width, theme);
    }

    private double cell(double width, double height) {
        int across = columns.stream().mapToInt(SheetsFrame::across).sum();
        double byWidth = (width - GAP * signs.size()) / across;
        double byHeight = LARGEST_CELL;
        for (var column : columns) {
            int rows = column.stream().mapToInt(Sheet::rows).sum();
            double titles = column.size() * Sheet.TITLE + (column.size() - 1) * BELOW;
            byHeight = Math.min(byHeight, (height - titles) / rows);
        }
        return Math.max(LEAST_CELL, Math.floor(Math.min(byWidth, byHeight)));
    }

    private static int across(List<Sheet> column) {
        return column.stream().mapToInt(Sheet::columns).max().orElse(0);
    }

    private static double wide(List<Sheet> column, double cell) {
        return Math.max(across(column) * cell, 60);
    }

    private double width(double cell) {
        return columns.stream().mapToDouble(column -> wide(column, cell)).sum() + GAP * signs.size();
    }

    private double height(double cell) {
        return columns.stream()
                .mapToDouble(column -> height(column, cell))
                .max()
                .orElse(0);
    }

    private static double height(List<Sheet> column, double cell) {
        return column.stream().mapToDouble(sheet -> sheet.height(cell) + BELOW).sum() - BELOW;
    }
}
