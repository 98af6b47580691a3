package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import percolate.Batch;
import percolate.Model;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.ImageGrid;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Sign;
import percolate.plotting.chart.Tile;

/** The images of a batch with what they are, and with what a network takes them for. */
public final class BatchPicture {
    private static final int MOST = 40;

    private BatchPicture() {}

    /** Images with their labels. */
    public static Picture of(Batch batch) {
        var images = images(batch);
        int shown = Math.min(MOST, batch.size());
        var labels = Labels.texts(batch.y(), shown);
        var tiles = new ArrayList<Tile>();
        for (int at = 0; at < shown; at++) {
            tiles.add(new Tile(
                    images.pixels(at), labels.isEmpty() ? List.of() : List.of(labels.get(at)), Optional.empty()));
        }
        var words = labels.isEmpty() ? "" : "; labels " + String.join(", ", labels);
        return picture(batch, tiles, images.words() + words);
    }

    /** Images with their labels, predictions and confidence. */
    public static Picture of(Model net, Batch batch) {
        var images = images(batch);
        var predictions = Predictions.of("images", net, batch.x(), batch.y());
        int shown = Math.min(MOST, batch.size());
        var tiles = new ArrayList<Tile>();
        for (int at = 0; at < shown; at++) {
            var said = predictions.prediction(at) + "  " + Digits.percent(predictions.confidence(at));
            var sign = predictions.isRight(at) ? Sign.CHECK : Sign.CROSS;
            tiles.add(new Tile(images.pixels(at), List.of(said, "truth " + predictions.truth(at)), Optional.of(sign)));
        }
        return picture(
                batch,
                tiles,
                images.words() + "; " + predictions.right() + " of " + batch.size() + " predicted right"
                        + wrong(predictions, shown));
    }

    private static String wrong(Predictions predictions, int shown) {
        var mistakes = new ArrayList<String>();
        for (int at = 0; at < shown; at++) {
            if (!predictions.isRight(at)) {
                mistakes.add(predictions.truth(at) + " taken for " + predictions.prediction(at));
            }
        }
        return mistakes.isEmpty() ? "" : ", " + String.join(", ", mistakes);
    }

    private static Images images(Batch batch) {
        if (batch.size() == 0) {
            throw new IllegalArgumentException("images: the batch is empty; give one example or more");
        }
        return Images.of("images", batch.x());
    }

    private static Picture picture(Batch batch, List<Tile> tiles, String words) {
        boolean all = tiles.size() == batch.size();
        var note = all ? "" : "first " + tiles.size() + " of " + Digits.count(batch.size());
        var count = all ? String.valueOf(tiles.size()) : note;
        return Picture.of(new ImageGrid(tiles, note, count + " " + words));
    }
}
