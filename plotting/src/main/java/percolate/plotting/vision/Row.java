package percolate.plotting.vision;

import java.util.List;

/**
 * Tiles that belong together, under a heading.
 *
 * @param name the heading's first word; empty for none
 * @param detail behind it
 * @param side the longer side of its tiles
 */
record Row(String name, String detail, List<Tile> tiles, double side) {
    Row {
        tiles = List.copyOf(tiles);
    }

    boolean hasCaptions() {
        return tiles.stream().anyMatch(tile -> !tile.caption().isEmpty());
    }

    double width(Tile tile) {
        var field = tile.field();
        return Math.max(1, side * Math.min(1, (double) field.width() / Math.max(field.width(), field.height())));
    }

    double height(Tile tile) {
        var field = tile.field();
        return Math.max(1, side * Math.min(1, (double) field.height() / Math.max(field.width(), field.height())));
    }

    /** The highest tile. */
    double height() {
        return tiles.stream().mapToDouble(this::height).max().orElse(0);
    }
}
