package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.util.List;

/**
 * Images side by side, in as many columns as make them largest.
 *
 * @param group how many belong together and stay in one row
 * @param side of an image, in CSS pixels, where the drawing has its own size
 * @param note below them; may be empty
 * @param alt what they show, in words
 */
public record ImageGrid(List<Tile> tiles, int group, int side, String note, String alt) implements Drawing {
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

    /** Images that each stand for themselves. */
    public ImageGrid(List<Tile> tiles, String note, String alt) {
        this(tiles, 1, SIDE, note, alt);
    }

    /** So many belong together and stay in one row. */
    public ImageGrid inGroupsOf(int count) {
        return new ImageGrid(tiles, count, side, note, alt);
    }

    public ImageGrid withSide(int pixels) {
        return new ImageGrid(tiles, group, pixels, note, alt);
    }

    @Override
    public Size size() {
        int columns = usualColumns();
        double width = Math.max(Size.LEAST, columns * (side + GAP) - GAP);
        double height = rows(columns) * (side + textHeight() + GAP) - GAP + noteHeight();
        return new Size((int) width, (int) Math.ceil(height));
    }

    /** The values of images are kept as they are. */
    @Override
    public boolean isFlat() {
        return false;
    }

    /** Full rows where they can be had, of five to eight images. */
    private int usualColumns() {
        if (group > 1) {
            return Math.min(tiles.size(), Math.max(1, MOST_COLUMNS / group) * group);
        }
        int most = Math.max(1, MOST_COLUMNS * SIDE / Math.max(1, side));
        int best = Math.min(tiles.size(), most);
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
        int columns = group;
        for (int more = 2 * group; more <= tiles.size(); more += group) {
            columns = side(more, width, room) > side(columns, width, room) ? more : columns;
        }
        double edge = Math.max(1, Math.floor(side(columns, width, room)));
        for (int at = 0; at < tiles.size(); at++) {
            int row = at / columns;
            double x = (at - row * columns) * (edge + GAP);
            double y = row * (edge + textHeight() + GAP);
            tiles.get(at).paint(g, x, y, edge, theme);
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
