package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import percolate.Dataset;
import percolate.Model;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.ImageGrid;
import percolate.plotting.chart.Outline;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Tile;

/** Boxes that a network finds in images, beside the true ones, which are dashed. */
public final class DetectionsPicture {
    private static final int MOST = 12;

    private DetectionsPicture() {}

    public static Picture of(Model net, Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("detections: there are no examples; give one or more");
        }
        int shown = Math.min(MOST, data.size());
        var x = data.x().slice(0, 0, shown);
        var images = Images.of("detections", x);
        var found = FoundBoxes.in("the network's output", net.predict(x), data.classes());
        var truths = FoundBoxes.in("the targets", data.y().slice(0, 0, shown), data.classes());
        var tiles = new ArrayList<Tile>();
        int boxes = 0;
        int expected = 0;
        for (int at = 0; at < shown; at++) {
            var outlines = new ArrayList<Outline>();
            truths.of(at).forEach(box -> outlines.add(box.outline(false)));
            found.of(at).forEach(box -> outlines.add(box.outline(true)));
            boxes += found.of(at).size();
            expected += truths.of(at).size();
            tiles.add(new Tile(images.pixels(at), List.of(), Optional.empty(), outlines));
        }
        var note = (shown < data.size() ? "first " + shown + " of " + Digits.count(data.size()) + ", " : "") + "found "
                + boxes + ", true (dashed) " + expected;
        return Picture.of(new ImageGrid(tiles, note, "boxes in " + images.words() + ": " + note).withSide(150));
    }
}
