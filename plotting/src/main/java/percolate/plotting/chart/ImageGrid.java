package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.util.List;

/**
 * Images side by side, in as many columns as make them largest.
 *
 * @param note below them; may be empty
 * @param alt what they show, in words
 */
public record ImageGrid(List<Tile> tiles, String note, String alt) implements Drawing {
    private static final double GAP = 10;
    private static final int SIDE = 76;
    private static final int MOST_COLUMNS = 8;
    private static final double NOTE_HEIGHT = 20;

    public ImageGrid {
        tiles = List.copyOf(tiles);
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("images: there is no image to show");
        }
    }

    @Override
    public Size size() {
        int columns = usualColumns();
        double width = Math.max(Size.LEAST, columns * (SIDE + GAP) - GAP);
        double height = rows(columns) * (SIDE + textHeight() + GAP) - GAP + noteHeight();
        return new Size((int) width, (int) Math.ceil(height));
    }

    /** The values of images are kept as they are. */
    @Override
    public boolean isFlat() {
        return false;
    }

    /** Full rows where they can be had, of five to eight images. */
    private int usualColumns() {
        int best = Math.min(tiles.size(), MOST_COLUMNS);
        for (int columns = best; columns >= 5; columns--) {
            if (rows(columns) * columns < rows(best) * best) {
                best = columns;
            }
        }
        return best;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double room = height - noteHeight();
        int columns = 1;
        for (int more = 2; more <= tiles.size(); more++) {
            columns = side(more, width, room) > side(columns, width, room) ? more : columns;
        }
        double side = Math.max(1, Math.floor(side(columns, width, room)));
        for (int at = 0; at < tiles.size(); at++) {
            int row = at / columns;
            double x = (at - row * columns) * (side + GAP);
            double y = row * (side + textHeight() + GAP);
            tiles.get(at).paint(g, x, y, side, theme);
        }
        new Label(note, theme.small(), theme.muted()).within(g, width).left(g, 0, height - 3);
    }

    private double side(int columns, double width, double height) {
        return Math.min((width + GAP) / columns - GAP, (height + GAP) / rows(columns) - GAP - textHeight());
    }

    private int rows(int columns) {
        return (tiles.size() + columns - 1) / columns;
    }

    private double textHeight() {
        int lines = tiles.stream().mapToInt(tile -> tile.lines().size()).max().orElse(0);
        return lines == 0 ? 0 : lines * Tile.LINE_HEIGHT + 2;
    }

    private double noteHeight() {
        return note.isEmpty() ? 0 : NOTE_HEIGHT;
    }
}
