package percolate.plotting.steps;

import java.util.LinkedHashSet;
import java.util.Set;
import percolate.ShapeException;

/**
 * A window of cells that moves over a sheet.
 *
 * @param rows of the window
 * @param columns of the window
 * @param stride how far it moves
 * @param padding cells around the sheet
 * @param dilation the distance between two of its cells
 */
record Window(int rows, int columns, int stride, int padding, int dilation) {
    private static final int MOST = 64;

    Window {
        check("stride", stride, 1);
        check("padding", padding, 0);
        check("dilation", dilation, 1);
    }

    private static void check(String option, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(option + ": expected a whole number from " + least + " to " + MOST
                    + ", got " + value + (option.equals("padding") ? "; 0 pads nothing" : "; 1 is usual"));
        }
    }

    static Window of(int rows, int columns) {
        return new Window(rows, columns, 1, 0, 1);
    }

    Window withStride(int cells) {
        return new Window(rows, columns, cells, padding, dilation);
    }

    Window withPadding(int cells) {
        return new Window(rows, columns, stride, cells, dilation);
    }

    Window withDilation(int cells) {
        return new Window(rows, columns, stride, padding, cells);
    }

    /** How many cells of the sheet it reaches over, from its first to its last. */
    private int reach(int cells) {
        return dilation * (cells - 1) + 1;
    }

    /**
     * How many rows of places it has on a padded sheet.
     *
     * @throws ShapeException if it is larger
     */
    int placesDown(String who, int height) {
        return places(who, "rows", height, rows);
    }

    int placesAcross(String who, int width) {
        return places(who, "columns", width, columns);
    }

    private int places(String who, String axis, int size, int cells) {
        if (reach(cells) > size) {
            throw new ShapeException(who + ": expected an image of at least " + reach(cells) + " " + axis
                    + ", padding included, for the window reaches over so many, got " + size
                    + "; take a smaller window, or pad the image");
        }
        return (size - reach(cells)) / stride + 1;
    }

    /** The size of what {@code places} windows laid side by side cover. */
    int coveredDown(int places) {
        return (places - 1) * stride + reach(rows);
    }

    int coveredAcross(int places) {
        return (places - 1) * stride + reach(columns);
    }

    /** The row of the sheet that lies below one of the window's rows. */
    int row(int place, int row) {
        return place * stride + row * dilation;
    }

    int column(int place, int column) {
        return place * stride + column * dilation;
    }

    /** The cells below the window, of a sheet with so many columns. */
    Set<Integer> cells(int placeDown, int placeAcross, int width) {
        var cells = new LinkedHashSet<Integer>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cells.add(row(placeDown, row) * width + column(placeAcross, column));
            }
        }
        return cells;
    }

    /** For example {@code stride 2, padding 1}; empty where all is as usual. */
    String words(int usualStride) {
        return (stride == usualStride ? "" : ", stride " + stride)
                + (padding == 0 ? "" : ", padding " + padding)
                + (dilation == 1 ? "" : ", dilation " + dilation);
    }
}
