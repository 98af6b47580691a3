package percolate.plotting.notebook;

import java.util.Base64;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.UserChart;
import percolate.plotting.space.Embedded;

/** A picture for the front end: pixels, the size they are meant for, and their words. */
final class PictureBundle {
    private PictureBundle() {}

    static MimeBundle of(Picture picture) {
        var size = picture.size();
        return of(picture.png(), size.width(), size.height(), picture.alt());
    }

    /** A picture with options of its own kind. */
    static MimeBundle of(Illustration<?> illustration) {
        return of(illustration.picture());
    }

    /** Points that say what they are where the pointer rests on them: an image map, which needs no script. */
    static MimeBundle of(Embedded embedding) {
        var picture = embedding.picture();
        return of(picture).with(MimeBundle.HTML, HoverMap.html(picture, embedding.hovers()));
    }

    /** A chart made with XChart itself. */
    static MimeBundle of(Chart<?, ?> chart) {
        var drawn = new UserChart(chart);
        return of(drawn.png(), chart.getWidth(), chart.getHeight(), drawn.alt());
    }

    /** @param width in CSS pixels, as is the height */
    static MimeBundle of(byte[] png, int width, int height, String alt) {
        return MimeBundle.text(alt)
                .with(MimeBundle.PNG, Base64.getEncoder().encodeToString(png))
                .withMetadata(MimeBundle.PNG, Map.of("width", width, "height", height, "alt", alt));
    }
}
