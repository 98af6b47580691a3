package percolate.plotting.space;

import java.util.ArrayList;
import java.util.List;
import percolate.Percolate;
import percolate.Tensor;
import percolate.plotting.chart.Digits;

/** Many dimensions as two or three. */
final class Projection {
    private static final int MOST_UNFOLDED = 1_000;

    private final double[][] places;
    private final List<String> titles;
    private final String note;
    private final boolean unfolded;

    private Projection(double[][] places, List<String> titles, String note, boolean unfolded) {
        this.places = places;
        this.titles = titles;
        this.note = note;
        this.unfolded = unfolded;
    }

    /** Up to three principal components. */
    static Projection pca(Vectors vectors) {
        var x = vectors.values();
        var all = Percolate.pca(x);
        var pca = all.components(Math.min(3, all.size()));
        var shares = pca.explained().toDoubleArray();
        var titles = new ArrayList<String>();
        for (int at = 0; at < 3; at++) {
            titles.add("component " + (at + 1)
                    + (at < shares.length ? ", " + Digits.percent(shares[at]) + " of the spread" : ""));
        }
        return new Projection(columns(pca.transform(x)), titles, "", false);
    }

    static Projection tsne(Vectors vectors, boolean inSpace) {
        var x = vectors.values();
        int all = x.size(0);
        int shown = Math.min(MOST_UNFOLDED, all);
        var places = Percolate.tsne(x.slice(0, 0, shown), inSpace ? 3 : 2);
        var note = shown < all ? "first " + Digits.count(shown) + " of " + Digits.count(all) : "";
        return new Projection(columns(places), List.of("t-SNE 1", "t-SNE 2", "t-SNE 3"), note, true);
    }

    /** The same with a third dimension. */
    Projection inSpace(Vectors vectors) {
        return unfolded ? tsne(vectors, true) : this;
    }

    /** [dimensions][points], three where they are there, else zeros. */
    private static double[][] columns(Tensor places) {
        int count = places.size(0);
        var columns = new double[3][count];
        var values = places.toDoubleArray();
        int width = places.size(1);
        for (int at = 0; at < values.length; at++) {
            columns[at % width][at / width] = values[at];
        }
        return columns;
    }

    double[][] places() {
        return places;
    }

    List<String> titles() {
        return titles;
    }

    String note() {
        return note;
    }
}
